"""When a term ends: hours run through, days end at midnight, working days skip weekends and holidays.

A moment is a whole minute in UTC; the days and hours of terms are those of Europe/Amsterdam. The end of a
term is the first moment that is too late: 24:00 of Friday is 00:00 of Saturday.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from ketenhandboek.chain.week import WEEK
from ketenhandboek.values import Duration, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ketenhandboek.chain.calendar import Calendar
    from ketenhandboek.kinds.region import Window

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MIDNIGHT = time(0)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
_END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC)
_LONGEST_WAIT = 400
"""Days after which a window that never opens is no longer waited for: more than a year of holidays."""


def moment(day: date, clock: time = MIDNIGHT) -> datetime:
    """The moment at which clocks in the Netherlands show this; the first of two when the hour is repeated."""
    return datetime.combine(day, clock, AMSTERDAM).astimezone(UTC)


def local(at: datetime) -> datetime:
    """A moment as clocks in the Netherlands show it."""
    return at.astimezone(AMSTERDAM)


def last_day(end: datetime) -> date:
    """The day on which a term with this end can still be met."""
    return local(end - MINUTE).date()


class Worst(NamedTuple):
    """The start from which something takes longest, and when it ends then."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it takes, by a clock that runs through."""
        return self.end - self.start

    @property
    def days(self) -> int:
        """In calendar days; the day of the start does not count."""
        return (last_day(self.end) - local(self.start).date()).days


class Leg(NamedTuple):
    """A task on a path: within how long it is done, once one of these windows is open (none: at once)."""

    within: Duration
    windows: tuple[Window, ...] = ()


class Clock:
    """Terms by the calendar of one region; what was worked out once is known."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._ends: dict[tuple[Duration, datetime], datetime] = {}
        self._worst: dict[tuple[tuple[Leg, ...], date, date], Worst] = {}

    def end_of(self, term: Duration, event: datetime) -> datetime:
        """The end of a term that starts with an event; the day of the event counts only for hours.

        What would end after the year 9998 ends there.
        """
        if (term, event) not in self._ends:
            self._ends[term, event] = self._end_of(term, event)
        return self._ends[term, event]

    def _end_of(self, term: Duration, event: datetime) -> datetime:
        try:
            if term.unit is Unit.HOUR:
                return event + timedelta(hours=term.number)
            return moment(self._last_day_of(term, local(event).date()) + DAY)
        except (OverflowError, ValueError):
            return _END_OF_TIME

    def _last_day_of(self, term: Duration, day: date) -> date:
        if term.unit is Unit.WORKING_DAY:
            return self._calendar.working_day_after(day, term.number)
        return term.after(day)

    def worst_start(self, term: Duration, first: date, last: date) -> Worst:
        """The start in these days, both included, from which a term runs longest; the last one of equals."""
        return self.worst_path((Leg(term),), first, last)

    def path_end(self, legs: Sequence[Leg], start: datetime) -> datetime:
        """When tasks end at the latest that are done one after the other; there is at least one.

        A task starts as soon as the one before it is done and a window of its partner is open.
        """
        end = start + MINUTE
        for leg in legs:
            end = self._done(leg, end)
        return end

    def worst_path(self, legs: Sequence[Leg], first: date, last: date) -> Worst:
        """As `worst_start`, for tasks one after the other."""
        asked = tuple(legs), first, last
        if asked not in self._worst:
            self._worst[asked] = self._worst_of(*asked)
        return self._worst[asked]

    def _worst_of(self, legs: tuple[Leg, ...], first: date, last: date) -> Worst:
        ends = {start: start + MINUTE for start in starts(legs, first, last)}
        for leg in legs:
            done = {end: self._done(leg, end) for end in set(ends.values())}
            ends = {start: done[end] for start, end in ends.items()}
        return max(starmap(Worst, ends.items()), key=lambda run: (run.length, run.start))

    def _done(self, leg: Leg, before: datetime) -> datetime:
        """The end of a task that starts when the one before it has ended, and a window is open."""
        return self.end_of(leg.within, self.opened(leg.windows, before - MINUTE))

    def exceeds(self, legs: Sequence[Leg], limit: Duration, first: date, last: date) -> Worst | None:
        """The first start in these days from which a path ends furthest after a limit, if any does."""
        late = (
            (self.path_end(legs, start) - self.end_of(limit, start), start)
            for start in starts(legs, first, last)
        )
        over, start = max(late, key=lambda pair: (pair[0], -pair[1].timestamp()))
        return Worst(start, self.path_end(legs, start)) if over > timedelta(0) else None

    def opened(self, windows: Sequence[Window], at: datetime) -> datetime:
        """The first moment from `at` on that lies in a window; without windows every moment does.

        A window that runs past midnight belongs to the day on which it begins. On a holiday only the windows
        hold that say so.
        """
        if not windows:
            return at
        day = local(at).date() - DAY
        for number in range(_LONGEST_WAIT):
            pieces = self._pieces(windows, day + number * DAY)
            found = min((max(start, at) for start, end in pieces if end > at), default=None)
            if found is not None:
                return found
        return at

    def _pieces(self, windows: Sequence[Window], day: date) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of time that begin on a day."""
        holiday = self._calendar.is_holiday(day)
        for window in windows:
            if window.holidays if holiday else WEEK[day.weekday()] in window.days:
                begin, end = borders(window)
                yield moment(day, begin), moment(day if end > begin else day + DAY, end)


@lru_cache(maxsize=64)
def clock_of(calendar: Calendar) -> Clock:
    """The clock of a calendar."""
    return Clock(calendar)


def borders(window: Window) -> tuple[time, time]:
    """When a window opens and closes; no later than it opens means the next day."""
    return _clock(window.start), _clock(window.end)


def _clock(text: str | None) -> time:
    hours, minutes = (text or "24:00").split(":")
    return time(int(hours) % 24, int(minutes))


def starts(legs: Sequence[Leg], first: date, last: date) -> Iterator[datetime]:
    """The starts that matter: where a day or window begins or ends, now or after hours that come first."""
    begin, end = moment(first), moment(last + DAY)
    clocks = {MIDNIGHT, *(at for leg in legs for window in leg.windows for at in borders(window))}
    found: set[datetime] = set()
    for shift in _shifts(legs):
        days = range((last - first).days + shift.days + 3)
        turns = (moment(first + number * DAY, clock) - shift for number in days for clock in clocks)
        found.update(start for turn in turns for start in (turn - MINUTE, turn))
    yield from sorted(start for start in found if begin <= start < end)


def _shifts(legs: Sequence[Leg]) -> set[timedelta]:
    """How long after the start the next task can start, while nothing but hours has passed."""
    shift = timedelta(0)
    shifts = {shift}
    for leg in legs:
        if leg.within.unit is not Unit.HOUR:
            break
        shift += timedelta(hours=leg.within.number) - MINUTE
        shifts.add(shift)
    return shifts
