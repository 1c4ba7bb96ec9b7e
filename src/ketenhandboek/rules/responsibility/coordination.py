"""VER008: one family, one plan, one coordinator."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ketenhandboek.chain.coverage import different_party
from ketenhandboek.chain.situations import accountable
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.bed import bed_agreement, bed_task
from ketenhandboek.values import UNKNOWN, Unknown
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.situations import Holding
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Next, Responsibility

_MOVES = "gaat-mee"
_HANDED = """\
  - id: bed
    taak: bed-voor-de-nacht
    eindverantwoordelijk: gemeente
    uitvoerders:
      - gemeente/medewerker
    zicht_op_veiligheid: ja
    coordinatie: ja
    daarna:
      - naar: monitoring
        overdracht:
          bevestigt_binnen: 1 werkdag
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
"""
_TWICE = """\
  - id: bed
    taak: bed-voor-de-nacht
    eindverantwoordelijk: lokaal-team
    uitvoerders:
      - lokaal-team/medewerker
    zicht_op_veiligheid: ja
    coordinatie: ja
    daarna:
      - naar: huisverbod-opleggen
        overdracht:
          bevestigt_binnen: 1 uur
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
      - naar: crisisinterventie # hier
        overdracht:
          bevestigt_binnen: 1 uur
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
"""


class VER008(Rule):
    """Looks at each handover, and at tasks that start together."""

    severity = Severity.FOUT
    statement = "Er is steeds één coördinator. Bij elke overdracht staat of die rol meegaat."
    why = (
        "Eén gezin, één plan, één coördinator. Zijn er twee, dan krijgt een gezin twee plannen. "
        "Is er geen, dan houdt niemand het geheel in het oog."
    )
    remedy = (
        "Schrijf bij 'overdracht' of de coördinatie meegaat ('gaat-mee') of niet ('blijft'). "
        "Laat haar naar één partij gaan."
    )
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "De coördinatie gaat mee naar het lokale team",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(_HANDED),
        ),
    )
    bad = (
        Example.of(
            "Bij de overdracht staat niets over de coördinatie",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                _HANDED.replace("          coordinatie: gaat-mee\n", "").replace(
                    "overdracht:", "overdracht: # hier"
                )
            ),
        ),
        Example.of(
            "De gemeente legt een huisverbod op en Veilig Thuis helpt meteen. Wie coördineert?",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(_TWICE),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line in force as written, and each line where it holds."""
        for agreement in chain.lifecycle.in_force.values():
            for own in agreement.responsibilities:
                yield from _silent(chain, agreement, own)
        seen: set[int] = set()
        for holding in chain.situations.lines:
            for problem, following in _two_coordinators(chain, holding):
                if id(following) not in seen:
                    seen.add(id(following))
                    yield problem


def _silent(chain: Chain, agreement: Agreement, own: Responsibility) -> Iterator[Problem | Question]:
    if isinstance(own.coordination, Unknown):
        question = f"Coördineert wie dit doet ook de hulp tijdens {_name(chain, own.task)}?"
        yield Question(own.place.at("coordinatie").span, question, keeper(chain, agreement))
    for step in own.next:
        says = step.handover.coordination if step.handover else _MOVES
        task = _name(chain, step.task)
        if step.handover and says == UNKNOWN.value:
            question = f"Gaat de coördinatie mee naar {task}?"
            yield Question(step.handover.place.at("coordinatie").span, question, keeper(chain, agreement))
        elif step.handover and says is None:
            message = (
                f"Hier staat niet of de coördinatie meegaat naar {task}. "
                "Schrijf bij 'coordinatie' of zij meegaat ('gaat-mee') of blijft ('blijft')."
            )
            yield Problem(step.handover.place.span, message)


def _name(chain: Chain, task: str) -> str:
    return lower_first(chain.names.of("taak", task))


def _two_coordinators(chain: Chain, holding: Holding) -> Iterator[tuple[Problem, Next]]:
    """The pairs of steps that start together and both give somebody else the coordination."""
    steps = holding.line.line.next
    for one, other in combinations(steps, 2):
        together = None in (one.outcome, other.outcome) or one.outcome == other.outcome
        if together and one.task != other.task:
            for first, second in _apart(chain, holding.cells, one, other):
                yield _double(chain, (one, first), (other, second)), other


def _apart(chain: Chain, cells: int, one: Next, other: Next) -> Iterator[tuple[Line, Line]]:
    for first in _coordinating(chain, one):
        for second in _coordinating(chain, other):
            both = cells & first.cells & second.cells
            if both and both & different_party(first.line, second.line, chain.situations):
                yield first.line, second.line


def _coordinating(chain: Chain, step: Next) -> Iterator[Holding]:
    """The lines that take over the coordination with a step."""
    for holding in chain.situations.of(step.task):
        says = step.handover.coordination if step.handover else None
        if says == _MOVES or (step.handover is None and holding.line.line.coordination is True):
            yield holding


def _double(chain: Chain, one: tuple[Next, Line], other: tuple[Next, Line]) -> Problem:
    names = [chain.names.party(accountable(line)) for _, line in (one, other)]
    message = (
        f"Hier krijgen {names[0]} en {names[1]} allebei tegelijk de coördinatie. "
        "Kies één van de twee. Schrijf bij de andere overdracht: 'coordinatie: blijft'."
    )
    return Problem(
        other[0].place.span, message, (Related(one[0].place.span, f"{names[0]} krijgt haar hier"),)
    )
