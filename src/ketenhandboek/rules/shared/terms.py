"""Terms as rules compare them: from which event they run, and which of two ends later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.calendar import calendar_of
from ketenhandboek.chain.clock import MIDNIGHT, Leg, clock_of, last_day, local
from ketenhandboek.chain.events import Events
from ketenhandboek.chain.week import WEEK
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Duration, Unit
from ketenhandboek.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, timedelta

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.clock import Worst
    from ketenhandboek.values import Ref

_IN_SMALLER = {Unit.WEEK: (7, Unit.CALENDAR_DAY), Unit.YEAR: (12, Unit.MONTH)}


class Terms:
    """Events and terms in one chain; what depends on the calendar is searched from its day to its horizon."""

    def __init__(self, chain: Chain) -> None:
        self._events = Events(chain.records.of(Task))
        self.days = (chain.day, max(chain.day, chain.horizon))
        self.clock = clock_of(calendar_of(chain.region))
        self._worst: dict[tuple[tuple[Duration, ...], Duration], Worst | None] = {}

    def event(self, since: Ref) -> Ref:
        """The begin or end of a task that an event is: `ontvangst-melding` is `melding-ontvangen/begin`."""
        return self._events.meant(since)

    def exceeds(self, term: Duration, limit: Duration) -> bool:
        """Whether a term can end later than another with the same start."""
        return self.too_late((term,), limit)

    def too_late(self, terms: Sequence[Duration], limit: Duration) -> bool:
        """Whether terms one after the other can end later than a limit with the start of the first."""
        if _in_one_unit(terms, limit):
            most = in_smaller_units(limit).number
            return sum(in_smaller_units(term).number for term in terms) > most
        return self._latest(tuple(terms), limit) is not None

    def example(self, terms: Sequence[Duration], limit: Duration) -> str:
        """A start from which terms end too late, as a sentence; nothing where the numbers show it."""
        worst = None if _in_one_unit(terms, limit) else self._latest(tuple(terms), limit)
        if worst is None:
            return ""
        allowed = self.clock.end_of(limit, worst.start)
        return (
            f" Begint het op {day_in_full(local(worst.start).date())}, dan is het uiterlijk klaar "
            f"{end_in_words(worst.end)}. Het moet klaar zijn {end_in_words(allowed)}."
        )

    def length(self, terms: Sequence[Duration]) -> timedelta:
        """How long terms one after the other can take."""
        return self.clock.worst_path([Leg(term) for term in terms], *self.days).length

    def _latest(self, terms: tuple[Duration, ...], limit: Duration) -> Worst | None:
        if (terms, limit) not in self._worst:
            legs = [Leg(term) for term in terms]
            self._worst[terms, limit] = self.clock.exceeds(legs, limit, *self.days)
        return self._worst[terms, limit]


def in_smaller_units(term: Duration) -> Duration:
    """Weeks as calendar days and years as months, which end at the same moment."""
    if term.unit not in _IN_SMALLER:
        return term
    size, unit = _IN_SMALLER[term.unit]
    return Duration(term.number * size, unit)


def _in_one_unit(terms: Sequence[Duration], limit: Duration) -> bool:
    unit = in_smaller_units(limit).unit
    return all(in_smaller_units(term).unit is unit for term in terms)


def day_in_full(day: date) -> str:
    """`vrijdag 22 december 2028`."""
    return f"{WEEK[day.weekday()]} {in_words(day)}"


def end_in_words(end: datetime) -> str:
    """`op vrijdag 13 maart 2026`, or with the hour when it is not the end of a day."""
    here = local(end)
    if here.time() == MIDNIGHT:
        return f"op {day_in_full(last_day(end))}"
    return f"op {day_in_full(here.date())} om {here:%H:%M} uur"


def how_often(every: Duration) -> str:
    """`elke 3 maanden`, `elke week` or `elk jaar`."""
    if every.number > 1:
        return f"elke {every}"
    return f"elk {every.unit}" if every.unit is Unit.YEAR else f"elke {every.unit}"
