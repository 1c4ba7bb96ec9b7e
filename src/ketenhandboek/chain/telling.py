"""Situations in Dutch sentences: where, when, about what and from which day, instead of sets."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from ketenhandboek.chain.space import places
from ketenhandboek.chain.week import ALWAYS
from ketenhandboek.wording import in_words, listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ketenhandboek.chain.space import Axis, Box, Space
    from ketenhandboek.chain.week import Week


_SHOWN = 2
_EVERY_THEME = "alle thema's"


class Named(Protocol):
    """What knows the name of a record of a kind."""

    def of(self, kind: str, id_: str, /) -> str:
        """The name that readers know."""


class Setting(Protocol):
    """What situations are about: a chain, or two that are compared."""

    @property
    def space(self) -> Space:
        """Every situation."""

    @property
    def week(self) -> Week:
        """The atoms of the space, in the names of windows."""

    @property
    def change_points(self) -> tuple[date, ...]:
        """The first day of each period of the space."""

    @property
    def names(self) -> Named:
        """What municipalities, themes and target groups are called."""


class Telling:
    """Says boxes of a setting's own space in words."""

    def __init__(self, chain: Setting) -> None:
        self._chain = chain
        self._space = chain.space

    def told(self, boxes: Sequence[Box], what: str, within: int) -> str:
        """`In Oostveld is in het weekend niemand … voor opvang bij stalking, vanaf 1 januari 2027.`

        `what` comes after the verb; `within` holds the situations that it is about at all. Of several boxes
        the first is said in full.
        """
        first, *others = boxes
        when, during = self.when(first), self.during(first)
        sentence = f"{self.where(first)} is {when + ' ' if when else ''}{what}{self.about(first, within)}"
        more = [f"Ook {self._shortly(box, within)}." for box in others[:_SHOWN]]
        rest = len(others) - _SHOWN
        tail = [f"Zo zijn er nog {rest} situaties."] if rest > 1 else []
        return " ".join([f"{upper_first(sentence)}{', ' + during if during else ''}.", *more, *tail])

    def where(self, box: Box) -> str:
        """`in Oostveld en Zandrijk`, or `in alle gemeenten`."""
        axis = self._space.municipalities
        if box.municipalities == axis.all and len(axis.names) > 2:
            return "in alle gemeenten"
        return f"in {self._fewest(axis, box.municipalities, 'gemeente', 'alle gemeenten')}"

    def when(self, box: Box) -> str:
        """`in het weekend`, or nothing for any hour."""
        said = self._chain.week.words(places(box.atoms))
        return "" if said == ALWAYS else said

    def about(self, box: Box, within: int) -> str:
        """` bij partnergeweld voor de doelgroep kind`, or nothing for all that `within` holds."""
        return self._themes(box, within) + self._groups(box, within)

    def during(self, box: Box) -> str:
        """`vanaf 1 januari 2027`, or nothing for the whole time up to the horizon."""
        return listed(filter(None, map(self._run, _runs(box.periods, len(self._chain.change_points)))))

    def opens(self, box: Box) -> date:
        """The first day on which a box holds."""
        return self._chain.change_points[next(places(box.periods))]

    def _shortly(self, box: Box, within: int) -> str:
        when, during = self.when(box), self.during(box)
        said = " ".join(filter(None, (self.where(box), when))) + self.about(box, within)
        return f"{said}, {during}" if during else said

    def _themes(self, box: Box, within: int) -> str:
        if self._is_all(box, "themes", within):
            return ""
        return f" bij {self._fewest(self._space.themes, box.themes, 'thema', _EVERY_THEME)}"

    def _groups(self, box: Box, within: int) -> str:
        if self._is_all(box, "groups", within):
            return ""
        named = [lower_first(self._chain.names.of("doelgroep", id_)) for id_ in self._named(box)]
        return f" voor de {'doelgroep' if len(named) == 1 else 'doelgroepen'} {listed(named)}"

    def _named(self, box: Box) -> list[str]:
        return self._space.groups.chosen(box.groups)

    def _is_all(self, box: Box, dimension: str, within: int) -> bool:
        """Whether more on one axis would add no situation of a single period to the box."""
        now = box._replace(periods=1)
        wider = now._replace(**{dimension: getattr(self._space.whole, dimension)})
        return self._space.cells(wider) & within == self._space.cells(now) & within

    def _fewest(self, axis: Axis, choice: int, kind: str, every: str) -> str:
        """The names in a choice, or everything but a few where that is shorter."""
        chosen, others = axis.chosen(choice), axis.chosen(axis.all & ~choice)
        if others and 3 * len(others) < len(chosen):
            return f"{every} behalve {self._listed(kind, others)}"
        return self._listed(kind, chosen)

    def _listed(self, kind: str, ids: list[str]) -> str:
        names = (self._chain.names.of(kind, id_) for id_ in ids)
        return listed(names if kind == "gemeente" else map(lower_first, names))

    def _run(self, run: tuple[int, int]) -> str:
        first, after = run
        starts = self._chain.change_points
        begin = in_words(starts[first])
        end = in_words(starts[after] - timedelta(days=1)) if after < len(starts) else ""
        if first == 0:
            return f"tot en met {end}" if end else ""
        return f"van {begin} tot en met {end}" if end else f"vanaf {begin}"


def _runs(periods: int, count: int) -> Iterator[tuple[int, int]]:
    """The first period of each unbroken run, and the period after its last."""
    held = [bool(periods >> place & 1) for place in range(count)]
    borders = [place for place, (a, b) in enumerate(pairwise((False, *held, False))) if a != b]
    return zip(borders[::2], borders[1::2], strict=True)
