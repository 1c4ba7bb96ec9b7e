"""What the chain knows about one agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.chain.elaboration import Elaboration, Line
from ketenhandboek.pages.pen import day
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Flow, Next, Responsibility
    from ketenhandboek.kinds.parts import AppliesTo


@dataclass(frozen=True)
class Portrait:
    """An agreement with what its lines inherit, whether or not it is in force."""

    chain: Chain
    agreement: Agreement

    @cached_property
    def lines(self) -> list[Line]:
        """Its responsibilities, filled in from the agreement that it elaborates."""
        known = {**self.chain.lifecycle.in_force, self.agreement.id: self.agreement}
        every = Elaboration(known, self.chain.areas).lines
        return [line for line in every if line.agreement is self.agreement]

    @cached_property
    def elaborated_by(self) -> list[str]:
        """The agreements in force that elaborate this one."""
        in_force = self.chain.lifecycle.in_force.values()
        return [item.id for item in in_force if self.agreement.id in item.elaborates]

    @cached_property
    def replaced_by(self) -> list[str]:
        """The agreements that say they replace this one."""
        return [item.id for item in self.chain.lifecycle.successors(self.agreement.id)]

    def deadline(self, line: Responsibility) -> str:
        """`5 werkdagen, vanaf ontvangst melding`."""
        if line.deadline is None:
            return ""
        return f"{line.deadline.within}{self._since(line.deadline.since)}"

    def feedback(self, line: Responsibility) -> str:
        """`melder, binnen 5 werkdagen`."""
        if line.feedback is None:
            return ""
        return f"{self.chain.names.party(line.feedback.to)}, binnen {line.feedback.within}"

    def handover(self, following: Next) -> str:
        """How the next party takes over, in words."""
        if following.handover is None:
            return ""
        handover = following.handover
        parts = [f"de volgende partij bevestigt binnen {handover.confirmed_within}"]
        if handover.otherwise:
            parts.append(f"lukt dat niet: {self.chain.names.of('aanleiding', handover.otherwise).lower()}")
        if handover.coordination:
            moves = handover.coordination == "gaat-mee"
            parts.append("de coördinatie gaat mee" if moves else "de coördinatie blijft")
        return "; ".join(parts)

    @cached_property
    def evaluation(self) -> str:
        """`elke 12 maanden, laatst op 1 maart 2026`."""
        keeping = self.agreement.stewardship
        if keeping is None or keeping.evaluation is None:
            return ""
        last = keeping.evaluation.last
        return f"elke {keeping.evaluation.every}" + (f", laatst op {day(last)}" if last else "")

    @cached_property
    def themes(self) -> list[str]:
        """Its themes by name."""
        return [self.chain.names.of("thema", id_) for id_ in self.agreement.themes]

    def data_kinds(self, flow: Flow) -> list[str]:
        """The kinds of data in a flow, by name."""
        return [self.chain.names.of("gegeven", id_) for id_ in flow.data_kinds]

    def extent(self, flow: Flow) -> str:
        """`selectie: alleen bij kinderen`."""
        return ": ".join(part for part in (flow.extent, flow.criterion) if part)

    def applies_to(self, part: AppliesTo | None) -> list[str]:
        """The situations to which a line is narrowed, by name."""
        if part is None:
            return []
        names = self.chain.names
        areas = [self.area(area) for area in part.areas]
        return [
            *areas,
            *(names.of("thema", id_) for id_ in part.themes),
            *(names.of("doelgroep", id_) for id_ in part.target_groups),
            *(names.of("tijdvenster", id_) for id_ in part.windows),
        ]

    def area(self, id_: str) -> str:
        """The name of an area or municipality."""
        kind = "gebied" if self.chain.index.knows("gebied", id_) else "gemeente"
        return self.chain.names.of(kind, id_)

    def areas(self, ids: Iterable[str]) -> list[str]:
        """The names of areas and municipalities."""
        return [self.area(id_) for id_ in ids]

    def _since(self, event: object) -> str:
        return f", vanaf {self.chain.names.event(event)}" if isinstance(event, Ref) else ""
