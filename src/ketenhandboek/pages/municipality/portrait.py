"""What the chain knows about one municipality."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.connections import DIVIDED
from ketenhandboek.chain.ladder import Rung, rungs
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.municipality.callers import Caller, callers
from ketenhandboek.pages.order import in_order
from ketenhandboek.values import Ref
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.agreement.lines import Mandate
    from ketenhandboek.kinds.region import Municipality

MOST_NAMES = 3
"""More partners than this in one cell say less than the name of their kind."""


class Stage(NamedTuple):
    """A phase with the tasks that one party has, their lines, and the ids of those that everybody has."""

    phase: Phase
    tasks: list[Task]
    lines: list[Line]
    of_all: list[str]


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
        """The ids of the areas in which it lies."""
        region = self.chain.region
        every = region.areas if region else ()
        return [area.id for area in every if self._within((area.id,))]

    @cached_property
    def callers(self) -> list[Caller]:
        """Whom to call there, the most urgent first."""
        return callers(self.chain, self.municipality.id)

    def duties(self, caller: Caller) -> list[str]:
        """What a partner does and decides when it is acute: `burgemeester beslist over opvang`."""
        names = self.chain.names
        tasks = listed(lower_first(names.of("taak", id_)) for id_ in caller.other_tasks)
        decisions = [
            f"{names.function(ref)} beslist over {lower_first(names.of('taak', id_))}".strip()
            for ref, id_ in caller.decisions
        ]
        return [f"doet: {tasks}" if tasks else "", *decisions]

    @cached_property
    def lines(self) -> list[Line]:
        """The responsibilities that hold there, in the order of the tasks."""
        return in_order(self.chain, self.chain.elaboration.in_municipality(self.municipality.id))

    @cached_property
    def phases(self) -> list[Stage]:
        """The phases in which somebody has a task there."""
        stages = (self._stage(phase) for phase in self.chain.records.of(Phase).values())
        return [stage for stage in stages if stage.lines or stage.of_all]

    def _stage(self, phase: Phase) -> Stage:
        tasks = self.chain.records.of(Task)
        known = [(line, tasks[line.own.task]) for line in self.lines if line.own.task in tasks]
        here = [(line, task) for line, task in known if task.phase == phase.id]
        divided = [(line, task) for line, task in here if task.division == DIVIDED]
        return Stage(
            phase,
            list({task.id: task for _, task in divided}.values()),
            [line for line, _ in divided],
            list(dict.fromkeys(task.id for _, task in here if task.division != DIVIDED)),
        )

    @cached_property
    def feedback(self) -> list[Line]:
        """The tasks after which somebody hears how it ended."""
        return [line for line in self.lines if line.line.feedback]

    @cached_property
    def differences(self) -> list[Line]:
        """The responsibilities in which it differs from the regional agreement."""
        return [line for line in self.lines if line.base and line.own.difference]

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The agreements in force there."""
        return [item for item in self.chain.lifecycle.in_force.values() if self._within(item.areas)]

    @cached_property
    def sharers(self) -> list[str]:
        """The ids of the partners that give or get information there, in order of name."""
        flows = (flow for agreement in self.agreements for flow in agreement.flows)
        named = {end.name for flow in flows for end in (flow.sender, flow.receiver)}
        here = (caller.partner for caller in self.callers)
        found = [partner for partner in here if named & {partner.id, partner.kind}]
        return [partner.id for partner in sorted(found, key=lambda partner: partner.name)]

    @cached_property
    def ladders(self) -> list[EscalationRoute]:
        """The escalation routes that hold there, the direct ones first."""
        every = [route for agreement in self.agreements for route in agreement.escalation_routes]
        here = [route for route in every if not route.areas or self._within(route.areas)]
        return sorted(here, key=lambda route: not route.direct)

    @cached_property
    def mandates(self) -> list[Mandate]:
        """The mandates that hold there."""
        every = (mandate for item in self.chain.lifecycle.in_force.values() for mandate in item.mandates)
        return [mandate for mandate in every if self._within(mandate.areas)]

    def rungs(self, route: EscalationRoute) -> list[Rung]:
        """The steps of a route, with the levels that it skips."""
        return list(rungs(self.chain.functions, route))

    def meant(self, ref: Ref) -> list[Ref]:
        """Who is meant there by a reference: the partners bound to it, or the reference itself."""
        bound = self.chain.binding.in_municipality(ref.name, self.municipality.id)
        few = 0 < len(bound) <= MOST_NAMES
        return [Ref(partner.id, ref.function) for partner in bound] if few else [ref]

    def all_meant(self, refs: tuple[Ref, ...]) -> list[Ref]:
        """As `meant`, for several references."""
        return [found for ref in refs for found in self.meant(ref)]

    def _within(self, areas: tuple[str, ...]) -> bool:
        return self.municipality.id in self.chain.areas.of(areas)
