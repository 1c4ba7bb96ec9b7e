"""Whose signature counts for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.partner import Partner

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain


def signatories(chain: Chain, id_: str) -> set[str]:
    """A partner and everybody whose signature counts for it."""
    partners = chain.records.of(Partner)
    found: set[str] = set()
    ahead = [id_]
    while ahead:
        partner = partners.get(ahead.pop())
        if partner and partner.id not in found:
            found.add(partner.id)
            ahead += filter(None, (partner.part_of, partner.signs_through))
    return found
