"""The space of all situations as bit sets: municipality × atom × theme × target group, and periods on top.

A set of situations is a whole number with one bit for each situation, so that union, intersection and
difference are `|`, `&` and `& ~`. A theme has only its own target groups. A set over several periods holds
the set of each period shifted by `size` bits.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


class Box(NamedTuple):
    """A product of choices, each a bit set over the places of one axis; the order is that of widening."""

    municipalities: int
    atoms: int
    themes: int
    groups: int
    periods: int = 1


class Situation(NamedTuple):
    """One situation by the names on its axes; `atom` and `period` are places."""

    municipality: str
    atom: int
    theme: str
    group: str
    period: int = 0


class Axis:
    """The names along one dimension, in their fixed order."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        self._bits = {name: 1 << place for place, name in enumerate(self.names)}
        self.all = (1 << len(self.names)) - 1

    def of(self, names: Iterable[str]) -> int:
        """The bit set of some names; names that are not on the axis are left out."""
        choice = 0
        for name in names:
            choice |= self._bits.get(name, 0)
        return choice

    def place(self, name: str) -> int:
        """The place of a name. Raises KeyError when it is not on the axis."""
        return self._bits[name].bit_length() - 1

    def chosen(self, choice: int) -> list[str]:
        """The names in a bit set."""
        return [self.names[place] for place in places(choice)]


def bits(found: Iterable[int]) -> int:
    """The bit set of some places."""
    choice = 0
    for place in found:
        choice |= 1 << place
    return choice


def places(choice: int) -> Iterator[int]:
    """The places in a bit set, from low to high."""
    while choice:
        lowest = choice & -choice
        yield lowest.bit_length() - 1
        choice ^= lowest


