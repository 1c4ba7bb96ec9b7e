"""What the agreements leave open, and where they contradict each other, up to the horizon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.chain.situations import Situations, accountable
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import UNKNOWN, Day, Duration, Period, Truth, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.situations import Holding
    from ketenhandboek.chain.space import Box, Space
    from ketenhandboek.kinds.agreement import Agreement

    Differ = Callable[[Line, Line, Situations], int]

ONE_PARTY = "een"


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """A box of situations in which nobody is accountable for a task."""

    task: Task
    box: Box

    @property
    def open_now(self) -> bool:
        """Whether it is open on the reference date."""
        return bool(self.box.periods & 1)


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """Two lines that say something else in the same situations; `later` is the newer agreement's."""

    task: Task
    earlier: Line
    later: Line
    boxes: tuple[Box, ...]


class Coverage:
    """Gaps and conflicts over the periods between the days on which something changes.

    `starts` holds the first day of each period; the first is the reference date.
    """

    def __init__(self, chain: Chain, starts: tuple[date, ...], space: Space) -> None:
        self._chain = chain
        self._space = space
        self.starts = starts
        self._tasks = chain.records.of(Task)
        self._covered: dict[str, tuple[int, ...]] = {}

    @cached_property
    def periods(self) -> tuple[Situations, ...]:
        """The lines in force in each period."""
        chain, space = self._chain, self._space
        ahead = (chain.at(start) for start in self.starts[1:])
        return (chain.situations, *(Situations(later, space, chain.week) for later in ahead))

    @cached_property
    def required(self) -> tuple[Task, ...]:
        """The tasks for which somebody must be accountable, whatever the date."""
        region = self._chain.region
        if region is None:
            return ()
        named = set(region.required_tasks)
        return tuple(task for id_, task in self._tasks.items() if id_ in named or self._by_layer(task))

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What is open for required tasks, as the fewest boxes in words that a fixed order gives."""
        return tuple(gap for task in self.required for gap in self.as_gaps(task, self.open_for(task)))

    def as_gaps(self, task: Task, cells: int) -> tuple[Gap, ...]:
        """Situations over all periods, as the boxes of their cover."""
        return tuple(Gap(task, box) for box in self._space.cover(cells))

    def open_for(self, task: Task) -> int:
        """The situations, over all periods, in which a task is due and nobody is accountable for it."""
        return self._open(task, self.covered(task))

    def covered(self, task: Task) -> tuple[int, ...]:
        """The situations of each period in which somebody is accountable for a task.

        A name that meant nobody from the first day of its line counts: another rule says so, once.
        """
        if task.id not in self._covered:
            self._covered[task.id] = tuple(self._held(task, lambda _: True))
        return self._covered[task.id]

    def doubtful_for(self, task: Task) -> int:
        """The situations that only an agreement covers of which the dates are in doubt."""
        return self._open(task, self._held(task, lambda holding: holding.sure)) & ~self.open_for(task)

    def doubted(self, task: Task, cells: int) -> Iterator[Agreement]:
        """The agreements with dates in doubt whose lines for a task hold in any of these situations."""
        for period, situations in enumerate(self.periods):
            here = cells >> (period * self._space.size)
            for holding in situations.of(task.id):
                if not holding.sure and holding.cells & here:
                    yield holding.line.agreement

    def partly_open_for(self, task: Task) -> int:
        """The situations in which nobody is accountable for a task, though somebody is at another hour."""
        found = 0
        for period, here in enumerate(self.covered(task)):
            due = self._due(task, period, required=False)
            found |= (self._space.at_some_time(here) & due & ~here) << (period * self._space.size)
        return found

    @cached_property
    def accountable_conflicts(self) -> tuple[Conflict, ...]:
        """Two accountable parties for a task that only one may have."""
        tasks = (task for task in self._tasks.values() if task.division == ONE_PARTY)
        return tuple(self._conflicts(tasks, different_party))

    @cached_property
    def deadline_conflicts(self) -> tuple[Conflict, ...]:
        """Two deadlines for one task of one party."""
        return tuple(self._conflicts(self._tasks.values(), _different_deadline))

    def nearest(self, gap: Gap, *, elsewhere: bool = False) -> Line | None:
        """The line that comes nearest to closing a gap; one for its municipalities, or else `elsewhere`.

        What held there in an earlier period goes first, then what holds there at another hour. What holds
        only later comes last.
        """
        end = gap.box.periods.bit_length()
        earlier = self._nearest(gap, self.periods[:end], elsewhere)
        return earlier or self._nearest(gap, self.periods[end:], elsewhere)

    def _nearest(self, gap: Gap, periods: tuple[Situations, ...], elsewhere: bool) -> Line | None:
        whole = self._space.whole._replace(periods=1)
        place = self._space.cells(gap.box._replace(periods=1))
        around = self._space.cells(whole._replace(municipalities=gap.box.municipalities))
        here = set(self._space.municipalities.chosen(gap.box.municipalities))
        found = [
            holding
            for situations in periods
            for holding in situations.of(gap.task.id)
            if elsewhere or here & self._chain.areas.of(holding.line.agreement.areas)
        ]
        near = max(found, key=lambda it: [(it.cells & c).bit_count() for c in (place, around)], default=None)
        return near.line if near else None

    def space_of(self, task: Task) -> int:
        """The situations of one period that a task is about."""
        groups = self._chain.binding.groups_in(task.target_groups)
        whole = self._space.whole._replace(periods=1)
        return self._space.cells(whole._replace(groups=self._space.groups.of(groups)))

    def _by_layer(self, task: Task) -> bool:
        """Whether a task is required by its own record, in a layer that counts for this region."""
        region = self._chain.region
        entry = self._chain.records.entry("taak", task.id)
        own = entry is not None and entry.layer == REGIONAL
        return task.required and (own or (region is not None and region.national_requirements))

    def _open(self, task: Task, covered: Iterable[int]) -> int:
        found = 0
        for period, here in enumerate(covered):
            reached = here if task.acute else self._space.at_some_time(here)
            found |= (self._due(task, period) & ~reached) << (period * self._space.size)
        return found

    def _due(self, task: Task, period: int, *, required: bool = True) -> int:
        """The situations of one period in which somebody must be accountable for a task."""
        day = self.starts[period]
        if required and task.valid and task.valid.period.contains(day) is not Truth.YES:
            return 0
        return self.space_of(task) & self._inside[period]

    @cached_property
    def _inside(self) -> tuple[int, ...]:
        """The situations of each period in the municipalities that surely belong to the region then."""
        whole, axis = self._space.whole._replace(periods=1), self._space.municipalities
        region = self._chain.region
        listed = region.municipalities if region else ()
        members = ([item.id for item in listed if _member(item.period, day)] for day in self.starts)
        return tuple(self._space.cells(whole._replace(municipalities=axis.of(ids))) for ids in members)

    def _held(self, task: Task, counts: Callable[[Holding], bool]) -> Iterator[int]:
        """What the lines that count cover in each period."""
        unbound: dict[tuple[int, str], int] = {}
        for situations in self.periods:
            found = 0
            for holding in filter(counts, situations.of(task.id)):
                for name in holders(holding.line, task):
                    bound = situations.bound(name) if name != UNKNOWN.value else -1
                    never = unbound.setdefault((id(holding.line.own), name), ~bound)
                    found |= holding.cells & (bound | never)
            yield found

    def _conflicts(self, tasks: Iterable[Task], differ: Differ) -> Iterator[Conflict]:
        for task in tasks:
            found: dict[tuple[int, int], tuple[Line, Line, int]] = {}
            for period, situations in enumerate(self.periods):
                for one, other, cells in _clashes(situations, task, differ):
                    earlier, later = sorted((one, other), key=_age)
                    pair = (id(earlier.own), id(later.own))
                    before = found[pair][2] if pair in found else 0
                    shifted = (cells & self.space_of(task)) << (period * self._space.size)
                    found[pair] = (earlier, later, before | shifted)
            for earlier, later, cells in found.values():
                if cells:
                    yield Conflict(task, earlier, later, self._space.cover(cells))


def holders(line: Line, task: Task) -> tuple[str, ...]:
    """Who holds a task by a line: the accountable party, and each performer of a task that all have.

    `onbekend` is a holder too: somebody has it, and it is to be found out who.
    """
    if isinstance(line.line.accountable, Unknown):
        return (UNKNOWN.value,)
    performers = line.line.performers if task.division != ONE_PARTY else ()
    return tuple(filter(None, (accountable(line), *(ref.name for ref in performers))))


def _member(period: Period, day: date) -> bool:
    """Whether a municipality surely belongs to the region; a date nobody recorded is long ago or far away."""
    known = (None if isinstance(end, Unknown) else end for end in (period.start, period.end))
    return Period(*known).contains(day) is Truth.YES


def _clashes(situations: Situations, task: Task, differ: Differ) -> Iterator[tuple[Line, Line, int]]:
    """The pairs of lines for a task that differ, with the situations in which they do."""
    seen = 0
    before: list[Holding] = []
    for holding in situations.of(task.id):
        if holding.sure:
            for other in before if holding.cells & seen else ():
                cells = holding.cells & other.cells
                differing = cells and cells & differ(other.line, holding.line, situations)
                if differing:
                    yield other.line, holding.line, differing
            seen |= holding.cells
            before.append(holding)


def different_party(one: Line, other: Line, situations: Situations) -> int:
    """The situations in which two lines name parties that have nobody in common."""
    names = accountable(one), accountable(other)
    if not all(names) or names[0] == names[1]:
        return 0
    found = 0
    for party, cells in situations.parties(names[0]).items():
        for against, also in situations.parties(names[1]).items():
            if party and against and not party & against:
                found |= cells & also
    return found


def _different_deadline(one: Line, other: Line, situations: Situations) -> int:
    """The situations in which two lines give one party another term or another start."""
    terms = one.line.deadline, other.line.deadline
    known = [term for term in terms if term and isinstance(term.within, Duration)]
    if len(known) < len(terms) or Unknown.UNKNOWN in (term.since for term in known):
        return 0
    said = {(term.within, term.since) for term in known}
    return ~different_party(one, other, situations) if len(said) > 1 else 0


def _age(line: Line) -> tuple[date, str, int]:
    start = line.agreement.valid.start
    first = start.first if isinstance(start, Day) else date.min
    return (first, line.agreement.id, line.own.place.node.start_mark.line)
