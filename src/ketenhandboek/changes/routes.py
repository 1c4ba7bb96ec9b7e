"""Where a family goes after a task, situation by situation: steps that the route has more or less."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.changes.extents import extents
from ketenhandboek.changes.values import FollowUpChanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.situations import Situations
    from ketenhandboek.changes.pair import Pair


class _Step(NamedTuple):
    """What follows on an outcome of a task; an empty outcome is any."""

    task: str
    outcome: str
    following: str


def changes(pair: Pair) -> Iterator[FollowUpChanged]:
    """Every step more or less, in situations in which the task itself was agreed on and still is."""
    tasks = {task.id: task for task in pair.tasks}
    for added, found in enumerate(_moves(pair)):
        for step, cells in found.items():
            yield FollowUpChanged(
                pair.names.named("taak", step.task),
                pair.names.named("uitkomst", step.outcome) if step.outcome else None,
                pair.names.named("taak", step.following),
                bool(added),
                extents(pair, cells, pair.about(tasks[step.task])),
            )


def _moves(pair: Pair) -> tuple[Mapping[_Step, int], Mapping[_Step, int]]:
    """The steps that are gone and those that came, each with its situations over all periods."""
    gone: dict[_Step, int] = defaultdict(int)
    come: dict[_Step, int] = defaultdict(int)
    for period, (before, after, both) in enumerate(pair.periods):
        shift = period * pair.space.size
        for task in pair.tasks:
            here = both & pair.about(task) & _agreed(before, task.id) & _agreed(after, task.id)
            was, now = _steps(before, task.id), _steps(after, task.id)
            for step in dict.fromkeys((*was, *now)):
                gone[step] |= (was.get(step, 0) & ~now.get(step, 0) & here) << shift
                come[step] |= (now.get(step, 0) & ~was.get(step, 0) & here) << shift
    return _some(gone), _some(come)


def _agreed(situations: Situations, task: str) -> int:
    found = 0
    for holding in situations.of(task):
        found |= holding.cells
    return found


def _steps(situations: Situations, task: str) -> Mapping[_Step, int]:
    found: dict[_Step, int] = defaultdict(int)
    for holding in situations.of(task):
        for following in holding.line.line.next:
            found[_Step(task, following.outcome or "", following.task)] |= holding.cells
    return found


def _some(found: Mapping[_Step, int]) -> Mapping[_Step, int]:
    return {step: cells for step, cells in found.items() if cells}
