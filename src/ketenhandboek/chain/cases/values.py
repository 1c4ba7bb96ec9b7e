"""What a run of an example case is: tasks one after another, each with who, when and by which agreement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.findings import Span
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.agreement.escalation import Step as LadderStep
    from ketenhandboek.kinds.agreement.lines import Next
    from ketenhandboek.source.document import Place


@dataclass(frozen=True, slots=True)
class Gap:
    """Why nobody can tell when something is done: there is no term, or it says `onbekend` (`asked`).

    The key under which the term should stand is looked up in the text only when somebody asks for its span.
    """

    agreement: Agreement
    task: str
    place: Place
    key: str = ""
    asked: bool = False

    @property
    def span(self) -> Span:
        """Where the term stands, or should stand."""
        return self.place.at(self.key).span


@dataclass(frozen=True, slots=True)
class Time:
    """The latest moment of an event, in UTC; without one it is `onbepaald`, because of the gap.

    What may wait until the end of a day is at its last minute, and `all_day`.
    """

    at: datetime | None = None
    gap: Gap | None = None
    all_day: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of a ladder that is climbed: when it answers at the latest."""

    step: LadderStep
    answers: Time


@dataclass(frozen=True, slots=True)
class Climb:
    """An escalation: asked when a handover is not confirmed, solved at the latest when the route says so."""

    agreement: Agreement
    route: EscalationRoute
    asked: Time
    rungs: tuple[Rung, ...]
    solved: Time


@dataclass(frozen=True, slots=True)
class Came:
    """How a task started: after which step (by number), and by which part of `daarna` of that line.

    `confirmed` is when the receiver confirms the handover at the latest, if there is one to confirm.
    """

    after: int
    line: Line
    next: Next
    confirmed: Time | None = None
    climb: Climb | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A task in a run. `partners` are those accountable; several of one kind count as one party.

    `outcome` is empty when the case does not say how the task ends; `told` says that the case gives its end.
    """

    number: int
    task: str
    line: Line
    partners: tuple[str, ...]
    begin: Time
    end: Time
    outcome: str
    told: bool = False
    came: Came | None = None
    feedback: Time | None = None

    @property
    def content(self) -> tuple[object, ...]:
        """What makes it the same step in the runs of two situations: all but its number."""
        came = self.came and (self.came.line, self.came.next, self.came.confirmed, self.came.climb)
        return (self.task, self.line, self.partners, self.begin, self.end, self.outcome, came, self.feedback)


class Ending(Enum):
    """Why a track goes no further."""

    END = "einde"
    ELSEWHERE = "gaat verder voor een ander gezinslid"
    DEAD_END = "er staat niet wat er dan gebeurt"
    NOBODY = "niemand heeft deze taak"
    SEVERAL = "meer partijen hebben deze taak"
    STUCK = "niemand bevestigt, en er is geen escalatieroute"
    UNTOLD = "de casus zegt niet hoe dit afloopt"
    ROUND = "de route draait rond"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a track ends: after which step (by number), and which task could not start, if one should."""

    ending: Ending
    after: int
    task: str = ""
    next: Next | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A case in one situation: the steps in the order in which they start, and how each track ended."""

    theme: str
    group: str
    steps: tuple[Step, ...]
    stops: tuple[Stop, ...]

    def after(self, stop: Stop) -> Step:
        """The last step of a track."""
        return self.steps[stop.after]

    def before(self, step: Step) -> Step | None:
        """The step that a step came from; none for the first."""
        return self.steps[step.came.after] if step.came else None
