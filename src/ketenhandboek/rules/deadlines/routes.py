"""TER003: the terms along a route stay within the norm for the whole."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.events import END
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.deadlines.norms import HOME_BAN_STEPS, limits
from ketenhandboek.rules.deadlines.task_paths import TaskPaths
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.local_lines import by_task, sets_of_lines
from ketenhandboek.rules.shared.phrases import as_sure_as, in_places, keeper
from ketenhandboek.rules.shared.terms import Terms
from ketenhandboek.rules.texts.lines import PLAN, example_lines
from ketenhandboek.values import Duration, Ref
from ketenhandboek.wording import listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.findings import Span
    from ketenhandboek.rules.deadlines.norms import Limit
    from ketenhandboek.rules.deadlines.task_paths import Path

_MOST_PATHS = 1000
"""Paths that are looked at for one norm; a route with more of them is asked about instead."""

_NORM = """
    normen:
      - id: hulpplan-na-intake
        naam: Hulpplan op tijd
        soort: sectorafspraak
        binnen: 10 werkdagen
        vanaf: intake/begin
        tot: hulpplan/einde
        toets: geverifieerd
"""
_TASK = """
    taken:
      - id: intake
        naam: Intake
        fase: signaleren
        verdeling: een
        ingang: ja
        spoor: hulp
"""
_INTAKE = """
    - id: intake
      taak: intake
      eindverantwoordelijk: jeugdhulpaanbieder
      uitvoerders:
        - jeugdhulpaanbieder/medewerker
      termijn:
        binnen: 4 werkdagen
        vanaf: intake/begin
      zicht_op_veiligheid: ja
      coordinatie: ja
      daarna:
        - naar: hulpplan
"""
_PLAN = PLAN.replace("10 werkdagen", "6 werkdagen").replace(
    "      daarna:", "      zicht_op_veiligheid: ja\n      coordinatie: ja\n      daarna:"
)


class Stretch(NamedTuple):
    """A term on the way from the start to the end of a norm: of which task, and where it stands."""

    within: Duration
    task: str
    span: Span


class Route(NamedTuple):
    """A norm and a line that gives the task with which it ends."""

    limit: Limit
    last: Line


class Late(NamedTuple):
    """A norm that is not met, and the terms that add up."""

    limit: Limit
    way: tuple[Stretch, ...]


class Missing(NamedTuple):
    """The line that leaves open when its task ends, so that nobody can tell when all is done."""

    line: Line


class TER003(Rule):
    """The whole fits."""

    severity = Severity.FOUT
    statement = (
        "De termijnen op een route zijn samen niet langer dan de norm voor het geheel, "
        "ook niet met weekenden en feestdagen."
    )
    why = (
        "Elke stap kan op tijd zijn en het gezin toch te lang wachten. "
        "De norm gaat over het gezin, niet over één organisatie."
    )
    remedy = (
        "Maak een van de termijnen korter, of laat haar beginnen bij de gebeurtenis waarmee de norm begint."
    )
    needs = ("afspraak", "regio", "taak", "norm")
    good = (
        Example.of(
            "Vier en zes werkdagen passen samen in tien",
            eigen__normen=_NORM,
            eigen__taken=_TASK,
            afspraken__hulpplan=example_lines(_INTAKE, _PLAN),
        ),
        Example.of(
            "Tien werkdagen vanaf de intake: wat vroeger begint, telt niet dubbel",
            eigen__normen=_NORM,
            eigen__taken=_TASK,
            afspraken__hulpplan=example_lines(
                _INTAKE,
                _PLAN.replace("6 werkdagen", "10 werkdagen").replace("hulpplan/begin", "intake/begin"),
            ),
        ),
    )
    bad = (
        Example.of(
            "Vier en acht werkdagen zijn samen meer dan tien",
            eigen__normen=_NORM,
            eigen__taken=_TASK,
            afspraken__hulpplan=example_lines(_INTAKE, _PLAN.replace("6 werkdagen", "8 werkdagen # hier")),
        ),
        Example.of(
            "Vier werkdagen en een week passen bijna altijd in dertien dagen, maar niet met Pasen",
            eigen__normen=_NORM.replace("10 werkdagen", "13 kalenderdagen"),
            eigen__taken=_TASK,
            afspraken__hulpplan=example_lines(_INTAKE, _PLAN.replace("6 werkdagen", "1 week # hier")),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each norm that ends with a task for which the agreements count from another event."""
        terms = Terms(chain)
        found: dict[Late, list[str]] = defaultdict(list)
        asked: dict[Question, None] = {}
        for lines, municipalities in sets_of_lines(chain).items():
            paths = TaskPaths(chain, by_task(lines))
            for route in _routes(chain, terms, paths):
                late, questions = _measured(chain, terms, paths, route)
                asked.update(dict.fromkeys(questions))
                if late is not None:
                    found[late].extend(municipalities)
        yield from asked
        for late, municipalities in found.items():
            yield as_sure_as(_too_long(chain, terms, late, municipalities), late.limit.norm)


