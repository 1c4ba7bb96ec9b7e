"""What the chain knows about one partner."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.governance import Party
    from ketenhandboek.kinds.agreement.lines import Flow
    from ketenhandboek.kinds.partner import Partner, Reachable
    from ketenhandboek.kinds.parts import Function


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
    def target_groups(self) -> list[str]:
        """For whom it works, by name."""
        return [self.chain.names.of("doelgroep", id_) for id_ in self.partner.target_groups]

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
    def lines(self) -> list[Line]:
        """The responsibilities for which it is accountable or that it carries out, where it works."""
        here = self.chain.binding.municipalities(self.partner.id)
        return [
            line
            for line in self.chain.elaboration.lines
            if self.role(line) and self.chain.elaboration.municipalities(line) & here
        ]

    def role(self, line: Line) -> str:
        """Its part in a responsibility, in words; empty when it has none."""
        accountable = line.line.accountable
        if isinstance(accountable, Ref) and self._is_meant(accountable.name):
            return "eindverantwoordelijk"
        return "voert uit" if any(self._is_meant(ref.name) for ref in line.line.performers) else ""

    def within(self, line: Line) -> str:
        """The deadline of a responsibility, with the event from which it is counted."""
        deadline = line.line.deadline
        if deadline is None:
            return ""
        since = f", vanaf {self.chain.names.event(deadline.since)}" if isinstance(deadline.since, Ref) else ""
        return f"{deadline.within}{since}"

    def deputy(self, function: Function) -> str:
        """The name of the function that stands in."""
        return self.chain.names.function(Ref(self.partner.id, function.deputy)) if function.deputy else ""

    def windows(self, contact: Reachable) -> list[str]:
        """The time windows of a way to reach it, by name."""
        return [self.chain.names.of("tijdvenster", id_) for id_ in contact.windows]

    def tasks(self, contact: Reachable) -> list[str]:
        """The tasks for which a way to reach it is meant, by name."""
        return [self.chain.names.of("taak", id_) for id_ in contact.tasks]

    @cached_property
    def signed(self) -> list[tuple[Agreement, Party]]:
        """The agreements in force to which it is party, and its line in each."""
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
