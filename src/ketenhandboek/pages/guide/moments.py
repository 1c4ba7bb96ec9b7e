"""What a device needs to know in which piece of the week a moment lies."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.calendar import calendar_of
from ketenhandboek.chain.week import HOLIDAY, WEEK, WHOLE_DAY, Week, pieces, successions
from ketenhandboek.values import Duration, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain

AHEAD = Duration(2, Unit.YEAR)
DAYS = (*WEEK, HOLIDAY)
OUTSIDE = -1
"""Stands for the minutes in no window of the region."""


def moments(chain: Chain) -> dict[str, Any]:
    """The periods, the holidays, and for each kind of day after each other the pieces of that day.

    A day is a number: Monday is 0, a holiday is 7. A piece is the minute on which it begins and its number.
    """
    last = AHEAD.after(chain.day)
    until = min(chain.horizon, last)
    return {
        "day": chain.day.isoformat(),
        "until": until.isoformat(),
        "periods": [start.isoformat() for start in chain.change_points],
        "holidays": [day.isoformat() for day in _holidays(chain, last)],
        "hours": [chain.week.words((atom,)) for atom in range(len(chain.week.atoms))],
        "week": {
            f"{DAYS.index(before)}{DAYS.index(today)}": list(_pieces(chain.week, before, today))
            for before, today in successions()
        },
    }


def _holidays(chain: Chain, last: date) -> Iterator[date]:
    calendar = calendar_of(chain.region)
    day = chain.day - timedelta(days=1)
    while day <= last:
        if calendar.is_holiday(day):
            yield day
        day += timedelta(days=1)


def _pieces(week: Week, before: str, today: str) -> Iterator[tuple[int, int]]:
    found = (
        border
        for window in week.windows.values()
        for piece in pieces(window, before, today)
        for border in piece
    )
    for minute in sorted({0, *found} - {WHOLE_DAY}):
        atom = week.atom(before, today, minute)
        yield minute, OUTSIDE if atom is None else atom
