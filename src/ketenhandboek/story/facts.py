"""What there is to say about one step of a case: who decides, by when, what goes along, who keeps watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.words import moment_in_words
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Duration, Ref, Unknown
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.cases.scene import Scene
    from ketenhandboek.chain.cases.values import Came, Climb, Run, Step, Time
    from ketenhandboek.kinds.agreement.lines import Flow, Responsibility

_KEPT = {"safety_sight": "zicht op de veiligheid", "coordination": "de coördinatie"}
_UNSAID = "niemand kan het zeggen, want er is geen termijn"


class Facts:
    """Facts about the steps of one run."""

    def __init__(self, played: Played, scene: Scene, run: Run) -> None:
        self._played = played
        self._scene = scene
        self._run = run
        self._names = played.chain.names

    def begins(self, step: Step) -> str:
        """`uiterlijk dinsdag 10 maart 2026`, or after what it begins when no moment is known."""
        if step.begin.at is not None:
            return f"uiterlijk {moment_in_words(step.begin)}"
        before = self._run.before(step)
        return f"na {self._task(before.task)}" if before else moment_in_words(step.begin)

    def of(self, step: Step) -> Iterator[tuple[str, str]]:
        """Everything there is to say, as label and sentence."""
        if step.came:
            yield from self._came(step, step.came)
        yield "Klaar", self._ended(step)
        yield from self._outcome(step)
        yield from self._people(step.line.line)
        if step.feedback and step.line.line.feedback:
            feedback = step.line.line.feedback
            told = _by(step.feedback, feedback.within)
            yield "Terugkoppeling", f"aan {self._names.party(feedback.to)}, {told}"
        yield from self._information(step)
        kept = [said for attribute, said in _KEPT.items() if getattr(step.line.line, attribute)]
        if kept:
            yield "Houdt", listed(kept)

    def _outcome(self, step: Step) -> Iterator[tuple[str, str]]:
        for outcome in self._played.chain.records.of(Task)[step.task].outcomes:
            if outcome.id == step.outcome:
                yield "Uitkomst", lower_first(outcome.name)

    def _people(self, line: Responsibility) -> Iterator[tuple[str, str]]:
        if isinstance(line.decides, Ref) and line.decides != line.accountable:
            yield "Beslist", self._names.party(line.decides)
        if line.consults:
            yield "Raadpleegt", self._names.parties(line.consults)
        if line.informs:
            yield "Informeert", self._names.parties(line.informs)

    def _came(self, step: Step, came: Came) -> Iterator[tuple[str, str]]:
        handover = came.next.handover
        before = self._run.before(step)
        if handover and before and came.confirmed:
            keeper = self._names.parties(before.partners) or "de vorige partij"
            answer = "niemand bevestigt op tijd" if came.climb else "bevestigt"
            until = f"Tot dan houdt {keeper} zicht op de veiligheid." if before.line.line.safety_sight else ""
            yield "Overdracht", f"{answer} {_by(came.confirmed, handover.confirmed_within)}. {until}".strip()
            if handover.coordination:
                yield "Coördinatie", handover.coordination.replace("-", " ")
        if came.climb:
            yield from self._climb(came.climb)

    def _climb(self, climb: Climb) -> Iterator[tuple[str, str]]:
        yield "Escalatieroute", f"{climb.route.name}, in '{climb.agreement.title}'"
        for number, rung in enumerate(climb.rungs, 1):
            levels = listed(lower_first(self._names.of("niveau", level)) for level in rung.step.levels)
            who = self._names.parties(rung.step.who)
            yield (
                f"Trede {number}",
                f"{levels}: {who}. Reageert {_by(rung.answers, rung.step.responds_within)}.",
            )
        yield "Opgelost", _by(climb.solved, climb.route.solved_within)

    def _ended(self, step: Step) -> str:
        if step.told:
            return f"op {moment_in_words(step.end)}"
        deadline = step.line.line.deadline
        if deadline is None or not isinstance(deadline.since, Ref):
            return _UNSAID
        if step.end.at is not None:
            since = self._names.event(deadline.since)
            return f"{_by(step.end, None)} ({deadline.within} vanaf {since})"
        if isinstance(deadline.within, Duration):
            return f"binnen {deadline.within} vanaf {self._names.event(deadline.since)}"
        return "onbekend binnen welke tijd"

    def _information(self, step: Step) -> Iterator[tuple[str, str]]:
        flows = self._played.flows
        sent = list(flows.with_step(self._scene, self._run, step)) if flows else []
        named = dict.fromkeys(self._called(item.flow) for item in sent)
        if named:
            yield "Gegevens", listed(map(lower_first, named))

    def _called(self, flow: Flow) -> str:
        between = f"gegevens van {self._names.party(flow.sender)} aan {self._names.party(flow.receiver)}"
        return flow.name or between

    def _task(self, task: str) -> str:
        return lower_first(self._names.of("taak", task))


def _by(time: Time, within: Duration | Unknown | None) -> str:
    if time.at:
        return f"uiterlijk {moment_in_words(time)}"
    return f"binnen {within}" if isinstance(within, Duration) else "niemand weet nog wanneer"
