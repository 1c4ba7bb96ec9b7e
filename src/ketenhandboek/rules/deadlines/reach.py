"""TER005: who is accountable can be reached when it matters."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.week import ALWAYS
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.texts.lines import example_lines
from ketenhandboek.values import UNKNOWN, Ref
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.partner import Partner

_SHOWN = 3

_POLICE = """
    partners:
      - id: politie-tweebeken
        naam: Politie Tweebeken
        soort: politie
        werkgebied:
          - gebied: district-tweebeken
            sinds: 2015-01-01
        bereikbaar:
          - tijden:
              - altijd
            via: de meldkamer
        contact_gecontroleerd_op: 2026-01-15
"""
_YOUTH_CARE = """
    partners:
      - id: jeugdhulp-de-vlinder
        naam: Jeugdhulp De Vlinder
        soort: jeugdhulpaanbieder
        werkgebied:
          - gebied: regio
            sinds: 2015-01-01
        voor:
          - kind
        meldcode:
          beslist: teammanager
        bereikbaar:
          - tijden:
              - kantooruren
            via: het secretariaat
          - tijden:
              - weekend
            via: de dienstdoende hulpverlener
            voor:
              - hulp-kind
        contact_gecontroleerd_op: 2026-01-15
"""
_WEEKEND_PLAN = """
    - id: hulpplan
      taak: hulpplan
      eindverantwoordelijk: jeugdhulpaanbieder
      uitvoerders:
        - jeugdhulpaanbieder/medewerker
      geldt_voor:
        doelgroepen:
          - kind
        tijden:
          - kantooruren
          - weekend
      daarna:
        - naar: einde
"""


class Shift(NamedTuple):
    """A task for which a partner is accountable, and the pieces of the week in which somebody must answer."""

    line: Line
    task: Task
    atoms: frozenset[int]


class TER005(Rule):
    """Who is accountable answers."""

    severity = Severity.FOUT
    statement = (
        "Wie eindverantwoordelijk is, is te bereiken in de tijden waarin hij dat is. "
        "Voor een acute taak is dat altijd, tenzij de afspraak andere tijden noemt."
    )
    why = (
        "Een beroepskracht belt 's nachts met wie in de afspraak staat. "
        "Neemt niemand op, dan wacht het gezin tot de volgende ochtend."
    )
    remedy = (
        "Schrijf bij de partner hoe en wanneer hij te bereiken is. "
        "Of wijs voor die tijden een andere partner aan, met 'geldt_voor' en 'tijden'."
    )
    needs = ("afspraak", "partner", "regio", "taak")
    good = (
        Example.of(
            "Het hulpplan maakt men in kantooruren, en dan neemt er iemand op",
            partners=_YOUTH_CARE,
            afspraken__hulpplan=example_lines(_WEEKEND_PLAN.replace("\n          - weekend", "")),
        ),
    )
    bad = (
        Example.of(
            "De politie doet de noodhulp, maar is alleen in kantooruren te bereiken",
            partners=_POLICE.replace("bereikbaar:", "bereikbaar: # hier").replace("altijd", "kantooruren"),
        ),
        Example.of(
            "In het weekend is er wel een dienst, maar die is er voor een andere taak",
            partners=_YOUTH_CARE.replace("bereikbaar:", "bereikbaar: # hier"),
            afspraken__hulpplan=example_lines(_WEEKEND_PLAN),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each partner, for all tasks for which it is accountable somewhere."""
        for partner, shifts in _shifts(chain).items():
            answers = {shift: _answered(chain, partner, shift.task.id) for shift in shifts}
            missed = [shift for shift in shifts if shift.atoms - answers[shift]]
            unknown = any(UNKNOWN.value in way.windows for way in partner.reachable)
            if unknown or not (partner.reachable or any(shift.task.acute for shift in shifts)):
                tasks = listed(lower_first(shift.task.name) for shift in shifts[:_SHOWN])
                question = f"Hoe en wanneer is {partner.name} te bereiken, bijvoorbeeld voor {tasks}?"
                yield Question(partner.place.span, question, partner.name)
            elif missed:
                yield _silent(chain, partner, missed, answers)


def _shifts(chain: Chain) -> dict[Partner, list[Shift]]:
    """What each partner is accountable for, each line once."""
    tasks = chain.records.of(Task)
    found: dict[Partner, dict[Line, Shift]] = defaultdict(dict)
    for municipality in chain.areas.municipalities:
        for line in chain.elaboration.in_municipality(municipality):
            accountable, task = line.line.accountable, tasks.get(line.own.task)
            if isinstance(accountable, Ref) and task is not None:
                for partner in chain.binding.in_municipality(accountable.name, municipality):
                    found[partner].setdefault(line, Shift(line, task, _needed(chain, line, task)))
    return {partner: list(shifts.values()) for partner, shifts in found.items()}


def _needed(chain: Chain, line: Line, task: Task) -> frozenset[int]:
    """When somebody must answer: always for an acute task, else only in the times that the line names."""
    windows = line.line.applies_to.windows if line.line.applies_to else ()
    if task.acute or (windows and ALWAYS not in windows):
        return chain.week.within(windows)
    return frozenset()


def _answered(chain: Chain, partner: Partner, task: str) -> frozenset[int]:
    """When a partner can be reached for a task; a way in that names tasks is for those only."""
    ways = (way for way in partner.reachable if not way.tasks or task in way.tasks)
    return frozenset[int]().union(*(chain.week.within(way.windows) for way in ways))


def _silent(
    chain: Chain, partner: Partner, missed: list[Shift], answers: dict[Shift, frozenset[int]]
) -> Problem:
    by_times: dict[frozenset[int], list[str]] = defaultdict(list)
    for shift in missed:
        by_times[shift.atoms - answers[shift]].append(lower_first(shift.task.name))
    said = "; ".join(
        f"voor {listed(dict.fromkeys(names))}, maar is {_when(chain, atoms)} niet te bereiken"
        for atoms, names in by_times.items()
    )
    message = (
        f"{partner.name} is eindverantwoordelijk {said}. "
        f"Schrijf bij 'bereikbaar' hoe men dan contact krijgt, of wijs voor die tijden een ander aan."
    )
    related = tuple(
        Related(
            shift.line.line.place.at("eindverantwoordelijk").span,
            f"eindverantwoordelijk voor {lower_first(shift.task.name)}",
        )
        for shift in missed
    )
    return Problem(partner.place.at("bereikbaar").span, message, related)


def _when(chain: Chain, atoms: frozenset[int]) -> str:
    words = chain.week.words(atoms)
    return "daarvoor" if words == ALWAYS else words