class Space:
    """All situations of a region; `groups_of` gives the target groups of each theme."""

    def __init__(
        self,
        municipalities: Iterable[str],
        atoms: int,
        groups_of: Mapping[str, Collection[str]],
        groups: Iterable[str],
        periods: int = 1,
    ) -> None:
        self.municipalities = Axis(municipalities)
        self.atoms = Axis(map(str, range(atoms)))
        self.themes = Axis(groups_of)
        self.groups = Axis(groups)
        self._pairs = [
            (1 << theme, 1 << group)
            for theme, name in enumerate(self.themes.names)
            for group, called in enumerate(self.groups.names)
            if called in groups_of[name]
        ]
        self._steps = (len(self._pairs), len(self._pairs) * atoms)
        self.size = self._steps[1] * len(self.municipalities.names)
        self.periods = Axis(map(str, range(periods)))
        self._patterns: dict[tuple[int, int], int] = {}
        self._in_municipalities: dict[int, tuple[str, ...]] = {}
        self._pair_sets: dict[tuple[int, int], int] = {}
        self._covers: dict[int, tuple[Box, ...]] = {}

    @cached_property
    def whole(self) -> Box:
        """Every situation in every period."""
        return Box(
            self.municipalities.all, self.atoms.all, self.themes.all, self.groups.all, self.periods.all
        )

    @cached_property
    def _first_municipality(self) -> int:
        """Every situation of one municipality in a single period."""
        return self.cells(self.whole._replace(municipalities=1, periods=1))

    def cells(self, box: Box) -> int:
        """The situations in a box; with the default for `periods` those of a single period."""
        return (
            self._paired(box.themes, box.groups)
            * self._pattern(box.atoms, self._steps[0])
            * self._pattern(box.municipalities, self._steps[1])
            * self._pattern(box.periods, self.size)
        )

    def cell(self, situation: Situation) -> int:
        """The set of one situation; empty where the theme does not concern the target group."""
        return self.cells(
            Box(
                self.municipalities.of((situation.municipality,)),
                1 << situation.atom,
                self.themes.of((situation.theme,)),
                self.groups.of((situation.group,)),
                1 << situation.period,
            )
        )

    def situations(self, cells: int) -> Iterator[Situation]:
        """Every situation in a set, in order."""
        for place in places(cells):
            yield self._situation(place)

    def municipalities_of(self, cells: int) -> tuple[str, ...]:
        """The municipalities in which at least one situation of a single period lies, in their order."""
        if cells not in self._in_municipalities:
            step, each = self._steps[1], self._first_municipality
            names = enumerate(self.municipalities.names)
            here = tuple(name for place, name in names if cells >> place * step & each)
            self._in_municipalities[cells] = here
        return self._in_municipalities[cells]

    def at_some_time(self, cells: int) -> int:
        """The situations of one period that hold at any hour, spread out over all hours."""
        first = self.cells(self.whole._replace(atoms=1, periods=1))
        found = 0
        for atom in range(len(self.atoms.names)):
            found |= (cells >> (atom * self._steps[0])) & first
        return found * self._pattern(self.atoms.all, self._steps[0])

    def cover(self, cells: int) -> tuple[Box, ...]:
        """The set as the fewest boxes that a fixed order gives.

        Each box lies in the set and can be widened in no dimension, none can be left out, together they are
        the set. Boxes are widened by municipality first, then atom, theme, target group and period.
        """
        if cells not in self._covers:
            self._covers[cells] = self._covered(cells)
        return self._covers[cells]

    def _covered(self, cells: int) -> tuple[Box, ...]:
        boxes: list[Box] = []
        left = cells
        while left:
            box = self._widened(self._single(left), cells)
            boxes.append(box)
            left &= ~self.cells(box)
        return self._needed(boxes)

    def _single(self, cells: int) -> Box:
        """The first situation of a set as a box."""
        found = self._situation((cells & -cells).bit_length() - 1)
        return Box(
            1 << self.municipalities.place(found.municipality),
            1 << found.atom,
            1 << self.themes.place(found.theme),
            1 << self.groups.place(found.group),
            1 << found.period,
        )

    def _situation(self, place: int) -> Situation:
        period, place = divmod(place, self.size)
        municipality, place = divmod(place, self._steps[1])
        atom, place = divmod(place, self._steps[0])
        theme, group = self._pairs[place]
        return Situation(
            self.municipalities.names[municipality],
            atom,
            self.themes.names[theme.bit_length() - 1],
            self.groups.names[group.bit_length() - 1],
            period,
        )

    def _widened(self, box: Box, cells: int) -> Box:
        """The box with every place that fits; again until nothing fits, since a group can open up a theme."""
        wider = box
        for dimension, every in zip(Box._fields, self.whole, strict=True):
            for place in places(every & ~getattr(wider, dimension)):
                choice = wider._replace(**{dimension: 1 << place})
                added = self.cells(choice)
                if added and not added & ~cells:
                    wider = wider._replace(**{dimension: getattr(wider, dimension) | 1 << place})
        return wider if wider == box else self._widened(wider, cells)

    def _needed(self, boxes: list[Box]) -> tuple[Box, ...]:
        """The boxes without those that the others cover together; the first ones go first."""
        after = [0]
        for box in reversed(boxes):
            after.append(after[-1] | self.cells(box))
        kept: list[Box] = []
        before = 0
        for number, box in enumerate(boxes, 1):
            own = self.cells(box)
            if own & ~(before | after[len(boxes) - number]):
                kept.append(box)
                before |= own
        return tuple(kept)

    def _pattern(self, choice: int, step: int) -> int:
        key = choice, step
        if key not in self._patterns:
            self._patterns[key] = bits(place * step for place in places(choice))
        return self._patterns[key]

    def _paired(self, themes: int, groups: int) -> int:
        key = themes, groups
        if key not in self._pair_sets:
            self._pair_sets[key] = bits(
                place for place, (theme, group) in enumerate(self._pairs) if theme & themes and group & groups
            )
        return self._pair_sets[key]