def _routes(chain: Chain, terms: Terms, paths: TaskPaths) -> Iterator[Route]:
    """Each norm with each line that ends it, unless that line counts from the start of the norm itself."""
    for limit in limits(chain, terms):
        if limit.until.name not in HOME_BAN_STEPS:
            for last in paths.lines.get(limit.until.name, ()):
                if not _starts_alike(last, limit, terms):
                    yield Route(limit, last)


def _starts_alike(last: Line, limit: Limit, terms: Terms) -> bool:
    """Whether the last task counts from the start of the norm itself, so that no path matters."""
    since = last.line.deadline.since if last.line.deadline else None
    return limit.until.function == END and isinstance(since, Ref) and terms.event(since) == limit.since


def _measured(
    chain: Chain, terms: Terms, paths: TaskPaths, route: Route
) -> tuple[Late | None, list[Question]]:
    """The shortest way on which the norm is not met, or else what must be known to say that it is."""
    limit, last = route
    found = list(islice(paths.between(limit.since.name, last), _MOST_PATHS + 1))
    measured = [_stretches(terms, paths, limit, path) for path in found[:_MOST_PATHS]]
    ways = [way for way in measured if not isinstance(way, Missing)]
    late = [way for way in ways if way and terms.too_late([part.within for part in way], limit.within)]
    if late:
        return Late(limit, min(late, key=len)), []
    unknown = dict.fromkeys(way.line for way in measured if isinstance(way, Missing))
    questions = [_asked(chain, limit, line) for line in unknown]
    if len(found) > _MOST_PATHS:
        said = f"Wordt de norm van {limit.within} gehaald ({limit.norm.name})? Er zijn te veel wegen."
        questions.append(Question(last.own.place.span, said, keeper(chain, last.agreement)))
    return None, questions


def _asked(chain: Chain, limit: Limit, line: Line) -> Question:
    question = (
        f"Hoe lang duurt '{chain.names.of('taak', line.own.task)}' ten hoogste, en vanaf wanneer? Anders is "
        f"niet te zeggen of de norm van {limit.within} wordt gehaald ({limit.norm.name})."
    )
    return Question(line.line.place.at("termijn").span, question, keeper(chain, line.agreement))


def _stretches(terms: Terms, paths: TaskPaths, limit: Limit, path: Path) -> tuple[Stretch, ...] | Missing:
    """The terms that follow each other from the start to the end of a norm; each waits for one event.

    A term that counts from an earlier event passes over the tasks in between. What starts before the norm
    can't start later than it.
    """
    steps = {step.line.own.task: number for number, step in enumerate(path)}
    way: list[Stretch] = []
    event, seen, line = limit.until, set[Ref](), path[-1].line
    while event != limit.since:
        number = steps.get(event.name)
        if number is None:
            return tuple(way) if paths.comes_before(event.name, limit.since.name) else Missing(line)
        line = path[number].line
        found = _ended(terms, line) if event.function == END else _begun(path, number, limit)
        if found is None or event in seen:
            return Missing(line)
        seen.add(event)
        stretch, event = found
        way[:0] = [stretch] if stretch else []
    return tuple(way)


def _ended(terms: Terms, line: Line) -> tuple[Stretch, Ref] | None:
    """The term of a task, and the event that it counts from."""
    deadline = line.line.deadline
    if deadline is None or not isinstance(deadline.within, Duration) or not isinstance(deadline.since, Ref):
        return None
    stretch = Stretch(deadline.within, line.own.task, deadline.place.at("binnen").span)
    return stretch, terms.event(deadline.since)


def _begun(path: Path, number: int, limit: Limit) -> tuple[Stretch | None, Ref] | None:
    """How long after the task before it a task begins; the first one began before the norm started."""
    if number == 0:
        return None, limit.since
    step, before = path[number], Ref(path[number - 1].line.own.task, END)
    if step.within is None or step.place is None:
        return None, before
    if not isinstance(step.within, Duration):
        return None
    return Stretch(step.within, step.line.own.task, step.place.span), before


def _too_long(chain: Chain, terms: Terms, late: Late, municipalities: list[str]) -> Problem:
    limit, way = late.limit, late.way
    called = {part.task: lower_first(chain.names.of("taak", part.task)) for part in way}
    parts = listed(f"{part.within} ({called[part.task]})" for part in way)
    example = terms.example([part.within for part in way], limit.within)
    message = (
        f"{upper_first(in_places(chain, municipalities))} kan het samen langer duren dan de norm van "
        f"{limit.within} ({limit.norm.name}): {parts}.{example} Maak een van deze termijnen korter."
    )
    related = (
        *(Related(part.span, f"{part.within}: {called[part.task]}") for part in way[:-1]),
        Related(limit.norm.place.at("binnen").span, f"de norm: {limit.within}"),
    )
    return Problem(way[-1].span, message, related, municipalities=frozenset(municipalities))
