"""The latest moments in a run: when a term ends, and when there is nothing to say about that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.values import Gap, Time
from ketenhandboek.chain.clock import MINUTE
from ketenhandboek.chain.events import BEGIN, END, Events
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Duration, Ref, Unit, Unknown

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.clock import Clock
    from ketenhandboek.chain.elaboration import Line


class Timing:
    """Terms of one chain, and the events they count from."""

    def __init__(self, chain: Chain, clock: Clock) -> None:
        self._clock = clock
        self._events = Events(chain.records.of(Task))

    def event(self, since: Ref) -> Ref:
        """The begin or end of a task that an event is."""
        return self._events.meant(since)

    def latest(self, term: Duration, since: Time) -> Time:
        """The last moment within a term from a time that is known."""
        assert since.at is not None
        in_hours = term.unit is Unit.HOUR
        end = self._clock.end_of(term, since.at + MINUTE if in_hours and since.all_day else since.at)
        return Time(end) if in_hours else Time(end - MINUTE, all_day=True)

    def ends(self, term: Duration | Unknown | None, since: Time, gap: Gap) -> Time:
        """The end of a term from a time; without a term, or without a time to count from, its gap."""
        if not isinstance(term, Duration):
            return Time(gap=replace(gap, asked=term is not None))
        return self.latest(term, since) if since.at else since


class Moments:
    """When everything happened in one run so far."""

    def __init__(self, timing: Timing) -> None:
        self.timing = timing
        self._happened: dict[Ref, Time] = {}

    def end_of(self, line: Line, begin: Time) -> Time:
        """When the task of a line that begins at a time is done at the latest."""
        agreement, task, deadline = line.agreement, line.own.task, line.line.deadline
        if deadline is None or deadline.since is None:
            return Time(gap=Gap(agreement, task, line.own.place))
        if isinstance(deadline.since, Unknown):
            return Time(gap=Gap(agreement, task, deadline.place, "vanaf", asked=True))
        event = self.timing.event(deadline.since)
        since = begin if event == Ref(task, BEGIN) else self._happened.get(event)
        if since is None:
            return Time(gap=Gap(agreement, task, deadline.place, "vanaf"))
        return self.timing.ends(deadline.within, since, Gap(agreement, task, deadline.place, "binnen"))

    def keep(self, task: str, begin: Time, end: Time) -> None:
        """Remember when a task begins and ends; a task that is done again counts from its last time."""
        self._happened[Ref(task, BEGIN)] = begin
        self._happened[Ref(task, END)] = end
