"""Changes in agreements themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.changes.values.basics import Change, Topic

if TYPE_CHECKING:
    from ketenhandboek.changes.values.basics import Named, Names


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
class Signed(Change):
    """A party signed an agreement on a day; empty when its signature is gone."""

    topic = Topic.AGREEMENTS
    agreement: Named
    party: Named
    on: str


@dataclass(frozen=True, slots=True)
class SignAgain(Change):
    """Parties that signed another text than the one that stands there now."""

    topic = Topic.SIGNING
    agreement: Named
    parties: Names
