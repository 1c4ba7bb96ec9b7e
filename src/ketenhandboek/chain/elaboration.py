"""Lines of agreements with what they inherit from the agreement that they elaborate."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ketenhandboek.kinds.agreement.lines import Responsibility
from ketenhandboek.kinds.build import changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.areas import Areas
    from ketenhandboek.kinds.agreement import Agreement

_ITS_OWN = {"place", "id", "task", "difference", "left_to_local", "remark", "citation", "open_questions"}
_INHERITED = [field.name for field in dataclasses.fields(Responsibility) if field.name not in _ITS_OWN]


@dataclass(frozen=True, eq=False)
class Line:
    """A responsibility as it holds: `line` with what it inherits from `base`, `own` as it is written."""

    agreement: Agreement
    own: Responsibility
    base: Line | None = None

    @cached_property
    def line(self) -> Responsibility:
        """The responsibility with everything that was left out filled in from the elaborated agreement."""
        if self.base is None:
            return self.own
        above = self.base.line
        filled: dict[str, Any] = {
            name: getattr(above, name) for name in _INHERITED if not getattr(self.own, name)
        }
        return changed(self.own, **filled)


def origin(line: Line, written: str) -> Line:
    """The line that wrote an attribute which lines below it left out and took over."""
    while line.base is not None and not getattr(line.own, written):
        line = line.base
    return line


class Elaboration:
    """The responsibilities of all agreements in force, after elaboration."""

    def __init__(self, agreements: Mapping[str, Agreement], areas: Areas) -> None:
        self._agreements = agreements
        self._areas = areas
        self._held: dict[str, tuple[Line, ...]] = {}
        self._of: dict[str, tuple[Line, ...]] = {}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of every agreement in force, with its base if it elaborates one."""
        return tuple(line for agreement in self._agreements.values() for line in self.of(agreement))

    def of(self, agreement: Agreement) -> tuple[Line, ...]:
        """The lines of one agreement."""
        if agreement.id not in self._of:
            self._of[agreement.id] = tuple(self._with_bases(agreement))
        return self._of[agreement.id]

    def _with_bases(self, agreement: Agreement) -> Iterator[Line]:
        above = [
            line
            for id_ in agreement.elaborates
            if id_ in self._agreements and agreement.id not in self._reach(id_)
            for line in self.of(self._agreements[id_])
        ]
        for own in agreement.responsibilities:
            yield Line(agreement, own, next((line for line in above if line.own.task == own.task), None))

    def municipalities(self, line: Line) -> frozenset[str]:
        """Where a line holds: the agreement's area, narrowed by the line's own."""
        here = self._areas.of(line.agreement.areas)
        own = line.line.applies_to
        return here & self._areas.of(own.areas) if own and own.areas else here

    def in_municipality(self, municipality: str) -> tuple[Line, ...]:
        """The lines that hold in a municipality; an elaborated line makes way for its elaboration."""
        if municipality not in self._held:
            self._held[municipality] = tuple(self._holding(municipality))
        return self._held[municipality]

    def _holding(self, municipality: str) -> Iterator[Line]:
        here = [line for line, areas in self._placed if municipality in areas]
        elaborated = {id(line.base.own) for line in here if line.base and not _narrower(line)}
        yield from (line for line in here if id(line.own) not in elaborated)

    @cached_property
    def _placed(self) -> list[tuple[Line, frozenset[str]]]:
        return [(line, self.municipalities(line)) for line in self.lines]

    def _reach(self, id_: str) -> set[str]:
        """An agreement with all that it elaborates; what elaborates itself in the end, has no base."""
        reached: set[str] = set()
        ahead = [id_]
        while ahead:
            here = ahead.pop()
            if here in self._agreements and here not in reached:
                reached.add(here)
                ahead.extend(self._agreements[here].elaborates)
        return reached


def _narrower(line: Line) -> bool:
    own = line.own.applies_to
    return own is not None and bool(own.themes or own.target_groups or own.windows)
