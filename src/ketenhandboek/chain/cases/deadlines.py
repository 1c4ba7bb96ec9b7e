"""Whether something is done within the time that a case expects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.cases.script import told_moment
from ketenhandboek.chain.cases.values import Gap, Time
from ketenhandboek.chain.cases.words import moment_in_words
from ketenhandboek.chain.elaboration import origin
from ketenhandboek.chain.events import BEGIN, END
from ketenhandboek.findings import Related
from ketenhandboek.values import Duration, Ref
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from ketenhandboek.chain.cases.timing import Timing
    from ketenhandboek.chain.cases.values import Climb, Run, Rung, Step
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.case import Case, Expectation


class Late(NamedTuple):
    """What is not in time, or of which nobody can tell (`asked`: because a record says `onbekend`)."""

    message: str
    related: tuple[Related, ...]
    agreement: Agreement | None = None
    asked: bool = False


class _Wanted(NamedTuple):
    """Within how long something must be done, and since when that counts."""

    item: Expectation
    within: Duration
    what: str
    since: Time


class Deadlines:
    """The expectations about time in one run.

    Where nobody can tell when the event is from which an expectation counts, it is put at the begin of the
    case, and everything is counted from there.
    """

    def __init__(self, case: Case, chain: Chain, run: Run, timing: Timing) -> None:
        self._start = Time(told_moment(case.situation.moment))
        self._names = chain.names
        self._run = run
        self._timing = timing

    def task(self, item: Expectation, within: Duration, step: Step) -> Late | None:
        """Why a task is not surely done in time; nothing when it is."""
        since = self._timing.event(item.since) if item.since else None
        start = self._happened(since, step)
        task = self._names.of("taak", step.task)
        if start is None:
            said = f"{task}: wat bij 'vanaf' staat, gebeurt hier niet voor deze taak."
            return Late(said, (self._place(step),))
        end = step.end
        if start.at is None and since is not None:
            start = self._start
            end = _Anchored(self._run, self._timing, since, start).end(step)
        return self._judged(_Wanted(item, within, task, start), end, self._place(step))

    def level(self, item: Expectation, within: Duration, climb: Climb, rung: Rung) -> Late | None:
        """Why a level does not surely answer in time; without `vanaf` the time runs from the question."""
        name = f"het niveau {lower_first(self._names.of('niveau', item.level or ''))}"
        place = Related(rung.step.place.at("reageert_binnen").span, "hier staat binnen welke tijd")
        asked, answers = climb.asked, rung.answers
        if asked.at is None:
            asked = self._start
            answers = self._answered(climb, rung, asked)
        return self._judged(_Wanted(item, within, name, asked), answers, place)

    def _answered(self, climb: Climb, rung: Rung, asked: Time) -> Time:
        for known in climb.rungs:
            gap = Gap(climb.agreement, "", known.step.place, "reageert_binnen")
            asked = self._timing.ends(known.step.responds_within, asked, gap)
            if known is rung:
                break
        return asked

    def _judged(self, wanted: _Wanted, end: Time, place: Related) -> Late | None:
        if end.at is None or wanted.since.at is None:
            return self._unsure(wanted.what, end.gap or wanted.since.gap)
        limit = self._timing.latest(wanted.within, wanted.since)
        if limit.at is None or end.at <= limit.at:
            return None
        event = f" vanaf {self._names.event(wanted.item.since)}" if wanted.item.since else ""
        said = (
            f"{upper_first(wanted.what)} kan duren tot {moment_in_words(end)}. De casus verwacht "
            f"{wanted.within}{event}: uiterlijk {moment_in_words(limit)}."
        )
        return Late(said, (place,))

    def _unsure(self, what: str, gap: Gap | None) -> Late | None:
        if gap is None:
            return None
        task = lower_first(self._names.of("taak", gap.task)) if gap.task else lower_first(what)
        if gap.asked:
            return Late(
                f"Binnen welke tijd is {task} klaar, en vanaf wanneer?", (), gap.agreement, asked=True
            )
        said = (
            f"Niemand kan zeggen wanneer {lower_first(what)} klaar is: '{gap.agreement.title}' geeft geen "
            f"termijn voor {task} die in deze casus loopt."
        )
        return Late(said, (Related(gap.span, "hier ontbreekt een termijn"),))

    def _happened(self, since: Ref | None, step: Step) -> Time | None:
        """When an event was, the last time before a step ends; the begin of the case without any."""
        if since is None:
            return self._start
        steps = [known for known in self._run.steps[: step.number + 1] if known.task == since.name]
        if not steps:
            return None
        return steps[-1].begin if since.function == BEGIN else steps[-1].end

    def _place(self, step: Step) -> Related:
        line = origin(step.line, "deadline")
        said = f"'{line.agreement.title}': hier staat de termijn"
        return Related(line.own.place.at("termijn", "binnen").span, said)


class _Anchored:
    """The times of a run, counted again from one event that is put at a known moment."""

    def __init__(self, run: Run, timing: Timing, event: Ref, at: Time) -> None:
        self._run = run
        self._timing = timing
        self._event = event
        self._at = at

    def end(self, step: Step) -> Time:
        """When a task is done at the latest."""
        deadline, line = step.line.line.deadline, step.line
        if step.told or step.end.at is not None:
            return step.end
        if (
            deadline is None
            or not isinstance(deadline.since, Ref)
            or not isinstance(deadline.within, Duration)
        ):
            return step.end
        since = self._when(self._timing.event(deadline.since), step)
        gap = Gap(line.agreement, step.task, deadline.place, "binnen")
        return self._timing.ends(deadline.within, since, gap)

    def _when(self, event: Ref, step: Step) -> Time:
        if event == self._event:
            return self._at
        earlier = [known for known in self._run.steps[: step.number + 1] if known.task == event.name]
        if not earlier:
            return step.end
        if event.function == BEGIN:
            return self._begin(earlier[-1])
        return self.end(earlier[-1]) if earlier[-1] is not step else step.end

    def _begin(self, step: Step) -> Time:
        if self._event == Ref(step.task, BEGIN):
            return self._at
        before = self._run.before(step)
        if step.begin.at is not None or before is None or step.came is None:
            return step.begin
        item = step.came.next
        ended = self._at if self._event == Ref(before.task, END) else self.end(before)
        within = item.within or (item.handover.confirmed_within if item.handover else None)
        if within is None:
            return ended
        return self._timing.ends(within, ended, Gap(step.line.agreement, step.task, item.place))
