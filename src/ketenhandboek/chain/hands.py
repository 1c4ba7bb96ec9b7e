"""Where a route goes from one party to another, in exactly the situations in which it does."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.situations import accountable
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
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


def handed_over(chain: Chain) -> tuple[Handed, ...]:
    """The steps that hand over to another party; a task of all (`ieder`) is in nobody's hands."""
    return tuple(_Hands(chain).handed_over())


class _Hands:
    """Whose hands each task is in, and who are different parties."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._lines = chain.routes.lines_anywhere
        self._apart: dict[tuple[str, str], int] = {}
        self._takers: dict[str, list[tuple[str, int, Line]]] = defaultdict(list)
        tasks = chain.records.of(Task)
        for holding, cells in self._lines:
            taker = accountable(holding.line)
            if taker and tasks[holding.line.own.task].division == _ONE_PARTY:
                self._takers[holding.line.own.task].append((taker, cells, holding.line))

    def handed_over(self) -> Iterator[Handed]:
        """Each step of each line, with everybody who takes on where that line holds."""
        for holding, cells in self._lines:
            giver = accountable(holding.line)
            for step in holding.line.line.next:
                for taker, there, accepted in self._takers.get(step.task, ()):
                    here = cells & there
                    if here and (here := here & self._different(giver, taker)):
                        yield Handed(holding.line, step, giver, taker, accepted, here)

    def _different(self, one: str, other: str) -> int:
        """The situations in which two names mean different parties."""
        if (one, other) not in self._apart:
            space = self._chain.space
            places = space.municipalities.of(
                name for name in space.municipalities.names if self._differ(one, other, name)
            )
            self._apart[one, other] = space.cells(space.whole._replace(municipalities=places, periods=1))
        return self._apart[one, other]

    def _differ(self, one: str, other: str, municipality: str) -> bool:
        family = self._chain.families.of
        ours, theirs = family(one, municipality), family(other, municipality)
        return bool(ours and theirs) and not ours & theirs
