"""Parties whose signature stands under another text than the one that stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.fingerprint import fingerprint
from ketenhandboek.changes.values import SignAgain
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.values import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.changes.pair import Pair, Touched

_ADOPTED = "vastgesteld"


def changes(pair: Pair) -> Iterator[SignAgain]:
    """Every agreement of which the binding text changed while the signatures under it stayed.

    Without a fingerprint of what was signed, that is the text as it was.
    """
    for touched in pair.touched:
        if touched.old and touched.new and _other_text(touched):
            agreement = touched.new.record
            if isinstance(agreement, Agreement) and agreement.stage == _ADOPTED:
                parties = _signed_before(touched, agreement)
                if parties:
                    named = pair.names.agreement(agreement.id)
                    yield SignAgain(named, pair.names.parties(parties))


def _other_text(touched: Touched) -> bool:
    if touched.entry.kind.name != "afspraak" or touched.old is None or touched.new is None:
        return False
    now = fingerprint(touched.new.data)
    return now not in (fingerprint(touched.old.data), touched.new.data.get("getekende_tekst"))


def _signed_before(touched: Touched, agreement: Agreement) -> list[str]:
    """The parties that signed, and did not do so again."""
    before = touched.old.record if touched.old else None
    earlier = (
        {party.partner: party.signed for party in before.parties} if isinstance(before, Agreement) else {}
    )
    return [
        party.partner
        for party in agreement.parties
        if isinstance(party.signed, Day) and earlier.get(party.partner) == party.signed
    ]
