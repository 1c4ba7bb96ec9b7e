"""Which task follows on which, and in which situations: the arrows of a route."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.answers import due
from ketenhandboek.chain.net import END
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.situations import Holding
    from ketenhandboek.kinds.agreement.lines import Next


class Follow(NamedTuple):
    """What a line says comes after a task, in the situations in which it can come."""

    holding: Holding
    next: Next
    cells: int

    @property
    def task(self) -> str:
        """The id of the task before it."""
        return self.holding.line.own.task


def follows(chain: Chain, within: int = -1) -> list[Follow]:
    """Every arrow in the situations `within`; a task follows only for the target groups that it is about."""
    every = chain.once(_follows)
    if within == -1:
        return every
    found = ((follow, follow.cells & within) for follow in every)
    return [Follow(follow.holding, follow.next, cells) for follow, cells in found if cells]


def _follows(chain: Chain) -> list[Follow]:
    """Every arrow in all situations."""
    about = {id_: due(chain, task) for id_, task in chain.records.of(Task).items()}
    about[END] = -1
    found = (
        Follow(
            holding,
            item,
            holding.cells & about.get(holding.line.own.task, 0) & about.get(item.task, 0),
        )
        for holding in chain.situations.lines
        for item in holding.line.line.next
    )
    return [follow for follow in found if follow.cells]


def from_entries(chain: Chain, arrows: Iterable[Follow]) -> list[Follow]:
    """The arrows that a family can come along, when a route begins only where the national layer says so."""
    left = list(arrows)
    reached = {id_ for id_, task in chain.records.of(Task).items() if task.entry}
    found: list[Follow] = []
    while True:
        ahead = [follow for follow in left if follow.task in reached]
        if not ahead:
            return found
        found += ahead
        left = [follow for follow in left if follow.task not in reached]
        reached |= {follow.next.task for follow in ahead}
