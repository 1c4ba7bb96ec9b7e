"""One page a partner: what it does, what others may expect of it, how to reach it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.pages.links import page_of
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.governance import Party
    from ketenhandboek.kinds.agreement.lines import Flow
    from ketenhandboek.kinds.region import Municipality
    from ketenhandboek.pages.page import Book


def pages(book: Book) -> Iterator[Page]:
    """A page for every partner of the region, also for those that have ended."""
    for partner in book.chain.records.regional(Partner).values():
        path = page_of("partner", partner.id)
        portrait = Portrait(book.chain, partner)
        yield Page(path, render("partner/page.md.jinja", path, book, partner=partner, portrait=portrait))


@dataclass(frozen=True)
class Portrait:
    """What the chain knows about one partner on its day."""

    chain: Chain
    partner: Partner

    @cached_property
    def municipalities(self) -> list[Municipality]:
        """Where it works."""
        return self.chain.areas.sorted(self.chain.binding.municipalities(self.partner.id))

    @cached_property
    def lines(self) -> list[Line]:
        """The responsibilities for which it is accountable or that it carries out."""
        return [
            line
            for line in self.chain.elaboration.lines
            if self._is_meant(getattr(line.line.accountable, "name", ""))
            or any(self._is_meant(ref.name) for ref in line.line.performers)
        ]

    @cached_property
    def signed(self) -> list[tuple[Agreement, Party]]:
        """The agreements in force to which it is party, and its own line in each."""
        return [
            (agreement, party)
            for agreement in self.chain.lifecycle.in_force.values()
            for party in agreement.parties
            if self._is_meant(party.partner)
        ]

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The meetings at which it sits."""
        return [
            meeting
            for meeting in self.chain.records.regional(Meeting).values()
            if self.chain.exists(meeting.exists)
            and any(self._is_meant(ref.name) for ref in meeting.participants)
        ]

    @cached_property
    def flows(self) -> list[tuple[Agreement, Flow]]:
        """The information that it gives or gets."""
        return [
            (agreement, flow)
            for agreement in self.chain.lifecycle.in_force.values()
            for flow in agreement.flows
            if self._is_meant(flow.sender.name) or self._is_meant(flow.receiver.name)
        ]

    def _is_meant(self, name: str) -> bool:
        return name in (self.partner.id, self.partner.kind)
