"""Flows of information beside the grounds that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.ground import Ground
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Flow
    from ketenhandboek.source.document import Place


class Shared(NamedTuple):
    """A flow with the chain to judge it by, and the grounds that it names and that are known."""

    agreement: Agreement
    flow: Flow
    chain: Chain
    grounds: tuple[Ground, ...]

    @property
    def parties(self) -> str:
        """`Politie geeft gegevens aan Veilig Thuis`."""
        names = self.chain.names
        giver, taker = names.party(self.flow.sender), names.party(self.flow.receiver)
        return f"{upper_first(giver)} geeft gegevens aan {taker}"

    @property
    def place(self) -> Place:
        """Where the first ground stands."""
        return self.flow.place.at("grondslagen", 0)

    def suits_parties(self, ground: Ground) -> bool:
        """Whether a ground exists on the day, and is meant for this sender and this receiver."""
        sender, receiver = self._kind(self.flow.sender.name), self._kind(self.flow.receiver.name)
        return (
            self.chain.exists(ground.valid)
            and (not ground.senders or sender in ground.senders)
            and (not ground.receivers or receiver in ground.receivers)
        )

    def _kind(self, name: str) -> str:
        partner = self.chain.records.of(Partner).get(name)
        return partner.kind if partner else name


def shared(chain: Chain) -> Iterator[Shared]:
    """Every flow of every agreement that counts, if any of its grounds is known."""
    known = chain.records.of(Ground)
    for agreement, then in standing(chain):
        for flow in agreement.flows:
            grounds = tuple(known[name] for name in flow.grounds if name in known)
            if grounds:
                yield Shared(agreement, flow, then, grounds)
