"""One page a phase: its tasks, how far they are settled where, and the way through; and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.heat import Heat
from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.graphs.routes import of_phase
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.phase.coverage import coverage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = "handboek/fasen/index.md"


def pages(book: Book) -> Iterator[Page]:
    """The phases in their order, and a page for each."""
    tasks = book.chain.records.of(Task).values()
    phases = {
        phase: [task for task in tasks if task.phase == phase.id]
        for phase in book.chain.records.of(Phase).values()
    }
    yield Page(INDEX, render("phase/index.md.jinja", INDEX, book, phases=phases))
    heat = Heat(book.chain)
    for phase, inside in phases.items():
        yield _page(book, heat, phase, inside)


def _page(book: Book, heat: Heat, phase: Phase, tasks: list[Task]) -> Page:
    path = page_of("fase", phase.id)
    links = Links(book.chain, path)
    entry = book.chain.records.entry("fase", phase.id)
    text = render(
        "phase/page.md.jinja",
        path,
        book,
        phase=phase,
        file=phase.place.document.file if entry and entry.layer == REGIONAL else "",
        tasks=tasks,
        settled=book.chain.situations.by_task,
        coverage=coverage_of(book.chain, heat, links, tasks),
        view=of_phase(book.chain, links.url, phase),
        found_notes=notes(book.chain.names, phase),
        backlinks=[link for link in backlinks(book, path, "fase", phase.id) if link.places != "fase"],
    )
    return Page(path, text)
