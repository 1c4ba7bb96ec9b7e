"""The chain on one day: the records, and every question that rules, pictures and pages ask of them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from ketenhandboek.chain.areas import Areas
from ketenhandboek.chain.binding import Binding
from ketenhandboek.chain.cases.played import Cases
from ketenhandboek.chain.connections import Connections
from ketenhandboek.chain.coverage import Coverage
from ketenhandboek.chain.elaboration import Elaboration
from ketenhandboek.chain.families import Families
from ketenhandboek.chain.functions import Functions
from ketenhandboek.chain.hands import handed_over
from ketenhandboek.chain.lifecycle import Lifecycle
from ketenhandboek.chain.names import Names
from ketenhandboek.chain.periods import change_points, last_day
from ketenhandboek.chain.routes import Routes
from ketenhandboek.chain.situations import Situations, space_of_region
from ketenhandboek.chain.telling import Telling
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.region import Region
from ketenhandboek.values import Truth

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ketenhandboek.chain.hands import Handed
    from ketenhandboek.chain.index import Index
    from ketenhandboek.chain.records import Records
    from ketenhandboek.chain.space import Space
    from ketenhandboek.chain.week import Week
    from ketenhandboek.kinds.parts import Validity

Found = TypeVar("Found")


@dataclass(frozen=True)
class Chain:
    """All records of a region, judged on one day; `until` is a horizon of the reader's own."""

    records: Records
    day: date
    until: date | None = None

    def at(self, day: date) -> Chain:
        """The same records on another day; for one day always the same chain, with what it found out."""
        if day not in self._on_days:
            self._on_days[day] = Chain(self.records, day, self.until)
        return self._on_days[day]

    def once(self, work: Callable[[Chain], Found]) -> Found:
        """What `work` finds in this chain; the work is done at the first call."""
        if work not in self._found:
            self._found[work] = work(self)
        return cast("Found", self._found[work])

    def forget(self) -> None:
        """Let go of all that was found out. Its parts know the chain, so no memory comes free by itself."""
        for chain in tuple(self._on_days.values()):
            for name in vars(chain).keys() - {field.name for field in fields(chain)}:
                del vars(chain)[name]

    @cached_property
    def _found(self) -> dict[Callable[[Chain], object], object]:
        return {}

    @cached_property
    def _on_days(self) -> dict[date, Chain]:
        return {self.day: self}

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
    def families(self) -> Families:
        """Who counts as one party on the day."""
        return Families(self)

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
    def horizon(self) -> date:
        """The last day that is looked at from this day."""
        return self.until or last_day(self.records, self.day)

    @property
    def week(self) -> Week:
        """The region's time windows, and the atoms that they cut the week into."""
        return self.records.week

    @cached_property
    def change_points(self) -> tuple[date, ...]:
        """The day itself, and each day up to the horizon on which something begins or has just ended."""
        return change_points(self.records, self.day, self.horizon)

    @cached_property
    def space(self) -> Space:
        """Every situation from the day up to the horizon, with a period from each change point."""
        return space_of_region(self, self.change_points)

    @cached_property
    def situations(self) -> Situations:
        """Which line holds in which situation on the day."""
        return Situations(self, self.space, self.week)

    @cached_property
    def routes(self) -> Routes:
        """The routes that families can go, in each situation."""
        return Routes(self)

    @cached_property
    def handed_over(self) -> tuple[Handed, ...]:
        """The steps of those routes that hand a family over to another party."""
        return handed_over(self)

    @cached_property
    def coverage(self) -> Coverage:
        """Gaps and conflicts from the day up to the horizon."""
        return Coverage(self, self.change_points, self.space)

    @cached_property
    def telling(self) -> Telling:
        """Situations in words."""
        return Telling(self)

    @cached_property
    def cases(self) -> Cases:
        """The example cases, as they go by the agreements."""
        return Cases(self)

    @cached_property
    def names(self) -> Names:
        """Names for sentences."""
        return Names(self.records, self.functions)

    def exists(self, validity: Validity | None) -> bool:
        """Whether something with these dates exists on the day; coarse dates count as yes."""
        return validity is None or validity.period.contains(self.day) is not Truth.NO
