"""The net of tasks that a family can go through, and where it can come in it.

A state is the set of open tasks. What is asked here of states needs no walk past all of them, because tasks
do not wait for each other: a task ends whatever else is open, and one that is open is not started again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ketenhandboek.values import Unknown

END = "einde"
DONE = "klaar"
"""The outcome of a task that names none."""
HELP = "hulp"
Pair = frozenset[str]


class Step(NamedTuple):
    """What starts at once on an outcome: nothing when the route ends there; not `written` is a dead end."""

    outcome: str
    next: tuple[str, ...]
    written: bool | Unknown = True


class Way(NamedTuple):
    """One way in which a task goes, for one or more lines; `first` are the tasks that must come before it."""

    task: str
    steps: tuple[Step, ...]
    holds: bool | Unknown
    first: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Net:
    """The ways of each task in situations that have the same net; `cells` is the set of those situations.

    A task has several ways when several parties have it (`ieder`), or another party at another hour.
    """

    ways: Mapping[str, tuple[Way, ...]]
    entries: frozenset[str]
    tracks: Mapping[str, str]
    cells: int = 0

    @property
    def every_way(self) -> Iterator[Way]:
        """Every way of every task."""
        return (way for several in self.ways.values() for way in several)

    def reach(self, start: Iterable[str], without: Collection[str] = ()) -> frozenset[str]:
        """All tasks to which some tasks lead, themselves included; also those for which nobody has a line.

        What is left out with `without` leads nowhere, and nothing leads to it.
        """
        found: set[str] = set()
        ahead = list(start)
        while ahead:
            task = ahead.pop()
            if task not in found and task not in without:
                found.add(task)
                ahead.extend(self._after(task))
        return frozenset(found)

    @cached_property
    def reached(self) -> frozenset[str]:
        """All tasks to which an entry leads; a task that must be done before a reached one is reached too."""
        found = self.reach(self.entries & self.ways.keys())
        while True:
            before = {task for way in self._ways_of(found) for task in way.first} & self.ways.keys()
            if before <= found:
                return found
            found = self.reach(found | before)

    @cached_property
    def endless(self) -> frozenset[str]:
        """The tasks that can go in a way from which no outcome ever leads to an end."""
        ending: set[str] = set()
        known = -1
        while len(ending) > known:
            known = len(ending)
            for task, ways in reversed(list(self.ways.items())):
                if task not in ending and all(self._can_end(way, ending) for way in ways):
                    ending.add(task)
        return frozenset(self.ways.keys() - ending)

    @cached_property
    def loops(self) -> tuple[frozenset[str], ...]:
        """The sets of reached tasks in which a family goes round and never gets out."""
        stuck = self.endless & self.reached
        if not stuck:
            return ()
        # Loading the library costs more than all else here, and few regions have such a loop.
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_edges_from(
            (task, following)
            for task in self.ways
            if task in stuck
            for way in self.ways[task]
            if not self._can_end(way, self.ways.keys() - self.endless)
            for following in (after for step in way.steps for after in step.next)
            if following in stuck
        )
        return tuple(frozenset(found) for found in nx.attracting_components(graph))

    @cached_property
    def together(self) -> Mapping[Pair, tuple[Way, Step]]:
        """The tasks on the help track that can be open at once, with the step that started both.

        What starts at once on the same track is no pair: that is wrong for a reason of its own.
        """
        found: dict[Pair, tuple[Way, Step]] = {}
        for way in self._ways_of(task for task in self.ways if task in self._helping):
            for step in way.steps:
                for pair in self._pairs(step):
                    found.setdefault(pair, (way, step))
        ahead = list(found)
        while ahead:
            pair = ahead.pop()
            for later in self._later(pair):
                if later not in found:
                    found[later] = found[pair]
                    ahead.append(later)
        return found

    @cached_property
    def alone(self) -> frozenset[str]:
        """The tasks on the help track that can start while no other task surely holds sight of safety."""
        found: set[str] = set()
        ahead = [task for task in self.entries if task in self.ways and self._helps(task)]
        while ahead:
            task = ahead.pop()
            if task in found or task not in self.ways:
                continue
            found.add(task)
            for step in (step for way in self.ways[task] for step in way.steps):
                ahead.extend(self._unheld(step))
        return frozenset(found)

    def holds(self, task: str) -> bool:
        """Whether some way of a task surely holds sight of safety."""
        return any(way.holds is True for way in self.ways.get(task, ()))

    @cached_property
    def _helping(self) -> frozenset[str]:
        """The tasks to which entries lead without leaving the help track."""
        found: set[str] = set()
        ahead = [task for task in self.entries if task in self.ways and self._helps(task)]
        while ahead:
            task = ahead.pop()
            if task not in found:
                found.add(task)
                ahead.extend(after for after in self._after(task) if self._helps(after))
        return frozenset(found)

    def _helps(self, task: str) -> bool:
        return self.tracks.get(task, "") in ("", HELP)

    def _unheld(self, step: Step) -> Iterator[str]:
        """What a step starts on the help track, unless something else that starts with it holds sight."""
        helping = [task for task in step.next if self._helps(task)]
        for task in helping:
            others = (other for other in helping if other != task)
            if not any(other in self.ways and all(w.holds for w in self.ways[other]) for other in others):
                yield task

    def _pairs(self, step: Step) -> Iterator[Pair]:
        helping = [task for task in step.next if self._helps(task)]
        for place, one in enumerate(helping):
            for other in helping[place + 1 :]:
                if self.tracks.get(one, "") != self.tracks.get(other, ""):
                    yield frozenset((one, other))

    def _later(self, pair: Pair) -> Iterator[Pair]:
        for task in sorted(pair):
            (stays,) = pair - {task}
            for after in self._after(task):
                if after != stays and self._helps(after):
                    yield frozenset((after, stays))

    def _can_end(self, way: Way, ending: Iterable[str]) -> bool:
        return any(all(task in ending or task not in self.ways for task in step.next) for step in way.steps)

    def _after(self, task: str) -> Iterator[str]:
        return (after for way in self.ways.get(task, ()) for step in way.steps for after in step.next)

    def _ways_of(self, tasks: Iterable[str]) -> Iterator[Way]:
        return (way for task in tasks for way in self.ways.get(task, ()))
