"""The routes that families can go, in each situation of a region.

A task that no line names after another, that leads to no other task and where nothing begins, such as
prevention, is outside the routes. A task for another target group is left out: what only leads to such tasks
ends here, and goes on for another member of the family. Windows make no difference: who has a task at another
hour, is another way in which it goes.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.chain.net import DONE, Net, Step, Way
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.situations import Holding
    from ketenhandboek.kinds.agreement.lines import Responsibility


class Routes:
    """Every net of tasks in a region on the chain's day; situations with the same net share it."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._tasks = chain.records.of(Task)
        self._groups = {id_: chain.binding.groups_in(task.target_groups) for id_, task in self._tasks.items()}
        self._tracks = {id_: task.track or "" for id_, task in self._tasks.items()}
        self._entries = frozenset(id_ for id_, task in self._tasks.items() if task.entry)

    @cached_property
    def nets(self) -> tuple[Net, ...]:
        """The nets, each with its situations; a situation without any route is in none."""
        return tuple(net for group in self._chain.space.groups.names for net in self._of_group(group))

    def lines(self, net: Net, way: Way) -> Iterator[tuple[Holding, int]]:
        """The lines by which a task goes this way, with the situations of the net in which each holds."""
        for holding, cells in self._written.get(way, ()):
            here = cells & net.cells
            if here:
                yield holding, here

    @cached_property
    def lines_anywhere(self) -> list[tuple[Holding, int]]:
        """Every line with the situations of the target groups that its task is for, at any hour."""
        concerned = {task: self._cells(groups) for task, groups in self._groups.items()}
        found = ((holding, cells & concerned[holding.line.own.task]) for holding, cells in self._spread)
        return [(holding, cells) for holding, cells in found if cells]

    @cached_property
    def _spread(self) -> list[tuple[Holding, int]]:
        """Every line with its situations at any hour."""
        space = self._chain.space
        return [
            (holding, space.at_some_time(holding.cells))
            for holding in self._chain.situations.lines
            if holding.line.own.task in self._tasks
        ]

    @cached_property
    def _written(self) -> dict[Way, list[tuple[Holding, int]]]:
        found: dict[Way, list[tuple[Holding, int]]] = defaultdict(list)
        for group in self._chain.space.groups.names:
            here = self._cells((group,))
            for holding, cells in self._spread:
                if cells & here and group in self._groups[holding.line.own.task]:
                    found[self._way(holding.line.line, group)].append((holding, cells & here))
        return found

    def _of_group(self, group: str) -> Iterator[Net]:
        """The situations of a target group taken apart until each part has one set of ways."""
        everywhere = self._cells((group,))
        parts: list[tuple[int, tuple[Way, ...]]] = [(everywhere, ())]
        for way, lines in self._written.items():
            held = 0
            for _, cells in lines:
                held |= cells & everywhere
            if held:
                parts = [part for known in parts for part in _parted(known, held, way)]
        return (self._net(cells, ways) for cells, ways in parts if ways)

    def _net(self, cells: int, ways: tuple[Way, ...]) -> Net:
        named = {task for way in ways for step in way.steps for task in step.next}
        starting = {way.task for way in ways if any(step.next for step in way.steps)}
        found: dict[str, list[Way]] = defaultdict(list)
        for way in ways:
            if way.task in named or way.task in starting or way.task in self._entries:
                found[way.task].append(way)
        by_task = {task: tuple(several) for task, several in found.items()}
        return Net(by_task, self._entries, self._tracks, cells)

    def _way(self, line: Responsibility, group: str) -> Way:
        outcomes = [outcome.id for outcome in self._tasks[line.task].outcomes] or [DONE]
        steps = tuple(self._step(line, outcome, group) for outcome in outcomes)
        before = tuple(precondition.task for precondition in line.preconditions)
        return Way(line.task, steps, line.safety_sight, before)

    def _step(self, line: Responsibility, outcome: str, group: str) -> Step:
        following = [item.task for item in line.next if item.outcome in (None, outcome)]
        relevant = (task for task in following if group in self._groups.get(task, ()))
        written = UNKNOWN if UNKNOWN.value in following else bool(following)
        return Step(outcome, tuple(dict.fromkeys(relevant)), written)

    def _cells(self, groups: Iterable[str]) -> int:
        space = self._chain.space
        return space.cells(space.whole._replace(groups=space.groups.of(groups), periods=1))


def _parted(known: tuple[int, tuple[Way, ...]], held: int, way: Way) -> Iterator[tuple[int, tuple[Way, ...]]]:
    """The part of some situations in which a way holds, and the rest."""
    cells, ways = known
    if cells & held:
        yield cells & held, (*ways, way)
    if cells & ~held:
        yield cells & ~held, ways
