"""The days ahead on which something in the chain begins or ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.region import Region
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Day, Duration, Period, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.records import Records

OUTLOOK = Duration(6, Unit.MONTH)
"""How far ahead a region looks that does not say so itself."""


def last_day(records: Records, day: date) -> date:
    """The horizon: the end of the region's `vooruitblik`, counted from `day`."""
    region = next(iter(records.of(Region).values()), None)
    outlook = (region.outlook if region else None) or OUTLOOK
    try:
        return outlook.after(day)
    except (ValueError, OverflowError):
        return date.max


def change_points(records: Records, day: date, until: date) -> tuple[date, ...]:
    """`day`, and each later day up to and including `until` on which something begins or has just ended.

    Looks at agreements, partners and where they work, municipalities, areas, and the tasks that the law sets.
    """
    changes = {change for period in _periods(records) for change in _changes(period, until)}
    return (day, *sorted(change for change in changes if day < change <= until))


def _changes(period: Period, until: date) -> Iterator[date]:
    """The days on which the answer to "does it hold?" can change: two for an end that is not exact."""
    if isinstance(period.start, Day):
        yield period.start.first
        yield period.start.last
    if isinstance(period.end, Day):
        yield from (end + timedelta(days=1) for end in (period.end.first, period.end.last) if end < until)


def _periods(records: Records) -> Iterator[Period]:
    for agreement in records.of(Agreement).values():
        yield agreement.valid.period
        if agreement.withdrawn_on:
            yield Period(agreement.withdrawn_on)
    for partner in records.of(Partner).values():
        yield from (area.period for area in partner.work_areas)
        if partner.exists:
            yield partner.exists.period
    for task in records.of(Task).values():
        if task.valid:
            yield task.valid.period
    for region in records.of(Region).values():
        yield from (municipality.period for municipality in region.municipalities)
        yield from (member.period for area in region.areas for member in area.members)
