"""The values of a comparison: one class for each way in which the meaning of a chain can change.

They hold names beside ids, so that who shows them needs no chain.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from ketenhandboek.findings import Finding


class Topic(StrEnum):
    """What a change is about; the order is that of importance to who works in the chain."""

    COVERAGE = "Wie eindverantwoordelijk is"
    DEADLINES = "Termijnen"
    ROUTES = "De route"
    ESCALATION = "Opschalen en escaleren"
    SHARING = "Gegevens delen"
    MANDATES = "Mandaten"
    AGREEMENTS = "Afspraken"
    SIGNING = "Opnieuw tekenen"
    CASES = "Casussen"
    PARTNERS = "Partners en gemeenten"
    MEETINGS = "Overleggen"
    TERMS = "Begrippen"
    EXCEPTIONS = "Uitzonderingen"
    FINDINGS = "Bevindingen"
    REST = "Overige wijzigingen"


class Named(NamedTuple):
    """Something with an id of a kind, and the name that readers know."""

    kind: str
    id: str
    name: str

    def __str__(self) -> str:
        return self.name


Names = tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """The situations of a change as one box, in words; what is empty is everything.

    `begin` is the first day, or None where it holds from the reference date on.
    """

    municipalities: tuple[str, ...]
    where: str
    when: str = ""
    about: str = ""
    during: str = ""
    begin: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Anything that changed."""

    topic: ClassVar[Topic]


@dataclass(frozen=True, slots=True)
class AccountableChanged(Change):
    """Parties no longer accountable for a task, and those that are now; `beside` when others always are."""

    topic = Topic.COVERAGE
    task: Named
    old: Names
    new: Names
    beside: bool
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class CoverageChanged(Change):
    """Nobody is accountable any longer (`won` is false), or somebody is for the first time."""

    topic = Topic.COVERAGE
    task: Named
    parties: Names
    won: bool
    extents: tuple[Extent, ...]


class Term(NamedTuple):
    """A deadline in words: `5 werkdagen` after `het einde van triage`."""

    within: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineChanged(Change):
    """A task has other deadlines in these situations; `longer` is None where that depends or is not known."""

    topic = Topic.DEADLINES
    task: Named
    old: tuple[Term, ...]
    new: tuple[Term, ...]
    longer: bool | None
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class FollowUpChanged(Change):
    """A task is followed by another one that it did not lead to before, or no longer is."""

    topic = Topic.ROUTES
    task: Named
    outcome: Named | None
    following: Named
    added: bool
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class FlowChanged(Change):
    """Information goes from one party to another that did not before, or no longer does."""

    topic = Topic.SHARING
    agreement: Named
    sender: Named
    receiver: Named
    data_kinds: Names
    added: bool


@dataclass(frozen=True, slots=True)
class GroundChanged(Change):
    """A flow of information rests on another legal ground, or no longer rests on one."""

    topic = Topic.SHARING
    agreement: Named
    sender: Named
    receiver: Named
    ground: Named
    added: bool


@dataclass(frozen=True, slots=True)
class LadderChanged(Change):
    """An agreement has an escalation route more or less."""

    topic = Topic.ESCALATION
    agreement: Named
    route: Named
    added: bool


@dataclass(frozen=True, slots=True)
class LevelChanged(Change):
    """A ladder stops at a level where it did not, or now skips it."""

    topic = Topic.ESCALATION
    agreement: Named
    route: Named
    level: Named
    added: bool


@dataclass(frozen=True, slots=True)
class StepChanged(Change):
    """At a level of a ladder others meet, or they answer within another time (empty: none agreed)."""

    topic = Topic.ESCALATION
    agreement: Named
    route: Named
    levels: Names
    gone: Names
    come: Names
    old_answer: str
    new_answer: str


@dataclass(frozen=True, slots=True)
class MandateChanged(Change):
    """A power is mandated to another, or no longer."""

    topic = Topic.MANDATES
    agreement: Named
    power: Named
    giver: Named
    receiver: Named
    areas: Names
    added: bool


