"""The state of an agreement on a date. Nobody writes it down: it follows from dates."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from ketenhandboek.values import UNKNOWN, Day, Truth, Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.source.document import Place
    from ketenhandboek.values import Duration

_ONE_DAY = timedelta(days=1)


class State(Enum):
    """The states of an agreement, in the words that readers see."""

    CONCEPT = "concept"
    CONSULTATION = "ter consultatie"
    FUTURE = "nog niet van kracht"
    IN_FORCE = "van kracht"
    UNSURE = "onbekend of het van kracht is"
    REPLACED = "vervangen"
    EXPIRED = "verlopen"
    WITHDRAWN = "ingetrokken"


OVER = frozenset({State.REPLACED, State.EXPIRED, State.WITHDRAWN})
UNADOPTED = {"concept": State.CONCEPT, "ter-consultatie": State.CONSULTATION}


class Lifecycle:
    """The agreements of a region on one day."""

    def __init__(self, agreements: Mapping[str, Agreement], day: date) -> None:
        self._day = day
        self._successors: dict[str, list[Agreement]] = defaultdict(list)
        for agreement in agreements.values():
            for replaced in agreement.replaces:
                self._successors[replaced].append(agreement)
        self.states: dict[str, State] = {id_: self._state(item) for id_, item in agreements.items()}
        self.in_force: dict[str, Agreement] = {
            id_: agreement
            for id_, agreement in agreements.items()
            if self.states[id_] in (State.IN_FORCE, State.UNSURE)
        }

    def successors(self, id_: str) -> tuple[Agreement, ...]:
        """The agreements that say they replace this one."""
        return tuple(self._successors.get(id_, ()))

    def _state(self, agreement: Agreement) -> State:
        if agreement.stage in UNADOPTED:
            return UNADOPTED[agreement.stage]
        if agreement.withdrawn_on and agreement.withdrawn_on.first <= self._day:
            return State.WITHDRAWN
        held = agreement.valid.period.contains(self._day)
        if held is Truth.NO:
            return State.EXPIRED if self._started(agreement) else State.FUTURE
        if any(self._replaces_now(successor) for successor in self._successors.get(agreement.id, ())):
            return State.REPLACED
        return State.IN_FORCE if held is Truth.YES else State.UNSURE

    def _started(self, agreement: Agreement) -> bool:
        start = agreement.valid.start
        return not isinstance(start, Day) or start.first <= self._day

    def _replaces_now(self, successor: Agreement) -> bool:
        adopted = successor.stage not in UNADOPTED
        return adopted and self._started(successor) and isinstance(successor.valid.start, Day)


def last_day_of(agreement: Agreement) -> tuple[Day | Unknown | None, Place]:
    """The last day on which an agreement holds by itself, and where that is written."""
    end, withdrawn = agreement.valid.end, agreement.withdrawn_on
    if withdrawn is None or (isinstance(end, Day) and end.last < withdrawn.first):
        return end, agreement.place.at("geldig", "tot_en_met")
    last = Day(withdrawn.first - _ONE_DAY, withdrawn.last - _ONE_DAY)
    return last, agreement.place.at("ingetrokken_op")


def evaluation_due(agreement: Agreement, day: date) -> Day | Unknown | None:
    """When the next evaluation must have been; None when none is planned or it is out of sight."""
    evaluation = agreement.stewardship.evaluation if agreement.stewardship else None
    if evaluation is None:
        return None
    since = evaluation.last or agreement.valid.start
    if not isinstance(since, Day) or isinstance(evaluation.every, Unknown):
        return UNKNOWN
    return None if since.last > day else later(since, evaluation.every)


def later(since: Day, duration: Duration) -> Day | None:
    """The day that is so much later; None beyond the calendar."""
    try:
        return Day(duration.after(since.first), duration.after(since.last))
    except (ValueError, OverflowError):
        return None
