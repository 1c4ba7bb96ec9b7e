"""Which line of which agreement holds in which situation, on one day.

An elaborating line holds instead of the line that it elaborates exactly where both speak, and takes over
what it leaves out. Where several lines are elaborated, it follows the one that speaks in that situation.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.elaboration import Line
from ketenhandboek.chain.lifecycle import State
from ketenhandboek.chain.space import Box, Space
from ketenhandboek.kinds.target_group import TargetGroup
from ketenhandboek.kinds.theme import Theme
from ketenhandboek.values import Ref, Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.space import Situation
    from ketenhandboek.chain.week import Week
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Responsibility
    from ketenhandboek.kinds.parts import AppliesTo

EVERY_THEME = "alle"
Party = frozenset[str]
"""The ids of the partners that a name can mean somewhere; two names that share one may be one party."""


@dataclass(frozen=True, slots=True, eq=False)
class Holding:
    """A line with the situations in which it holds; `sure` when no date of its agreements is in doubt."""

    line: Line
    cells: int
    sure: bool


class _Limits(NamedTuple):
    """The areas, themes, target groups and windows that lines name; empty is no limit."""

    areas: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()


class Situations:
    """The lines in force on the chain's day, in a space of one period."""

    def __init__(self, chain: Chain, space: Space, week: Week) -> None:
        self._chain = chain
        self._space = space
        self._week = week
        self._agreements = chain.lifecycle.in_force
        self._written: dict[str, tuple[Holding, ...]] = {}
        self._parties: dict[str, dict[Party, int]] = {}
        self._boxes: dict[tuple[str, _Limits], int] = {}

    @cached_property
    def lines(self) -> tuple[Holding, ...]:
        """Every line in force with the situations in which no other line elaborates it; none without any."""
        taken: dict[tuple[str, str], int] = defaultdict(int)
        for agreement in self._agreements.values():
            for above in self._above[agreement.id]:
                for holding in self._of_agreement(agreement):
                    taken[above, holding.line.own.task] |= holding.cells
        found = (
            Holding(holding.line, holding.cells & ~taken[agreement.id, holding.line.own.task], holding.sure)
            for agreement in self._agreements.values()
            for holding in self._of_agreement(agreement)
        )
        return tuple(holding for holding in found if holding.cells)

    @cached_property
    def by_task(self) -> Mapping[str, tuple[Holding, ...]]:
        """The same lines by the id of their task."""
        found: dict[str, list[Holding]] = defaultdict(list)
        for holding in self.lines:
            found[holding.line.own.task].append(holding)
        return {task: tuple(holdings) for task, holdings in found.items()}

    def of(self, task: str) -> tuple[Holding, ...]:
        """The lines for a task."""
        return self.by_task.get(task, ())

    def at(self, situation: Situation) -> tuple[Line, ...]:
        """The lines that hold in one situation, for every task."""
        cell = self._space.cell(situation._replace(period=0))
        return tuple(holding.line for holding in self.lines if holding.cells & cell)

    def parties(self, name: str) -> Mapping[Party, int]:
        """Whom a partner's id or a kind means, with the situations in which it means exactly them."""
        if name not in self._parties:
            self._parties[name] = self._meant(name)
        return self._parties[name]

    def bound(self, name: str) -> int:
        """The situations in which a name means anybody at all."""
        found = 0
        for party, cells in self.parties(name).items():
            found |= cells if party else 0
        return found

    @cached_property
    def _above(self) -> dict[str, tuple[str, ...]]:
        """The agreements in force that each one elaborates, the nearest first; none in a circle."""
        reached = {id_: self._reached(id_) for id_ in self._agreements}
        return {
            id_: tuple(above for above in found if id_ not in reached[above])
            for id_, found in reached.items()
        }

    def _reached(self, id_: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        ahead = [id_]
        while ahead:
            for above in self._agreements[ahead.pop(0)].elaborates:
                if above in self._agreements and above not in found:
                    found[above] = None
                    ahead.append(above)
        return tuple(found)

    def _of_agreement(self, agreement: Agreement) -> tuple[Holding, ...]:
        """The lines as written in one agreement, each against what it elaborates."""
        if agreement.id not in self._written:
            above: dict[str, list[Holding]] = defaultdict(list)
            for id_ in self._above[agreement.id]:
                for holding in self._of_agreement(self._agreements[id_]):
                    above[holding.line.own.task].append(holding)
            self._written[agreement.id] = tuple(
                holding
                for own in agreement.responsibilities
                for holding in self._against(agreement, own, above.get(own.task, ()))
            )
        return self._written[agreement.id]

    def _against(
        self, agreement: Agreement, own: Responsibility, bases: Sequence[Holding]
    ) -> Iterator[Holding]:
        """A line taken apart by the line that it elaborates; outside all of them it follows the first."""
        if not bases:
            line = Line(agreement, own)
            yield Holding(line, self._box(line), self._sure(line))
            return
        lines = [Line(agreement, own, base.line) for base in bases]
        left = 0
        for line in lines:
            left |= self._box(line)
        parts: list[int] = []
        for base in bases:
            parts.append(left & base.cells)
            left &= ~base.cells
        parts[0] |= left
        for line, cells in zip(lines, parts, strict=True):
            yield Holding(line, cells, self._sure(line))

    def where(self, agreement: Agreement, part: AppliesTo | None = None) -> int:
        """The situations that an agreement is about, or a part of it that says where it holds itself."""
        return self._within(agreement, _written(part))

    def _box(self, line: Line) -> int:
        return self._within(line.agreement, _limits(line))

    def _within(self, agreement: Agreement, limits: _Limits) -> int:
        if (agreement.id, limits) not in self._boxes:
            self._boxes[agreement.id, limits] = self._cells(agreement, limits)
        return self._boxes[agreement.id, limits]

    def _cells(self, agreement: Agreement, limits: _Limits) -> int:
        chain, space = self._chain, self._space
        here = chain.areas.of(agreement.areas)
        themes = self._themes(agreement.themes) & self._themes(limits.themes)
        return space.cells(
            Box(
                space.municipalities.of(here & chain.areas.of(limits.areas) if limits.areas else here),
                space.atoms.of(map(str, self._week.within(limits.windows))),
                themes,
                space.groups.of(chain.binding.groups_in(limits.groups)),
            )
        )

    def _themes(self, names: tuple[str, ...]) -> int:
        axis = self._space.themes
        return axis.all if not names or EVERY_THEME in names else axis.of(names)

    def _sure(self, line: Line) -> bool:
        states = self._chain.lifecycle.states
        return states[line.agreement.id] is State.IN_FORCE and (line.base is None or self._sure(line.base))

    def _meant(self, name: str) -> dict[Party, int]:
        binding, space = self._chain.binding, self._space
        if name in binding.partners:
            return {frozenset((name,)): space.cells(space.whole._replace(periods=1))}
        found: dict[Party, int] = defaultdict(int)
        for municipality, group, cells in self._circles:
            meant = binding.in_municipality(name, municipality, group)
            found[frozenset(partner.id for partner in meant)] |= cells
        return dict(found)

    @cached_property
    def _circles(self) -> list[tuple[str, str, int]]:
        """Each target group in each municipality, with its situations."""
        space = self._space
        return [
            (
                municipality,
                group,
                space.cells(space.whole._replace(municipalities=1 << m, groups=1 << g, periods=1)),
            )
            for m, municipality in enumerate(space.municipalities.names)
            for g, group in enumerate(space.groups.names)
        ]


def space_of_region(chain: Chain, starts: tuple[date, ...]) -> Space:
    """Every situation of a region in the periods that begin on these days.

    The themes are those that the region names, or all; the target groups those that stand for themselves.
    """
    region = chain.region
    binding = chain.binding
    themes = chain.records.of(Theme)
    named = dict.fromkeys(item.theme for item in (region.themes if region else ()))
    return Space(
        dict.fromkeys(
            item.id
            for item in (region.municipalities if region else ())
            if any(item.period.contains(start) is not Truth.NO for start in starts)
        ),
        len(chain.week.atoms),
        {id_: binding.groups_in(themes[id_].target_groups) for id_ in named or themes if id_ in themes},
        (id_ for id_ in chain.records.of(TargetGroup) if id_ in binding.groups_in(())),
        len(starts),
    )


def accountable(line: Line) -> str:
    """The name of the accountable party; empty where the line leaves it out or does not know it."""
    found = line.line.accountable
    return found.name if isinstance(found, Ref) else ""


def _limits(line: Line | None) -> _Limits:
    """What a line and the lines that it elaborates say about where it holds, the line's own words first."""
    if line is None:
        return _Limits()
    above, own = _limits(line.base), _written(line.own.applies_to)
    return _Limits(*(said or inherited for said, inherited in zip(own, above, strict=True)))


def _written(part: AppliesTo | None) -> _Limits:
    return _Limits(part.areas, part.themes, part.target_groups, part.windows) if part else _Limits()
