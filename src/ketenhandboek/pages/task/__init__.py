"""The page with all tasks, phase by phase, and who is accountable for each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.pages.page import Book

PATH = "handboek/taken.md"


def pages(book: Book) -> Iterator[Page]:
    """One page, in the order of the phases."""
    tasks = book.chain.records.of(Task).values()
    phases = [
        (phase, [task for task in tasks if task.phase == phase.id])
        for phase in book.chain.records.of(Phase).values()
    ]
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in book.chain.elaboration.lines:
        if isinstance(line.line.accountable, Ref):
            lines[line.own.task].append(line)
    yield Page(PATH, render("task/page.md.jinja", PATH, book, phases=phases, lines=lines))
