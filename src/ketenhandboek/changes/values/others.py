"""Changes in partners, meetings, terms, exceptions, findings and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.changes.values.basics import Change, Topic

if TYPE_CHECKING:
    from ketenhandboek.changes.values.basics import Named
    from ketenhandboek.findings import Finding


@dataclass(frozen=True, slots=True)
class MemberChanged(Change):
    """A partner or municipality that was not there, or of which the record is gone."""

    topic = Topic.PARTNERS
    member: Named
    added: bool
    since: str = ""


@dataclass(frozen=True, slots=True)
class MemberEnded(Change):
    """A partner or municipality gets a last day or loses it (`end` is empty)."""

    topic = Topic.PARTNERS
    member: Named
    end: str


@dataclass(frozen=True, slots=True)
class Renamed(Change):
    """A partner or municipality is called otherwise."""

    topic = Topic.PARTNERS
    member: Named
    old: str


@dataclass(frozen=True, slots=True)
class MeetingEnded(MemberEnded):
    """A meeting gets a last day or loses it."""

    topic = Topic.MEETINGS


@dataclass(frozen=True, slots=True)
class MeetingRenamed(Renamed):
    """A meeting is called otherwise."""

    topic = Topic.MEETINGS


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
    """A meeting comes together at another pace: `elke week`, or empty."""

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
class WeightChanged(Change):
    """A rule weighs otherwise than usual (`added`), or as usual again; no record is everywhere."""

    topic = Topic.EXCEPTIONS
    rule: str
    record: Named | None
    severity: str
    reason: str
    until: str
    added: bool


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
