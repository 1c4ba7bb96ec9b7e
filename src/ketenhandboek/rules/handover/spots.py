"""What a rule finds in the nets of tasks, brought back to the line that says it and where it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.elaboration import origin
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.net import Net, Way
    from ketenhandboek.chain.space import Box
    from ketenhandboek.kinds.agreement.lines import Next

    Find = Callable[[Net], Iterable[tuple[Way, tuple[str, ...]]]]

_SHOWN = 3


class Spot(NamedTuple):
    """A line, what was found about it, in which situations, and all situations in which it holds."""

    line: Line
    about: tuple[str, ...]
    cells: int
    within: int

    def following(self, task: str) -> Next:
        """The part of `daarna` that names a task. Raises StopIteration when there is none."""
        return next(item for item in self.line.line.next if item.task == task)

    def municipalities(self, chain: Chain) -> frozenset[str]:
        """Where it was found."""
        return frozenset(chain.space.municipalities_of(self.cells))

    def scene(self, chain: Chain) -> str:
        """` Dat is zo in Oostveld bij stalking.`, or nothing when it is so wherever the line holds."""
        if self.cells == self.within:
            return ""
        boxes = chain.space.cover(self.cells)
        municipalities = 0
        for box in chain.space.cover(self.within):
            municipalities |= box.municipalities
        said = [self._said(chain, box, municipalities) for box in boxes[:_SHOWN]]
        return f" Dat is zo {listed(said)}." if all(said) else ""

    def _said(self, chain: Chain, box: Box, municipalities: int) -> str:
        where = "" if box.municipalities == municipalities else chain.telling.where(box)
        return f"{where}{chain.telling.about(box, self.within)}".strip()


def spots(chain: Chain, find: Find, written: str = "next") -> list[Spot]:
    """What `find` says of the ways in each net, once for each line that wrote the attribute `written`."""
    found: dict[tuple[int, tuple[str, ...]], tuple[Line, int]] = {}
    for net in chain.routes.nets:
        for way, about in find(net):
            for holding, cells in chain.routes.lines(net, way):
                line = origin(holding.line, written)
                key = (id(line.own), about)
                found[key] = (line, found[key][1] | cells if key in found else cells)
    return [
        Spot(line, about, cells, extent(chain, line, written)) for (_, about), (line, cells) in found.items()
    ]


def extent(chain: Chain, line: Line, written: str) -> int:
    """All situations in which an attribute that a line wrote holds, there or taken over by other lines."""
    found = 0
    for net in chain.routes.nets:
        for way in net.ways.get(line.own.task, ()):
            for holding, cells in chain.routes.lines(net, way):
                if origin(holding.line, written).own is line.own:
                    found |= cells
    return found
