"""Where a route goes from one party to another, in exactly the situations in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.situations import accountable
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.net import Net, Way
    from ketenhandboek.kinds.agreement.lines import Next

_ONE_PARTY = "een"


class Handed(NamedTuple):
    """A step with which a party hands a family over, in which situations, and the line that takes it on."""

    line: Line
    next: Next
    giver: str
    taker: str
    accepted: Line
    cells: int


class Hands:
    """Whose hands a task is in, and who are different parties; a task of all (`ieder`) is in nobody's."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._tasks = chain.records.of(Task)
        self._families = chain.families
        self._apart: dict[tuple[str, str], int] = {}
        self._takers: dict[Way, list[tuple[str, int, Line]]] = {}

    def takers(self, net: Net, task: str) -> list[tuple[str, int, Line]]:
        """Who is accountable for a task in the situations of a net, with where and by which line."""
        if task not in self._tasks or self._tasks[task].division != _ONE_PARTY:
            return []
        found = [taker for way in net.ways.get(task, ()) for taker in self._of(way)]
        return [(name, cells & net.cells, line) for name, cells, line in found if cells & net.cells]

    def apart(self, one: str, other: str) -> int:
        """The situations in which two names mean different parties."""
        if (one, other) not in self._apart:
            space = self._chain.space
            places = space.municipalities.of(
                name for name in space.municipalities.names if self._differ(one, other, name)
            )
            self._apart[one, other] = space.cells(space.whole._replace(municipalities=places, periods=1))
        return self._apart[one, other]

    def _of(self, way: Way) -> list[tuple[str, int, Line]]:
        if way not in self._takers:
            self._takers[way] = [
                (accountable(holding.line), cells, holding.line)
                for holding, cells in self._chain.routes.written(way)
                if accountable(holding.line)
            ]
        return self._takers[way]

    def _differ(self, one: str, other: str, municipality: str) -> bool:
        families = self._families.of(one, municipality), self._families.of(other, municipality)
        return all(families) and not families[0] & families[1]


def handed_over(chain: Chain, wanted: Callable[[Next], bool] = bool) -> list[Handed]:
    """The steps as `wanted` that hand over to another party, once for each giver and line that takes on."""
    found: dict[tuple[int, str, int], Handed] = {}
    for handed in _everywhere(chain, wanted):
        key = (id(handed.next), handed.giver, id(handed.accepted))
        known = found.get(key, handed)
        found[key] = known._replace(cells=known.cells | handed.cells)
    return list(found.values())


def _everywhere(chain: Chain, wanted: Callable[[Next], bool]) -> Iterator[Handed]:
    """The same, once for each net as well."""
    hands = Hands(chain)
    for net in chain.routes.nets:
        for holding, cells in (line for way in net.every_way for line in chain.routes.lines(net, way)):
            giver = accountable(holding.line)
            for step in filter(wanted, holding.line.line.next):
                for taker, there, accepted in hands.takers(net, step.task):
                    here = cells & there & hands.apart(giver, taker)
                    if here:
                        yield Handed(holding.line, step, giver, taker, accepted, here)