class Span(NamedTuple):
    """From when until when something holds, in words; empty is open."""

    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class AgreementAdded(Change):
    """An agreement that was not there; `replaces` are those that it comes instead of."""

    topic = Topic.AGREEMENTS
    agreement: Named
    stage: str
    valid: Span
    replaces: Names


@dataclass(frozen=True, slots=True)
class AgreementRemoved(Change):
    """An agreement of which the record is gone."""

    topic = Topic.AGREEMENTS
    agreement: Named


@dataclass(frozen=True, slots=True)
class AgreementWithdrawn(Change):
    """An agreement is withdrawn from a day on, or no longer (`on` is empty)."""

    topic = Topic.AGREEMENTS
    agreement: Named
    on: str


@dataclass(frozen=True, slots=True)
class ValidityChanged(Change):
    """An agreement holds during another time; `renewed` when only its end is later."""

    topic = Topic.AGREEMENTS
    agreement: Named
    old: Span
    new: Span
    renewed: bool


@dataclass(frozen=True, slots=True)
class StageChanged(Change):
    """An agreement is adopted, or stands at another stage on the way there."""

    topic = Topic.AGREEMENTS
    agreement: Named
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PartyChanged(Change):
    """A partner, or every partner of a kind, becomes or ceases to be party to an agreement."""

    topic = Topic.AGREEMENTS
    agreement: Named
    party: Named
    added: bool


@dataclass(frozen=True, slots=True)
class SignAgain(Change):
    """Parties that signed another text than the one that stands there now."""

    topic = Topic.SIGNING
    agreement: Named
    parties: Names


@dataclass(frozen=True, slots=True)
class CaseChanged(Change):
    """An example case runs otherwise: its steps before and after, one line each."""

    topic = Topic.CASES
    case: Named
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberChanged(Change):
    """A partner or municipality that was not there, or of which the record is gone."""

    topic = Topic.PARTNERS
    member: Named
    added: bool
    since: str = ""


@dataclass(frozen=True, slots=True)
class MemberEnded(Change):
    """A partner, municipality or meeting gets a last day, another one, or none any longer (`end` is empty)."""

    topic = Topic.PARTNERS
    member: Named
    end: str


@dataclass(frozen=True, slots=True)
class Renamed(Change):
    """A partner, municipality or meeting is called otherwise."""

    topic = Topic.PARTNERS
    member: Named
    old: str


@dataclass(frozen=True, slots=True)
class MeetingChanged(Change):
    """A meeting that was not there, or of which the record is gone."""

    topic = Topic.MEETINGS
    meeting: Named
    added: bool


@dataclass(frozen=True, slots=True)
class ChairChanged(Change):
    """Another chairs a meeting; None is nobody."""

    topic = Topic.MEETINGS
    meeting: Named
    old: Named | None
    new: Named | None


@dataclass(frozen=True, slots=True)
class RhythmChanged(Change):
    """A meeting comes together at another pace: `1 week`, or empty."""

    topic = Topic.MEETINGS
    meeting: Named
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TermChanged(Change):
    """A word of the field is new (no `old`), is gone (no `new`), or means something else."""

    topic = Topic.TERMS
    term: Named
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ExceptionChanged(Change):
    """A finding is accepted for a while (no `old`), no longer (no `new`), or until another day."""

    topic = Topic.EXCEPTIONS
    rule: str
    record: Named
    reason: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FindingChanged(Change):
    """The check finds something that it did not find before, or no longer."""

    topic = Topic.FINDINGS
    finding: Finding
    added: bool


@dataclass(frozen=True, slots=True)
class RecordChanged(Change):
    """What else changed in a record: its keys; `added` is None when the record was there and still is."""

    topic = Topic.REST
    record: Named
    keys: tuple[str, ...] = ()
    added: bool | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes between two states, by topic.

    Not `complete` when records that do not fit keep some of the meaning from being compared.
    """

    changes: tuple[Change, ...]
    day: date
    complete: bool = True
