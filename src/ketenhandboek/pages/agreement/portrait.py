"""What the chain knows about one agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.chain.elaboration import Elaboration, Line

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement


@dataclass(frozen=True)
class Portrait:
    """An agreement with what its lines inherit, whether or not it is in force."""

    chain: Chain
    agreement: Agreement

    @cached_property
    def lines(self) -> list[Line]:
        """Its responsibilities, filled in from the agreement that it elaborates."""
        known = {**self.chain.lifecycle.in_force, self.agreement.id: self.agreement}
        return list(Elaboration(known, self.chain.areas).of(self.agreement))

    @cached_property
    def elaborated_by(self) -> list[str]:
        """The agreements in force that elaborate this one."""
        in_force = self.chain.lifecycle.in_force.values()
        return [item.id for item in in_force if self.agreement.id in item.elaborates]

    @cached_property
    def replaced_by(self) -> list[str]:
        """The agreements that say they replace this one."""
        return [item.id for item in self.chain.lifecycle.successors(self.agreement.id)]
