"""The map of what is covered: task × municipality, a sign in each cell, with a count of each kind of cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.chain.connections import DIVIDED
from ketenhandboek.chain.heat import Heat, State
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.tools import badge, lines
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.heat import Cell
    from ketenhandboek.findings import Finding
    from ketenhandboek.pages.links import Links

GAP_RULES = ("VER002", "VER007", "TER006")
"""The rules that report what stands open on the map."""
MOST_SAID = 2
"""Open situations that a note says in full; the page of the task tells the others."""
_STYLES = {
    State.ALWAYS: "goed",
    State.PARTLY: "deels",
    State.NEVER: "fout",
    State.FREE: "leeg",
    State.OUTSIDE: "leeg",
}


@dataclass(frozen=True)
class Coverage:
    """The map for one page: the tasks of one party each, in every municipality of the day."""

    chain: Chain
    links: Links
    findings: Sequence[Finding]

    @cached_property
    def _heat(self) -> Heat:
        return Heat(self.chain)

    @cached_property
    def cells(self) -> dict[Task, list[Cell]]:
        """The cells of each task in the order of the municipalities; none without municipalities."""
        here = list(self.chain.areas.municipalities)
        tasks = (task for task in self.chain.records.of(Task).values() if task.division == DIVIDED)
        return {task: [self._heat.cell(task, id_) for id_ in here] for task in tasks} if here else {}

    @cached_property
    def shown(self) -> dict[Task, list[Cell]]:
        """The tasks that somebody has somewhere, or should have."""
        idle = {State.FREE, State.OUTSIDE}
        return {task: row for task, row in self.cells.items() if {cell.state for cell in row} - idle}

    @property
    def folded(self) -> list[str]:
        """The ids of the tasks that nobody has anywhere, and that nobody has to have."""
        return [task.id for task in self.cells if task not in self.shown]

    @property
    def counts(self) -> list[tuple[Markup, int]]:
        """How often each state occurs, gaps apart."""
        counted = Counter(_label(cell) for row in self.shown.values() for cell in row)
        return sorted(counted.items(), key=lambda item: -item[1])

    def rows(self) -> Iterator[Markup]:
        """The table, line by line."""
        names = (self.links.to("gemeente", id_) for id_ in self.chain.areas.municipalities)
        head = ("Taak", *names)
        for row in (head, ("---",) * len(head), *self._body()):
            yield Markup(f"| {' | '.join(row)} |")

    def _body(self) -> Iterator[tuple[Markup, ...]]:
        for task, cells in self.shown.items():
            yield (self._head(task, cells), *map(_label, cells))

    def _head(self, task: Task, cells: list[Cell]) -> Markup:
        found = self._found(task) if any(cell.gap for cell in cells) else []
        links = [Markup(f"[bevinding {number}](#bevinding-{number})") for number in found]
        return lines((self.links.to("taak", task.id), *self._notes(task, cells), *links))

    def _notes(self, task: Task, cells: list[Cell]) -> Iterator[Markup]:
        """What "deels" means in a row; where it means the same everywhere, without the municipalities."""
        where: dict[str, list[str]] = defaultdict(list)
        for municipality, cell in zip(self.chain.areas.municipalities, cells, strict=True):
            if cell.state is State.PARTLY:
                where[self._said(task, cell)].append(self.chain.names.of("gemeente", municipality))
        for said, names in where.items():
            told = said if len(names) == len(cells) else f"{listed(names)}: {said}"
            yield Markup(f'<span class="kh-note">{plain(told)}</span>')

    def _found(self, task: Task) -> list[int]:
        """The numbers of the findings that tell what is open for a task."""
        name = lower_first(task.name)
        return [
            number
            for number, finding in enumerate(self.findings, 1)
            if finding.rule in GAP_RULES and name in finding.message
        ]

    def _said(self, task: Task, cell: Cell) -> str:
        without = self._told(task, "niet", cell.gap or cell.open)
        only = self._told(task, "alleen", cell.held)
        return without if cell.gap or len(without) <= len(only) else only

    def _told(self, task: Task, word: str, cells: int) -> str:
        """Situations in words, the first few in full: `niet in het weekend bij stalking`."""
        telling, within = self.chain.telling, self.chain.coverage.space_of(task)
        boxes = self.chain.space.cover(cells)
        said = [f"{telling.when(box)}{telling.about(box, within)}".strip() for box in boxes[:MOST_SAID]]
        more = f" en {len(boxes) - MOST_SAID} keer anders" if len(boxes) > MOST_SAID else ""
        return f"{word} {listed(filter(None, said), 'of')}{more}"


def _label(cell: Cell) -> Markup:
    if cell.gap and cell.state is State.PARTLY:
        return badge("let-op", "deels open")
    return badge(_STYLES[cell.state], cell.state.value)
