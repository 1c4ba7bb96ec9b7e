"""Where a route goes from one party to another, in exactly the situations in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.situations import accountable
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.handover.spots import Spot, extent, origin, ways
from ketenhandboek.rules.shared.families import Families

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.net import Net, Way
    from ketenhandboek.kinds.agreement.lines import Next

_ONE_PARTY = "een"


class Handed(NamedTuple):
    """A step with which a party hands a family over, the parties, and the line of the one that takes it."""

    spot: Spot
    next: Next
    giver: str
    taker: str
    accepted: Line


class Hands:
    """Whose hands a task is in, and who are different parties; a task of all (`ieder`) is in nobody's."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._tasks = chain.records.of(Task)
        self._families = Families(chain)
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
            found: dict[str, tuple[int, Line]] = {}
            for holding, cells in self._chain.routes.written(way):
                name = accountable(holding.line)
                before, line = found.get(name, (0, holding.line))
                found[name] = before | cells, line
            self._takers[way] = [(name, cells, line) for name, (cells, line) in found.items() if name]
        return self._takers[way]

    def _differ(self, one: str, other: str, municipality: str) -> bool:
        families = self._families.of(one, municipality), self._families.of(other, municipality)
        return all(families) and not families[0] & families[1]


def handed_over(chain: Chain, wanted: Callable[[Next], bool]) -> list[Handed]:
    """The steps that hand over from one party to another and are as `wanted`, each once."""
    found: dict[int, Handed] = {}
    for handed in _everywhere(chain, wanted):
        known = found.setdefault(id(handed.next), handed)
        both = known.spot._replace(cells=known.spot.cells | handed.spot.cells)
        found[id(handed.next)] = known._replace(spot=both)
    return [_with_extent(chain, handed) for handed in found.values()]


def _everywhere(chain: Chain, wanted: Callable[[Next], bool]) -> Iterator[Handed]:
    """The same, once for each net, line and taker."""
    hands = Hands(chain)
    for net in chain.routes.nets:
        for holding, cells in (line for way in ways(net) for line in chain.routes.lines(net, way)):
            giver = accountable(holding.line)
            for step in filter(wanted, holding.line.line.next):
                for taker, there, line in hands.takers(net, step.task):
                    here = cells & there & hands.apart(giver, taker)
                    if here:
                        spot = Spot(origin(holding.line, "next"), (step.task,), here, 0)
                        yield Handed(spot, step, giver, taker, line)


def _with_extent(chain: Chain, handed: Handed) -> Handed:
    return handed._replace(spot=handed.spot._replace(within=extent(chain, handed.spot.line, "next")))
