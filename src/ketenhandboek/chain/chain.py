"""The chain on one day: the records, and every question that rules, pictures and pages ask of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.chain.areas import Areas
from ketenhandboek.chain.binding import Binding
from ketenhandboek.chain.connections import Connections
from ketenhandboek.chain.elaboration import Elaboration
from ketenhandboek.chain.functions import Functions
from ketenhandboek.chain.lifecycle import Lifecycle
from ketenhandboek.chain.names import Names
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.region import Region
from ketenhandboek.values import Truth

if TYPE_CHECKING:
    from datetime import date

    from ketenhandboek.chain.index import Index
    from ketenhandboek.chain.records import Records
    from ketenhandboek.kinds.parts import Validity


@dataclass(frozen=True)
class Chain:
    """All records of a region, judged on one day."""

    records: Records
    day: date

    def at(self, day: date) -> Chain:
        """The same records on another day."""
        return Chain(self.records, day)

    @property
    def index(self) -> Index:
        """Names declared and used."""
        return self.records.index

    @cached_property
    def region(self) -> Region | None:
        """The region itself, when its record could be used."""
        return next(iter(self.records.of(Region).values()), None)

    @cached_property
    def areas(self) -> Areas:
        """Municipalities and areas on the day."""
        return Areas(self.region, self.day)

    @cached_property
    def binding(self) -> Binding:
        """Partners on the day, and whom a kind means where."""
        return Binding(self.records, self.areas, self.day)

    @cached_property
    def functions(self) -> Functions:
        """Functions of partners and kinds."""
        return Functions(self.records)

    @cached_property
    def lifecycle(self) -> Lifecycle:
        """Agreements and their states on the day."""
        return Lifecycle(self.records.of(Agreement), self.day)

    @cached_property
    def elaboration(self) -> Elaboration:
        """Responsibilities in force, with what they inherit."""
        return Elaboration(self.lifecycle.in_force, self.areas)

    @cached_property
    def connections(self) -> Connections:
        """Who hands over to, informs and consults whom."""
        agreements = self.lifecycle.in_force
        return Connections(self.records, agreements, self.elaboration, self.areas, self.binding)

    @cached_property
    def names(self) -> Names:
        """Names for sentences."""
        return Names(self.records, self.functions)

    def exists(self, validity: Validity | None) -> bool:
        """Whether something with these dates exists on the day; coarse dates count as yes."""
        return validity is None or validity.period.contains(self.day) is not Truth.NO
