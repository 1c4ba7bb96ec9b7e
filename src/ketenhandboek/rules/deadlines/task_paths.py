"""The ways from one task to another along `daarna`, as far as one family can go them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.rules.shared.local_lines import share_a_family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Next
    from ketenhandboek.source.document import Place
    from ketenhandboek.values import Duration, Unknown


class Step(NamedTuple):
    """A task on a path, and within how long it starts after the one before it (None: at once)."""

    line: Line
    within: Duration | Unknown | None = None
    place: Place | None = None


Path = tuple[Step, ...]


class TaskPaths:
    """The lines of some municipalities by task, and how one follows another."""

    def __init__(self, chain: Chain, lines: dict[str, list[Line]]) -> None:
        self._chain = chain
        self.lines = lines

    def between(self, first: str, last: Line) -> Iterator[Path]:
        """The paths from a task to a line that repeat no task and share a theme and a target group."""
        towards = self._before(last.own.task)
        for line in self.lines.get(first, ()):
            yield from self._onwards((Step(line),), last, towards)

    def comes_before(self, task: str, other: str) -> bool:
        """Whether a task leads to another in some steps."""
        return task != other and task in self._before(other)

    def _onwards(self, path: Path, last: Line, towards: frozenset[str]) -> Iterator[Path]:
        if path[-1].line is last:
            yield path
            return
        done = {step.line.own.task for step in path}
        for following in path[-1].line.line.next:
            if following.task in towards and following.task not in done:
                for line in self.lines.get(following.task, ()):
                    longer = (*path, _step(line, following))
                    if share_a_family(self._chain, (step.line for step in longer)):
                        yield from self._onwards(longer, last, towards)

    def _before(self, task: str) -> frozenset[str]:
        """The task itself and all that lead to it."""
        found, waiting = {task}, [task]
        while waiting:
            for before in self._leading.get(waiting.pop(), ()):
                if before not in found:
                    found.add(before)
                    waiting.append(before)
        return frozenset(found)

    @cached_property
    def _leading(self) -> dict[str, set[str]]:
        """For each task, the tasks that it follows."""
        found: dict[str, set[str]] = {}
        for task, lines in self.lines.items():
            for following in (following for line in lines for following in line.line.next):
                found.setdefault(following.task, set()).add(task)
        return found


def _step(line: Line, following: Next) -> Step:
    """What starts within a time of its own, or else once the next party has confirmed."""
    if following.within is not None:
        return Step(line, following.within, following.place.at("binnen"))
    handover = following.handover
    if handover is not None:
        return Step(line, handover.confirmed_within, following.place.at("overdracht", "bevestigt_binnen"))
    return Step(line)
