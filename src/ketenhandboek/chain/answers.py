"""Who has a task in which situations, as a reader asks it: on the day, for members of the region."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.coverage import ONE_PARTY
from ketenhandboek.chain.situations import accountable
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.situations import Party


class Answer(NamedTuple):
    """A line, the partners that are accountable by it, and the situations in which it means exactly them.

    `party` is empty where the line names nobody, where its name means nobody, and for a task that every
    organisation has for itself.
    """

    line: Line
    party: Party
    cells: int


def due(chain: Chain, task: Task) -> int:
    """The situations of the day that a task is about."""
    return chain.once(_due)[task.id]


def _due(chain: Chain) -> dict[str, int]:
    """The same for every task, by its id."""
    space = chain.space
    members = space.municipalities.of(chain.areas.municipalities)
    inside = space.cells(space.whole._replace(municipalities=members, periods=1))
    return {id_: chain.coverage.space_of(task) & inside for id_, task in chain.records.of(Task).items()}


def answers(chain: Chain, task: Task) -> Iterator[Answer]:
    """Every line for a task, taken apart by the partners that its name means."""
    within = due(chain, task)
    for holding in chain.situations.of(task.id):
        left = holding.cells & within
        name = accountable(holding.line) if task.division == ONE_PARTY else ""
        for party, cells in chain.situations.parties(name).items() if name else ():
            if party and cells & left:
                yield Answer(holding.line, party, cells & left)
                left &= ~cells
        if left:
            yield Answer(holding.line, frozenset(), left)


def unanswered(chain: Chain, task: Task) -> tuple[int, int]:
    """The situations in which nobody has a task: those that are a gap, and those in which nobody has to.

    A task that is not acute waits for the first hour at which somebody has it; that is no gap.
    """
    within = due(chain, task)
    open_ = within & ~chain.coverage.covered(task)[0]
    required = task in chain.coverage.required
    gap = chain.coverage.open_for(task) & open_ if required else 0
    return gap, open_ & ~gap
