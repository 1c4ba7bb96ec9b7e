"""Which kinds of parties share information with which, in the agreements that hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.ground import Ground
from ketenhandboek.pages.markup import Markup, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Flow
    from ketenhandboek.pages.links import Links

FOLDER = "handboek/gegevens-delen"
_NOTHING = Markup('<span class="kh-nothing">geen</span>')


class Agreed(NamedTuple):
    """A flow of information and the agreement in which it stands."""

    flow: Flow
    agreement: Agreement


@dataclass(frozen=True)
class Matrix:
    """The flows in force by the kinds of their ends; a meeting and a kind that no partner has stand alone."""

    chain: Chain

    @cached_property
    def flows(self) -> dict[tuple[str, str], list[Agreed]]:
        """The flows from one party to another."""
        found: dict[tuple[str, str], list[Agreed]] = {}
        for agreement in self.chain.lifecycle.in_force.values():
            for flow in agreement.flows:
                ends = (self._party(flow.sender.name), self._party(flow.receiver.name))
                found.setdefault(ends, []).append(Agreed(flow, agreement))
        return found

    @cached_property
    def parties(self) -> list[str]:
        """Who gives or gets information, and every kind of which the region has a partner, by name."""
        named = dict.fromkeys(end for ends in self.flows for end in ends)
        present = (partner.kind for partner in self.chain.binding.partners.values())
        return sorted({**named, **dict.fromkeys(present)}, key=lambda party: (self.name(party), party))

    @property
    def senders(self) -> list[str]:
        """Who gives information."""
        return [party for party in self.parties if any(party == sender for sender, _ in self.flows)]

    @property
    def receivers(self) -> list[str]:
        """Who gets information."""
        return [party for party in self.parties if any(party == receiver for _, receiver in self.flows)]

    def name(self, party: str) -> str:
        """What a party is called."""
        return self.chain.names.party(party)

    def page_of(self, party: str) -> str:
        """The page of a sender."""
        return f"{FOLDER}/{party}.md"

    def agreed(self, sender: str) -> dict[str, list[Agreed]]:
        """What a sender may give, by receiver."""
        return {to: self.flows[sender, to] for to in self.parties if (sender, to) in self.flows}

    def without(self, sender: str) -> list[str]:
        """With whom a sender has agreed nothing."""
        return [to for to in self.parties if (sender, to) not in self.flows and to != sender]

    def rows(self, links: Links) -> Iterator[Markup]:
        """The matrix as a table, line by line; each cell leads to what was agreed."""
        receivers = self.receivers
        head = ("Van ↓ naar →", *(plain(self.name(party)) for party in receivers))
        body = (
            (links.to_page(self.page_of(sender), self.name(sender)), *self._cells(links, sender, receivers))
            for sender in self.senders
        )
        for row in (head, ("---",) * len(head), *body):
            yield Markup(f"| {' | '.join(row)} |")

    def _cells(self, links: Links, sender: str, receivers: list[str]) -> Iterator[Markup]:
        for receiver in receivers:
            found = self.flows.get((sender, receiver), ())
            address = f"{self.page_of(sender)}#naar-{receiver}"
            yield links.to_page(address, _counted(found)) if found else _NOTHING

    def lacks_decision(self, flow: Flow) -> bool:
        """Whether the law asks a written decision for a flow, and none is named."""
        grounds = self.chain.records.of(Ground)
        needed = any(grounds[id_].written_decision for id_ in flow.grounds if id_ in grounds)
        return needed and not flow.decision

    def _party(self, name: str) -> str:
        partner = self.chain.binding.partners.get(name)
        return partner.kind if partner else name


def _counted(found: list[Agreed]) -> Markup:
    """The number of kinds of data; its unit is for those who hear the table."""
    count = len({kind for item in found for kind in item.flow.data_kinds})
    unit = "soort gegevens" if count == 1 else "soorten gegevens"
    return Markup(f'{count}<span class="kh-hidden"> {unit}</span>')
