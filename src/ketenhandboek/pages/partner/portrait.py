"""What the chain knows about one partner."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.pages.order import in_order
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.agreement.governance import Party
    from ketenhandboek.kinds.agreement.lines import Flow
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.kinds.parts import Function
    from ketenhandboek.values import Unknown


@dataclass(frozen=True)
class Portrait:
    """A partner on the day of the chain; what is said of its kind is said of it."""

    chain: Chain
    partner: Partner

    @cached_property
    def municipalities(self) -> list[str]:
        """The ids of the municipalities where it works, in the region's order."""
        here = self.chain.binding.municipalities(self.partner.id)
        return [municipality.id for municipality in self.chain.areas.sorted(here)]

    @cached_property
    def other_names(self) -> list[str]:
        """Aliases and former names."""
        former = (f"{name.name} (vroeger)" for name in self.partner.former_names)
        return [*self.partner.also_known_as, *former]

    @cached_property
    def functions(self) -> list[Function]:
        """Its functions that exist, its own and those of its kind."""
        known = self.chain.functions.of(self.partner.id).values()
        return [function for function in known if self.chain.exists(function.exists)]

    @cached_property
    def accountable(self) -> list[Line]:
        """The responsibilities for which it is accountable, where it works."""
        return [line for line in self._lines if self._is_meant(line.line.accountable)]

    @cached_property
    def performs(self) -> list[Line]:
        """The responsibilities that it carries out for somebody else."""
        return [line for line in self._of_others if any(map(self._is_meant, line.line.performers))]

    @cached_property
    def decides(self) -> list[Line]:
        """The responsibilities in which it decides, while somebody else is accountable."""
        return [line for line in self._of_others if self._is_meant(line.line.decides)]

    @cached_property
    def feedback(self) -> list[Line]:
        """The responsibilities after which it tells others how it ended."""
        return [line for line in self.accountable if line.line.feedback]

    @cached_property
    def ladders(self) -> list[EscalationRoute]:
        """The escalation routes on which it stands."""
        return [
            route
            for agreement in self._agreements
            for route in agreement.escalation_routes
            if not self._names.isdisjoint(_named(route))
        ]

    @cached_property
    def given(self) -> list[Flow]:
        """The information that it gives."""
        return [flow for flow in self._flows if self._is_meant(flow.sender)]

    @cached_property
    def received(self) -> list[Flow]:
        """The information that it gets."""
        return [flow for flow in self._flows if self._is_meant(flow.receiver)]

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The meetings at which it sits."""
        return [
            meeting
            for meeting in self.chain.records.regional(Meeting).values()
            if self.chain.exists(meeting.exists) and any(map(self._is_meant, meeting.participants))
        ]

    @cached_property
    def signed(self) -> list[tuple[Agreement, Party]]:
        """The agreements in force to which it is party, and its line in each."""
        return [
            (agreement, party)
            for agreement in self._agreements
            for party in agreement.parties
            if party.partner in self._names
        ]

    @cached_property
    def _agreements(self) -> list[Agreement]:
        here = self.chain.binding.municipalities(self.partner.id)
        in_force = self.chain.lifecycle.in_force.values()
        return [agreement for agreement in in_force if here & self.chain.areas.of(agreement.areas)]

    @cached_property
    def _lines(self) -> list[Line]:
        elaboration = self.chain.elaboration
        found = (line for id_ in self.municipalities for line in elaboration.in_municipality(id_))
        return in_order(self.chain, {id(line): line for line in found}.values())

    @cached_property
    def _of_others(self) -> list[Line]:
        return [line for line in self._lines if not self._is_meant(line.line.accountable)]

    @property
    def _flows(self) -> Iterator[Flow]:
        return (flow for agreement in self._agreements for flow in agreement.flows)

    def _is_meant(self, ref: Ref | Unknown | None) -> bool:
        return isinstance(ref, Ref) and ref.name in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        """What agreements call it: by its id or by its kind."""
        return frozenset((self.partner.id, self.partner.kind))


def _named(route: EscalationRoute) -> Iterator[str]:
    yield from route.between
    yield from (ref.name for ref in route.direct)
    for step in route.steps:
        yield from (ref.name for ref in step.who)
