"""Who has which task in one municipality: every task once, first what mostly holds, then what differs."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.answers import due
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.task.places import NO_DEADLINES, NOT_AGREED, Places
from ketenhandboek.pages.tools import fact, lines
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.task import Task
    from ketenhandboek.pages.links import Links
    from ketenhandboek.pages.municipality.portrait import Portrait, Stage
    from ketenhandboek.pages.phrases import Phrases


class Part(NamedTuple):
    """What holds for a task in some situations: who, within which time."""

    who: Markup
    deadline: Markup
    cells: int


class Work:
    """Says for the page of a municipality who has which task there."""

    def __init__(self, portrait: Portrait, links: Links, say: Phrases) -> None:
        self._chain = portrait.chain
        space = self._chain.space
        municipality = space.municipalities.of((portrait.municipality.id,))
        self._here = space.cells(space.whole._replace(periods=1, municipalities=municipality))
        self._places = Places(self._chain, links, say, portrait.meant)
        self._links = links

    def of(self, stage: Stage) -> list[Markup]:
        """A line for each task of a phase that one party has; its name leads to the agreement."""
        first = {line.own.task: line for line in reversed(stage.lines)}
        return [fact(self._links.line(first[task.id]), lines(self._said(task))) for task in stage.tasks]

    def _said(self, task: Task) -> Iterator[Markup]:
        """What holds in most situations goes without a condition, if all others are told as well."""
        parts = self._parts(task)
        within = due(self._chain, task) & self._here
        told = reduce(or_, (part.cells for part in parts), 0)
        main = parts.pop(0) if len(parts) == 1 or (parts and told == within) else None
        if main:
            yield from (main.who, main.deadline)
            yield plain(self._only(told, within) if told != within else "")
        for part in parts:
            who = "" if main and part.who == main.who else part.who
            where, said = self._when(part.cells, within), lines((who, part.deadline))
            yield Markup(f"{plain(f'{where}:')} {said}") if where else said

    def _parts(self, task: Task) -> list[Part]:
        """The different answers, what holds in most situations first."""
        found: dict[tuple[Markup, Markup], int] = defaultdict(int)
        for told, group in self._places.told(task, self._here).items():
            if told.who != NOT_AGREED:
                deadline = "" if told.within in NO_DEADLINES else f"binnen {told.within}"
                found[told.who, Markup(deadline)] |= group.cells
        parts = (Part(who, deadline, cells) for (who, deadline), cells in found.items())
        return sorted(parts, key=lambda part: -part.cells.bit_count())

    def _only(self, cells: int, within: int) -> str:
        only, without = self._when(cells, within), self._when(within & ~cells, within)
        return f"niet {without}" if len(without) < len(only) else f"alleen {only}"

    def _when(self, cells: int, within: int) -> str:
        telling = self._chain.telling
        boxes = self._chain.space.cover(cells)
        return listed((f"{telling.when(box)}{telling.about(box, within)}".strip() for box in boxes), "of")
