"""How far each task is settled in each municipality on the day: the map of what is covered."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.answers import due, unanswered

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.task import Task


class State(Enum):
    """How far a task is settled somewhere, in the words of the map."""

    ALWAYS = "altijd"
    PARTLY = "deels"
    NEVER = "niet"
    FREE = "niet nodig"
    """Nobody has it, and nobody has to."""
    OUTSIDE = "niet voor deze groep"
    """The task is about other people."""


class Cell(NamedTuple):
    """The state of a task, where somebody has it, where nobody has it, and where that is a gap."""

    state: State
    held: int
    open: int
    gap: int


class Heat:
    """Asks the same of many tasks in many parts of the region."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._known: dict[str, tuple[int, int, int]] = {}

    def cell(self, task: Task, municipality: str, group: str = "") -> Cell:
        """The state of a task in a municipality, for one target group if given."""
        space = self._chain.space
        whole = space.whole._replace(periods=1, municipalities=space.municipalities.of((municipality,)))
        here = space.cells(whole._replace(groups=space.groups.of((group,))) if group else whole)
        about, gap, free = (cells & here for cells in self._of(task))
        required = task in self._chain.coverage.required
        open_ = gap | free
        return Cell(_state(about, open_, required=required), about & ~open_, open_, gap)

    def _of(self, task: Task) -> tuple[int, int, int]:
        if task.id not in self._known:
            self._known[task.id] = (due(self._chain, task), *unanswered(self._chain, task))
        return self._known[task.id]


def _state(about: int, open_: int, *, required: bool) -> State:
    if not about:
        return State.OUTSIDE
    if not open_:
        return State.ALWAYS
    if open_ != about:
        return State.PARTLY
    return State.NEVER if required else State.FREE
