"""The page with all tasks, phase by phase, and who is accountable for each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.kinds.norm import Norm
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.power import Power
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.page import Book

PATH = "handboek/taken.md"


def pages(book: Book) -> Iterator[Page]:
    """One page, in the order of the phases."""
    tasks = book.chain.records.of(Task).values()
    phases = [
        (phase, [task for task in tasks if task.phase == phase.id])
        for phase in book.chain.records.of(Phase).values()
    ]
    settled: dict[str, list[Line]] = defaultdict(list)
    for line in book.chain.elaboration.lines:
        settled[line.own.task].append(line)
    text = render("task/page.md.jinja", PATH, book, phases=phases, settled=settled, rest_on=_rest_on(book))
    yield Page(PATH, text)


def _rest_on(book: Book) -> dict[str, list[Markup]]:
    """Links to the norms and powers that belong to each task."""
    links = Links(book.chain, PATH)
    found: dict[str, list[Markup]] = defaultdict(list)
    for kind, records in (
        ("norm", book.chain.records.of(Norm)),
        ("bevoegdheid", book.chain.records.of(Power)),
    ):
        for id_, record in records.items():
            found[record.task or ""].append(links.to(kind, id_))
    return found
