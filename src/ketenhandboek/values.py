"""The small values that stand in records: references, durations, coarse dates, and not knowing."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from functools import lru_cache


class Unknown(Enum):
    """What stands where the source is silent: `onbekend`."""

    UNKNOWN = "onbekend"

    def __str__(self) -> str:
        return self.value


UNKNOWN = Unknown.UNKNOWN


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A reference to a partner, kind or other record, with a function after the slash if one is named."""

    name: str
    function: str = ""

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> Ref:
        """`lokaal-team/teammanager` → `Ref("lokaal-team", "teammanager")`."""
        name, _, function = text.partition("/")
        return cls(name, function)

    def __str__(self) -> str:
        return f"{self.name}/{self.function}" if self.function else self.name


class Unit(StrEnum):
    """The units of a duration, in the singular."""

    HOUR = "uur"
    WORKING_DAY = "werkdag"
    CALENDAR_DAY = "kalenderdag"
    WEEK = "week"
    MONTH = "maand"
    YEAR = "jaar"


_SPELLINGS = {
    "uur": Unit.HOUR,
    "werkdag": Unit.WORKING_DAY,
    "werkdagen": Unit.WORKING_DAY,
    "kalenderdag": Unit.CALENDAR_DAY,
    "kalenderdagen": Unit.CALENDAR_DAY,
    "week": Unit.WEEK,
    "weken": Unit.WEEK,
    "maand": Unit.MONTH,
    "maanden": Unit.MONTH,
    "jaar": Unit.YEAR,
}
_PLURALS = {unit: spelling for spelling, unit in _SPELLINGS.items()}
_DURATION = re.compile(r"([1-9][0-9]{0,2}) ([a-z]+)")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of units, such as five working days. What it is counted from stands elsewhere."""

    number: int
    unit: Unit

    @classmethod
    @lru_cache(maxsize=1024)
    def parse(cls, text: str) -> Duration:
        """`5 werkdagen` → five working days. Raises ValueError on anything the schemas refuse."""
        match = _DURATION.fullmatch(text)
        if match is None or match[2] not in _SPELLINGS:
            raise ValueError(f"geen termijn: {text!r}")
        return cls(int(match[1]), _SPELLINGS[match[2]])

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number == 1 else _PLURALS[self.unit]}"

    def after(self, day: date) -> date:
        """The day this many calendar days, weeks, months or years later; the last day of a shorter month.

        Raises ValueError for hours and working days, which need a clock and a calendar.
        """
        if self.unit is Unit.CALENDAR_DAY:
            return day + timedelta(days=self.number)
        if self.unit is Unit.WEEK:
            return day + timedelta(weeks=self.number)
        if self.unit in (Unit.MONTH, Unit.YEAR):
            return _months_later(day, self.number * (12 if self.unit is Unit.YEAR else 1))
        raise ValueError(f"{self} is niet in hele dagen te tellen")


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date that may be known to the day, the month or the year only: it lies in `first`..`last`."""

    first: date
    last: date

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> Day:
        """`2025-01-31`, `2010-06` or `2017`. Raises ValueError on a date that does not exist."""
        match = _DAY.fullmatch(text)
        if match is None:
            raise ValueError(f"geen datum: {text!r}")
        first = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        if match[2] is None:
            return cls(first, first.replace(month=12, day=31))
        if match[3] is None:
            return cls(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))
        return cls(first, first)

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.first == self.last

    def __str__(self) -> str:
        if self.exact:
            return self.first.isoformat()
        return str(self.first.year) if self.first.month != self.last.month else f"{self.first:%Y-%m}"


class Truth(Enum):
    """The answer to a question about dates that may be coarse."""

    YES = "ja"
    NO = "nee"
    UNSURE = "onbekend"


@dataclass(frozen=True, slots=True)
class Period:
    """From a day up to and including a day; None is an open end, UNKNOWN an end nobody recorded."""

    start: Day | Unknown | None = None
    end: Day | Unknown | None = None

    def contains(self, day: date) -> Truth:
        """Whether `day` lies in the period, as far as its ends are known."""
        started = _reached(self.start, day)
        ended = _passed(self.end, day)
        if started is Truth.NO or ended is Truth.YES:
            return Truth.NO
        return Truth.UNSURE if Truth.UNSURE in (started, ended) else Truth.YES


def _reached(start: Day | Unknown | None, day: date) -> Truth:
    if start is None:
        return Truth.YES
    if isinstance(start, Unknown):
        return Truth.UNSURE
    if day >= start.last:
        return Truth.YES
    return Truth.NO if day < start.first else Truth.UNSURE


def _passed(end: Day | Unknown | None, day: date) -> Truth:
    if end is None:
        return Truth.NO
    if isinstance(end, Unknown):
        return Truth.UNSURE
    if day > end.last:
        return Truth.YES
    return Truth.NO if day <= end.first else Truth.UNSURE
