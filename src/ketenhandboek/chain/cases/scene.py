"""One situation of a case on the day on which it plays: who has a task at which moment."""

from __future__ import annotations

from datetime import time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.clock import local, moment
from ketenhandboek.chain.space import Box, Situation, bits
from ketenhandboek.chain.week import HOLIDAY, WEEK, WHOLE_DAY, minutes
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from ketenhandboek.chain.calendar import Calendar
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.situations import Holding

ONE_PARTY = "een"
_LONGEST_WAIT = 400
_DAY = timedelta(days=1)


class Found(NamedTuple):
    """The lines for a task, and from when they hold; no moment when nobody knows when they are needed."""

    lines: tuple[Line, ...]
    since: datetime | None


class _Held(NamedTuple):
    line: Line
    atoms: int


class Scene:
    """Municipality, theme and target group, over all hours of the week."""

    def __init__(self, chain: Chain, calendar: Calendar, municipality: str, theme: str, group: str) -> None:
        self.chain = chain
        self.municipality = municipality
        self.theme = theme
        self.group = group
        self._calendar = calendar
        self._tasks = chain.records.of(Task)
        self._known: dict[str, tuple[_Held, ...]] = {}

    def concerns(self, task: str) -> bool:
        """Whether a task is there for the target group."""
        known = self._tasks.get(task)
        return known is not None and self.group in self.chain.binding.groups_in(known.target_groups)

    def found(self, task: str, at: datetime | None) -> Found | None:
        """The lines by which somebody has a task from a moment on; none when nobody has it.

        An acute task must be taken up at once; any other waits until somebody has it.
        """
        held = self._held(task)
        if not held or at is None or all(item.atoms == self._every_hour for item in held):
            return Found(tuple(item.line for item in held), at) if held else None
        for hour in self._hours(at):
            atom = self._atom(hour)
            lines = tuple(item.line for item in held if atom is not None and item.atoms >> atom & 1)
            if lines:
                return Found(lines, hour)
            if self._tasks[task].acute:
                break
        return None

    def partners(self, ref: object) -> tuple[str, ...]:
        """The ids of the partners that a reference means here; none for `onbekend` or nothing."""
        if not isinstance(ref, Ref):
            return ()
        return tuple(
            item.id for item in self.chain.binding.in_municipality(ref.name, self.municipality, self.group)
        )

    def one_party(self, task: str) -> bool:
        """Whether only one party can have a task."""
        return self._tasks[task].division == ONE_PARTY

    def _held(self, task: str) -> tuple[_Held, ...]:
        if task not in self._known:
            found = (_Held(item.line, self._atoms(item)) for item in self.chain.situations.of(task))
            self._known[task] = tuple(item for item in found if item.atoms and self._somebody(item.line))
        return self._known[task]

    def _somebody(self, line: Line) -> bool:
        """Whether a line means anybody here; who is not known yet, is somebody."""
        named = line.line.accountable
        return not isinstance(named, Ref) or bool(self.partners(named))

    def _atoms(self, holding: Holding) -> int:
        if holding.cells & self._any_hour == self._any_hour:
            return self._every_hour
        return bits(atom for atom, cell in enumerate(self._cells) if holding.cells & cell)

    @cached_property
    def _every_hour(self) -> int:
        return self.chain.space.atoms.all

    @cached_property
    def _cells(self) -> list[int]:
        cell = self.chain.space.cell
        return [
            cell(Situation(self.municipality, atom, self.theme, self.group))
            for atom in range(len(self.chain.week.atoms))
        ]

    @cached_property
    def _any_hour(self) -> int:
        space = self.chain.space
        return space.cells(
            Box(
                space.municipalities.of((self.municipality,)),
                space.atoms.all,
                space.themes.of((self.theme,)),
                space.groups.of((self.group,)),
            )
        )

    def _hours(self, at: datetime) -> Iterator[datetime]:
        """The moment itself, and after it every moment at which a window can open or close."""
        yield at
        day = local(at).date()
        for number in range(_LONGEST_WAIT):
            for minute in self._borders:
                hour = moment(day + number * _DAY, time(*divmod(minute, 60)))
                if hour > at:
                    yield hour

    @cached_property
    def _borders(self) -> list[int]:
        windows = self.chain.week.windows.values()
        found = {minutes(clock) for window in windows for clock in (window.start, window.end) if clock}
        return sorted({0, *found} - {WHOLE_DAY})

    def _atom(self, at: datetime) -> int | None:
        here = local(at)
        today = here.date()
        return self.chain.week.atom(self._kind(today - _DAY), self._kind(today), here.hour * 60 + here.minute)

    def _kind(self, day: date) -> str:
        return HOLIDAY if self._calendar.is_holiday(day) else WEEK[day.weekday()]
