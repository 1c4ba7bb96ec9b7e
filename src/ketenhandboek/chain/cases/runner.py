"""How a case goes in one situation: task after task, tracks beside each other, in the order of time.

Every task takes as long as the agreements allow, unless the case itself says when it is done. The track that
is done first, goes on first; what nobody can tell the end of goes last. All agreements count as on the day on
which the case begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.climbing import Refused, climbed
from ketenhandboek.chain.cases.script import Script, told_moment
from ketenhandboek.chain.cases.timing import Moments
from ketenhandboek.chain.cases.values import Came, Climb, Ending, Gap, Run, Step, Stop, Time
from ketenhandboek.chain.net import END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ketenhandboek.chain.cases.scene import Found, Scene
    from ketenhandboek.chain.cases.timing import Timing
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Handover, Next
    from ketenhandboek.kinds.case import Case, Turn


def run(case: Case, scene: Scene, timing: Timing, first: Line) -> Run:
    """The run of a case that begins with this line."""
    return _Play(case, scene, timing).from_(first)


@dataclass(slots=True)
class _Start:
    """A task that is about to start: from when it can, and how it came."""

    task: str
    at: Time
    turn: Turn | None
    came: Came | None = None


@dataclass(slots=True)
class _Play:
    """A run under way."""

    case: Case
    scene: Scene
    timing: Timing
    steps: list[Step] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    ahead: list[tuple[float, int]] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    rounds: dict[str, int] = field(default_factory=dict)
    script: Script = field(init=False)
    moments: Moments = field(init=False)

    def __post_init__(self) -> None:
        self.script = Script(self.case, self.scene.chain)
        self.moments = Moments(self.timing)

    def from_(self, first: Line) -> Run:
        """Start with the first task as soon as somebody has it, and go on until nothing is open."""
        task, moment = self.case.start.task, Time(told_moment(self.case.situation.moment))
        found = self.scene.found(task, moment.at)
        begin = Time(found.since) if found else moment
        self._begin(_Start(task, moment, self.script.turn(task)), first, begin)
        while self.ahead:
            _, number = heappop(self.ahead)
            self._finish(self.steps[number])
        return Run(self.scene.theme, self.scene.group, tuple(self.steps), tuple(self.stops))

    def _finish(self, done: Step) -> None:
        self.open.discard(done.task)
        if not done.outcome:
            self._stop(Ending.UNTOLD, done)
            return
        following = [item for item in done.line.line.next if item.outcome in (None, done.outcome)]
        onwards = [item for item in following if item.task != END]
        here = [item for item in onwards if self.scene.concerns(item.task)]
        if not following:
            self._stop(Ending.DEAD_END, done)
        elif not onwards:
            self._stop(Ending.END, done, following[0])
        elif not here:
            self._stop(Ending.ELSEWHERE, done, onwards[0])
        for item in here:
            self._follow(done, item)

    def _follow(self, done: Step, item: Next) -> None:
        """Start what comes after a task, unless it is under way already."""
        if item.task in self.open:
            return
        if self.rounds.get(item.task) == self.script.used and not self.script.has(item.task):
            self._stop(Ending.ROUND, done, item)
            return
        self.rounds[item.task] = self.script.used
        start = self._handed(done, item)
        found = self.scene.found(item.task, start.at.at)
        line = self._line(done, found.lines, item.task) if found else None
        if found is None or line is None:
            self._stop(Ending.SEVERAL if found else Ending.NOBODY, done, item)
            return
        self._take(done, start, found, line)

    def _take(self, done: Step, start: _Start, found: Found, line: Line) -> None:
        came, turn = start.came, start.turn
        assert came is not None
        if came.next.handover and turn and not turn.confirmed:
            climb = self._climb(done, came, came.next.handover, line)
            later = self.scene.found(start.task, climb.solved.at) if climb else None
            if climb is None or later is None:
                self._stop(Ending.STUCK if climb is None else Ending.NOBODY, done, came.next)
                return
            start.came = Came(came.after, came.line, came.next, came.confirmed, climb)
            start.at, found = climb.solved, later
            line = self._line(done, later.lines, start.task) or line
        waited = found.since is not None and found.since != start.at.at
        self._begin(start, line, Time(found.since) if waited else start.at)

    def _handed(self, done: Step, item: Next) -> _Start:
        """From when a task can start: within its own time, else once confirmed, else at once."""
        confirmed = None
        at = done.end
        if item.handover:
            gap = Gap(done.line.agreement, done.task, item.handover.place, "bevestigt_binnen")
            at = confirmed = self.timing.ends(item.handover.confirmed_within, done.end, gap)
        if item.within is not None:
            gap = Gap(done.line.agreement, done.task, item.place, "binnen")
            at = self.timing.ends(item.within, done.end, gap)
        came = Came(done.number, done.line, item, confirmed)
        return _Start(item.task, at, self.script.turn(item.task), came)

    def _climb(self, done: Step, came: Came, handover: Handover, line: Line) -> Climb | None:
        refused = Refused(done.line, line, handover.otherwise or "", came.confirmed or done.end)
        return climbed(self.scene, refused, self.timing.ends)

    def _begin(self, start: _Start, line: Line, begin: Time) -> None:
        told = start.turn.finished if start.turn else None
        end = Time(told_moment(told)) if told else self.moments.end_of(line, begin)
        begin, end = _in_order(start.at, begin, end)
        step = Step(
            len(self.steps),
            start.task,
            line,
            self._partners(line, start.came),
            begin,
            end,
            self.script.outcome(start.task, start.turn),
            bool(told),
            start.came,
            self._feedback(line, end),
        )
        self.moments.keep(step.task, begin, end)
        self.steps.append(step)
        self.open.add(step.task)
        heappush(self.ahead, (end.at.timestamp() if end.at else float("inf"), step.number))

    def _feedback(self, line: Line, end: Time) -> Time | None:
        feedback = line.line.feedback
        if feedback is None:
            return None
        gap = Gap(line.agreement, line.own.task, feedback.place, "binnen")
        return self.timing.ends(feedback.within, end, gap)

    def _line(self, done: Step, lines: Sequence[Line], task: str) -> Line | None:
        """The line that holds; of a task that each party has itself, that of the nearest party before it."""
        if self.scene.one_party(task) or len(lines) == 1:
            return lines[0]
        for partners in self._before(done):
            for line in lines:
                if set(self.scene.partners(line.line.accountable)) & set(partners):
                    return line
        return None

    def _partners(self, line: Line, came: Came | None) -> tuple[str, ...]:
        """Who has a task here; of several of one kind those who had the family before."""
        meant = self.scene.partners(line.line.accountable)
        if len(meant) < 2:
            return meant
        known = self._before(self.steps[came.after]) if came else [self._starters()]
        for partners in known:
            same = tuple(id_ for id_ in meant if id_ in partners)
            if same:
                return same
        return meant

    def _starters(self) -> tuple[str, ...]:
        binding = self.scene.chain.binding
        found = binding.in_municipality(self.case.start.partner, self.scene.municipality, self.scene.group)
        return tuple(partner.id for partner in found)

    def _before(self, step: Step) -> Iterator[tuple[str, ...]]:
        """The partners of a step and of those before it, the nearest first."""
        yield step.partners
        while step.came:
            step = self.steps[step.came.after]
            yield step.partners

    def _stop(self, ending: Ending, done: Step, item: Next | None = None) -> None:
        self.stops.append(Stop(ending, done.number, item.task if item else "", item))


def _in_order(could: Time, begin: Time, end: Time) -> tuple[Time, Time]:
    """A task with a term from an earlier event begins within that term; after waiting it can end too late."""
    if begin.at is None or end.at is None or begin.at <= end.at:
        return begin, end
    return (end, end) if begin.at == could.at else (begin, begin)
