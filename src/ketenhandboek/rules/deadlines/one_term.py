"""TER004: one step has one term."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.local_lines import by_task, share_a_family
from ketenhandboek.rules.shared.phrases import in_places
from ketenhandboek.rules.shared.terms import Terms, in_smaller_units
from ketenhandboek.rules.texts.lines import PLAN, example_lines
from ketenhandboek.values import Duration, Ref
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.parts import Deadline


def _for(group: str) -> str:
    """A plan of the municipality for one target group."""
    applies = f"geldt_voor:\n        doelgroepen:\n          - {group}\n      termijn:"
    return PLAN.replace("jeugdhulpaanbieder", "gemeente").replace("termijn:", applies)


class TER004(Rule):
    """One step, one term."""

    severity = Severity.FOUT
    statement = "Een stap heeft één termijn."
    why = (
        "Staan er twee termijnen voor dezelfde stap, dan houdt iedereen zich aan een andere. "
        "Niemand weet wanneer het gezin echt iets mag verwachten."
    )
    remedy = (
        "Kies één termijn, of schrijf bij 'geldt_voor' wanneer elke termijn geldt. "
        "Werkt de ene afspraak de andere uit, zeg dat dan bij 'werkt_uit'."
    )
    needs = ("afspraak", "partner", "regio")
    good = (
        Example.of(
            "De twee termijnen gelden voor andere doelgroepen",
            afspraken__hulpplan=example_lines(
                _for("kind"),
                _for("pleger").replace("id: hulpplan", "id: hulpplan-pleger").replace("10 werk", "5 werk"),
            ),
        ),
    )
    bad = (
        Example.of(
            "Twee regels voor dezelfde taak hebben een andere termijn",
            afspraken__hulpplan=example_lines(
                PLAN,
                PLAN.replace("id: hulpplan", "id: hulpplan-snel").replace(
                    "10 werkdagen", "5 werkdagen # hier"
                ),
            ),
        ),
        Example.of(
            "Het getal is gelijk, maar de ene termijn begint later dan de andere",
            afspraken__hulpplan=example_lines(PLAN),
            afspraken__plan_na_onderzoek=example_lines(
                PLAN.replace("10 werkdagen", "10 werkdagen # hier").replace(
                    "hulpplan/begin", "onderzoek/einde"
                )
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Every two lines for one task that can hold in one situation."""
        terms = Terms(chain)
        found: dict[tuple[Line, Line], list[str]] = defaultdict(list)
        for municipality in chain.areas.municipalities:
            for one, other in _pairs(chain, municipality):
                if _differ(one, other, terms) and _same_party(chain, one, other, municipality):
                    found[one, other].append(municipality)
        for (one, other), municipalities in found.items():
            if _together(chain, one, other):
                yield _two_terms(chain, one, other, municipalities)


def _pairs(chain: Chain, municipality: str) -> Iterator[tuple[Line, Line]]:
    for lines in by_task(chain.elaboration.in_municipality(municipality)).values():
        for one, other in combinations(lines, 2):
            if _judged_together(chain, one, other):
                yield one, other


def _judged_together(chain: Chain, one: Line, other: Line) -> bool:
    """Whether two lines say the same step: a task that is everybody's own can differ between agreements."""
    task = chain.records.of(Task).get(one.own.task)
    if task is None or (task.division != "een" and one.agreement is not other.agreement):
        return False
    return not _elaborates(chain, one.agreement, other.agreement)


def _elaborates(chain: Chain, one: Agreement, other: Agreement) -> bool:
    return other.id in _above(chain, one) or one.id in _above(chain, other)


def _above(chain: Chain, agreement: Agreement) -> set[str]:
    """The agreements that one elaborates, and what those elaborate."""
    found: set[str] = set()
    waiting = list(agreement.elaborates)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += chain.lifecycle.in_force[id_].elaborates if id_ in chain.lifecycle.in_force else ()
    return found


def _differ(one: Line, other: Line, terms: Terms) -> bool:
    said = [_said(line.line.deadline, terms) for line in (one, other)]
    return None not in said and said[0] != said[1]


def _said(deadline: Deadline | None, terms: Terms) -> tuple[Duration, Ref] | None:
    if deadline is None or not isinstance(deadline.within, Duration) or not isinstance(deadline.since, Ref):
        return None
    return in_smaller_units(deadline.within), terms.event(deadline.since)


def _same_party(chain: Chain, one: Line, other: Line, municipality: str) -> bool:
    """Whether one partner is held to both; two accountable partners are the business of another rule."""
    held = [
        {partner.id for partner in chain.binding.in_municipality(line.line.accountable.name, municipality)}
        for line in (one, other)
        if isinstance(line.line.accountable, Ref)
    ]
    return len(held) == 2 and bool(held[0] & held[1])


def _together(chain: Chain, one: Line, other: Line) -> bool:
    """Whether two lines can hold for one family at one time."""
    applies = [line.line.applies_to for line in (one, other)]
    atoms = [chain.week.within(part.windows if part else ()) for part in applies]
    return bool(atoms[0] & atoms[1]) and share_a_family(chain, (one, other))


def _two_terms(chain: Chain, one: Line, other: Line, municipalities: list[str]) -> Problem:
    first, second = one.line.deadline, other.line.deadline
    assert first is not None
    assert second is not None
    task = chain.names.of("taak", one.own.task)
    message = (
        f"{upper_first(in_places(chain, municipalities))} heeft {lower_first(task)} twee termijnen: hier "
        f"{_term_in_words(chain, second)}, in '{one.agreement.title}' {_term_in_words(chain, first)}. "
        f"Kies één termijn, of schrijf bij 'geldt_voor' wanneer elke termijn geldt."
    )
    related = Related(first.place.at("binnen").span, f"de andere termijn: {first.within}")
    return Problem(
        second.place.at("binnen").span, message, (related,), municipalities=frozenset(municipalities)
    )


def _term_in_words(chain: Chain, deadline: Deadline) -> str:
    since = chain.names.event(deadline.since) if isinstance(deadline.since, Ref) else ""
    return f"{deadline.within} vanaf {since}"
