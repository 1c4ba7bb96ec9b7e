"""Which line makes a partner party to an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.partner import Partner
from ketenhandboek.rules.shared.signatures import signatories

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.governance import Party


def party_line(partner: Partner, agreement: Agreement, chain: Chain) -> Party | None:
    """The line for the partner, for its kind where the agreement holds, or for one that signs for it."""
    lines = {line.partner: line for line in agreement.parties}
    here = chain.areas.of(agreement.areas)
    partners = chain.records.of(Partner)
    for id_ in (partner.id, *sorted(signatories(chain, partner.id) - {partner.id})):
        by_kind = partners[id_].kind if here & chain.binding.municipalities(id_) else ""
        if id_ in lines or by_kind in lines:
            return lines.get(id_) or lines[by_kind]
    return None
