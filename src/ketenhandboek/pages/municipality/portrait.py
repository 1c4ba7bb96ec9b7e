"""What the chain knows about one municipality."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.agreement.lines import Mandate
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.kinds.region import Municipality


@dataclass(frozen=True)
class Portrait:
    """A municipality on the day of the chain."""

    chain: Chain
    municipality: Municipality

    @property
    def member(self) -> bool:
        """Whether it belongs to the region on the day."""
        return self.municipality.id in self.chain.areas.municipalities

    @cached_property
    def areas(self) -> list[str]:
        """The names of the areas in which it lies."""
        region = self.chain.region
        every = region.areas if region else ()
        return [area.name for area in every if self.municipality.id in self.chain.areas.members(area.id)]

    @cached_property
    def partners(self) -> list[Partner]:
        """The partners that work there, those that can be reached by telephone first."""
        here = [
            partner
            for partner in self.chain.binding.partners.values()
            if self.municipality.id in self.chain.binding.municipalities(partner.id)
        ]
        return sorted(here, key=lambda partner: (not _has_number(partner), partner.name))

    @cached_property
    def phases(self) -> list[tuple[Phase, list[Line]]]:
        """Per phase the responsibilities that hold there."""
        tasks = self.chain.records.of(Task)
        lines = self.chain.elaboration.in_municipality(self.municipality.id)
        grouped = [
            (
                phase,
                [line for line in lines if line.own.task in tasks and tasks[line.own.task].phase == phase.id],
            )
            for phase in self.chain.records.of(Phase).values()
        ]
        return [(phase, found) for phase, found in grouped if found]

    @cached_property
    def differences(self) -> list[Line]:
        """The responsibilities in which it differs from the regional agreement."""
        lines = self.chain.elaboration.in_municipality(self.municipality.id)
        return [line for line in lines if line.base and line.own.difference]

    @cached_property
    def ladders(self) -> list[EscalationRoute]:
        """The escalation routes that hold there."""
        return [
            route
            for agreement in self.chain.lifecycle.in_force.values()
            for route in agreement.escalation_routes
            if self._within(route.areas or agreement.areas)
        ]

    @cached_property
    def mandates(self) -> list[tuple[Agreement, Mandate]]:
        """The mandates that hold there."""
        return [
            (agreement, mandate)
            for agreement in self.chain.lifecycle.in_force.values()
            for mandate in agreement.mandates
            if self._within(mandate.areas)
        ]

    def meant(self, ref: Ref | Unknown | None) -> list[Ref]:
        """Who is meant there by a reference: the partners bound to it, or the reference itself."""
        if not isinstance(ref, Ref):
            return []
        bound = self.chain.binding.in_municipality(ref.name, self.municipality.id)
        return [Ref(partner.id, ref.function) for partner in bound] if 0 < len(bound) <= 3 else [ref]

    def all_meant(self, refs: tuple[Ref, ...]) -> list[Ref]:
        """As `meant`, for several references."""
        return [found for ref in refs for found in self.meant(ref)]

    def deadline(self, line: Line) -> str:
        """`5 werkdagen, vanaf ontvangst melding`."""
        deadline = line.line.deadline
        if deadline is None:
            return ""
        since = f", vanaf {self.chain.names.event(deadline.since)}" if isinstance(deadline.since, Ref) else ""
        return f"{deadline.within}{since}"

    def windows(self, ids: tuple[str, ...]) -> list[str]:
        """Time windows by name."""
        return [self.chain.names.of("tijdvenster", id_) for id_ in ids]

    def _within(self, areas: tuple[str, ...]) -> bool:
        return self.municipality.id in self.chain.areas.of(areas)


def _has_number(partner: Partner) -> bool:
    return any(contact.telephone for contact in partner.reachable)
