"""TER008: the steps of a home ban fit the ten days that it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.events import BEGIN, END
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.rules.deadlines.norms import HOME_BAN_STEPS
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.local_lines import by_task, sets_of_lines
from ketenhandboek.rules.shared.phrases import as_sure_as, keeper
from ketenhandboek.rules.shared.terms import Terms
from ketenhandboek.rules.texts.home_ban import LOCAL, ON_ITS_OWN
from ketenhandboek.values import Duration, Ref, Unit, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.parts import Deadline

DURATION_NORM = "huisverbod-duur"
"""The national norm that says how long a home ban lasts, and from which event."""


class Clockwork(NamedTuple):
    """The clock of a home ban: its norm, the longest term that still fits, and the lines that run by it."""

    norm: Norm
    limit: Duration
    since: Ref
    terms: Terms
    lines: dict[str, list[Line]]


class TER008(Rule):
    """Before the ban ends."""

    severity = Severity.FOUT
    statement = (
        "Hulp, evaluatie en verlenging van een huisverbod zijn klaar voordat de laatste dag begint. "
        "De termijnen lopen door in het weekend."
    )
    why = (
        "Een huisverbod duurt tien dagen, ook in het weekend en met Kerst. "
        "Wie in werkdagen telt of op de laatste dag besluit, is te laat. De pleger is dan al thuis."
    )
    remedy = "Schrijf de termijn in kalenderdagen of uren, en laat haar eindigen voor de laatste dag."
    needs = ("afspraak", "regio", "taak", "norm")
    good = (Example.of("De evaluatie is klaar op dag zes", afspraken__huisverbod_elsbroek=LOCAL),)
    bad = (
        Example.of(
            "De evaluatie is pas klaar op dag tien",
            afspraken__huisverbod_elsbroek=ON_ITS_OWN.replace("6 kalenderdagen", "10 kalenderdagen # hier"),
        ),
        Example.of(
            "Vier werkdagen lijken kort, maar met Pasen duren zij langer",
            afspraken__huisverbod_elsbroek=ON_ITS_OWN.replace("6 kalenderdagen", "4 werkdagen # hier"),
        ),
        Example.of(
            "De verlenging begint bij de evaluatie, en die is pas op dag zeven klaar",
            afspraken__huisverbod_elsbroek=ON_ITS_OWN.replace("huisverbod-evaluatie", "huisverbod-verlengen")
            .replace("6 kalenderdagen", "3 kalenderdagen # hier")
            .replace("vanaf: oplegging", "vanaf: huisverbod-evaluatie/einde"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line for one of the steps, together with the lines that it waits for."""
        norm = chain.records.of(Norm).get(DURATION_NORM)
        if norm is not None and chain.exists(norm.valid):
            yield from dict.fromkeys(_all(chain, norm))


def _all(chain: Chain, norm: Norm) -> Iterator[Problem | Question]:
    """What is said in each set of municipalities with the same lines; often the same."""
    if norm.within is None or norm.since is None:
        return
    terms = Terms(chain)
    limit = Duration(max(norm.within.number - 1, 1), norm.within.unit)
    for lines in sets_of_lines(chain):
        clockwork = Clockwork(norm, limit, terms.event(norm.since), terms, by_task(lines))
        for task in HOME_BAN_STEPS:
            for line in clockwork.lines.get(task, ()):
                yield from _judge(chain, clockwork, line)


def _judge(chain: Chain, clockwork: Clockwork, line: Line) -> Iterator[Problem | Question]:
    name = chain.names.of("taak", line.own.task)
    deadline = line.line.deadline
    if deadline is not None and _in_working_days(deadline):
        message = (
            f"{name}: deze termijn telt in werkdagen, maar een huisverbod loopt door in het weekend en op "
            f"feestdagen. Schrijf de termijn in kalenderdagen of uren."
        )
        yield as_sure_as(Problem(deadline.place.at("binnen").span, message), clockwork.norm)
        return
    path = _path(clockwork, line, frozenset())
    if path is None or deadline is None:
        question = (
            f"Hoe lang na de oplegging is '{name}' klaar? Dat moet binnen {clockwork.limit}, "
            f"want het huisverbod duurt {clockwork.norm.within}."
        )
        yield Question(line.line.place.at("termijn").span, question, keeper(chain, line.agreement))
    elif clockwork.terms.too_late(_terms(path), clockwork.limit):
        yield as_sure_as(_late(clockwork, name, deadline, path), clockwork.norm)


def _in_working_days(deadline: Deadline) -> bool:
    return isinstance(deadline.within, Duration) and deadline.within.unit is Unit.WORKING_DAY


def _path(clockwork: Clockwork, line: Line, seen: frozenset[str]) -> list[Deadline] | None:
    """The terms from the start of the ban to the end of a line's task; None when that can't be known."""
    deadline = line.line.deadline
    if deadline is None or isinstance(deadline.within, Unknown) or not isinstance(deadline.since, Ref):
        return None
    since = clockwork.terms.event(deadline.since)
    if since in (clockwork.since, Ref(clockwork.since.name, BEGIN)):
        return [deadline]
    if since.function != END or since.name in seen:
        return None
    before = [
        _path(clockwork, other, seen | {line.own.task}) for other in clockwork.lines.get(since.name, ())
    ]
    known = [path for path in before if path is not None]
    if not known or len(known) < len(before):
        return None
    return [*max(known, key=lambda path: clockwork.terms.length(_terms(path))), deadline]


def _terms(path: list[Deadline]) -> list[Duration]:
    return [deadline.within for deadline in path if isinstance(deadline.within, Duration)]


def _late(clockwork: Clockwork, name: str, deadline: Deadline, path: list[Deadline]) -> Problem:
    total = " en daarna ".join(str(part.within) for part in path)
    message = (
        f"{name} kan te laat komen: {total} na de oplegging. Het huisverbod duurt {clockwork.norm.within}. "
        f"Zorg dat deze stap binnen {clockwork.limit} na de oplegging klaar is."
    )
    related = (
        *(Related(part.place.at("binnen").span, f"eerst: {part.within}") for part in path[:-1]),
        Related(clockwork.norm.place.at("binnen").span, f"de norm: {clockwork.norm.within}"),
    )
    return Problem(deadline.place.at("binnen").span, message, related)
