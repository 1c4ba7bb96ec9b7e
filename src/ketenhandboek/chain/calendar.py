"""Which days are holidays in a region. All others from Monday to Friday are working days."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.region import Region

NATIONAL = "NL"
_PUBLIC, _OTHER = "public", "optional"
_SATURDAY = 5


class Calendar:
    """The Dutch public holidays, with the days that a region adds (`also`) and leaves out (`never`).

    A day stands there by the name of the holiday (`Goede Vrijdag`) or by month and day (`05-05`).
    What the region adds counts every year, so Liberation Day too when it is named.
    """

    def __init__(
        self, also: tuple[str, ...] = (), never: tuple[str, ...] = (), national: str = NATIONAL
    ) -> None:
        self._also = frozenset(map(str.casefold, also))
        self._never = frozenset(map(str.casefold, never))
        self._national = national
        self._holidays: dict[int, frozenset[date]] = {}
        self._working: dict[int, list[date]] = {}

    def is_holiday(self, day: date) -> bool:
        """Whether the day is a holiday in the region, whatever day of the week it is."""
        return day in self._holidays_in(day.year)

    def is_working(self, day: date) -> bool:
        """Whether the day is a working day: Monday to Friday, and no holiday."""
        return day.weekday() < _SATURDAY and not self.is_holiday(day)

    def working_day_after(self, day: date, number: int) -> date:
        """The first, second … working day after a day; the day itself does not count."""
        year = day.year
        working = self._working_in(year)
        position = bisect_right(working, day) + number - 1
        while position >= len(working):
            position -= len(working)
            year += 1
            working = self._working_in(year)
        return working[position]

    def _working_in(self, year: int) -> list[date]:
        if year not in self._working:
            start = date(year, 1, 1)
            length = (date(year, 12, 31) - start).days + 1
            days = [start + timedelta(days=number) for number in range(length)]
            weekdays = [day for day in days if day.weekday() < _SATURDAY]
            # A region that makes every day a holiday would leave nothing to count.
            self._working[year] = [day for day in weekdays if not self.is_holiday(day)] or weekdays
        return self._working[year]

    def _holidays_in(self, year: int) -> frozenset[date]:
        if year not in self._holidays:
            self._holidays[year] = frozenset(self._gather(year))
        return self._holidays[year]

    def _gather(self, year: int) -> Iterator[date]:
        public = _named(self._national, year, _PUBLIC)
        yield from (day for day, name in public if not _says(self._never, day, name))
        for day, name in (*public, *_named(self._national, year, _OTHER)):
            if _says(self._also, day, name):
                yield day
        yield from _on_dates(self._also, year)


def _says(names: frozenset[str], day: date, name: str) -> bool:
    return name in names or f"{day:%m-%d}" in names


def _on_dates(texts: frozenset[str], year: int) -> Iterator[date]:
    """The days that are given by month and day, as far as the year has them."""
    for text in texts:
        try:
            yield date.fromisoformat(f"{year:04}-{text}")
        except ValueError:
            continue


@cache
def _named(national: str, year: int, category: str) -> tuple[tuple[date, str], ...]:
    """Each holiday of a year with its Dutch name, folded for comparison."""
    # The library takes a tenth of a second to load; most checks never count a working day.
    from holidays import country_holidays

    found = country_holidays(national, years=year, language="nl", categories=category, expand=False)
    return tuple((day, name.casefold()) for day in found for name in found.get_list(day))


def calendar_of(region: Region | None) -> Calendar:
    """The calendar that a region chose; the national one where it chose none."""
    chosen = region.holidays if region else None
    return _calendar(chosen.also, chosen.never, chosen.calendar) if chosen else _calendar((), (), NATIONAL)


@cache
def _calendar(also: tuple[str, ...], never: tuple[str, ...], national: str) -> Calendar:
    return Calendar(also, never, national)
