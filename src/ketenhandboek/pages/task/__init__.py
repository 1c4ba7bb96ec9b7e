"""One page a task: who has it where, within which term, and what comes before and after; and the list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.graphs.routes import around_task
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.phrases import Phrases
from ketenhandboek.pages.task.places import Places, table
from ketenhandboek.pages.task.portrait import Portrait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.pages.page import Book

INDEX = "handboek/taken/index.md"


def pages(book: Book) -> Iterator[Page]:
    """The list phase by phase, and a page for every task."""
    tasks = book.chain.records.of(Task)
    settled: dict[str, list[Line]] = defaultdict(list)
    for line in book.chain.elaboration.lines:
        settled[line.own.task].append(line)
    phases = [
        (phase, [task for task in tasks.values() if task.phase == phase.id])
        for phase in book.chain.records.of(Phase).values()
    ]
    yield Page(INDEX, render("task/index.md.jinja", INDEX, book, phases=phases, settled=settled))
    for task in tasks.values():
        yield _page(book, task, settled[task.id])


def _page(book: Book, task: Task, settled: list[Line]) -> Page:
    path = page_of("taak", task.id)
    links = Links(book.chain, path)
    say = Phrases(book.chain, links)
    rows = Places(book.chain, links, say).rows(task)
    entry = book.chain.records.entry("taak", task.id)
    text = render(
        "task/page.md.jinja",
        path,
        book,
        task=task,
        file=task.place.document.file if entry and entry.layer == REGIONAL else "",
        portrait=Portrait(book.chain, task, say, settled),
        rows=rows and table(rows),
        settled=settled,
        flows=_flows(book, task),
        view=around_task(book.chain, links.url, task),
        found_notes=notes(book.chain.names, task),
        backlinks=backlinks(book, path, "taak", task.id),
    )
    return Page(path, text)


def _flows(book: Book, task: Task) -> list[object]:
    in_force = book.chain.lifecycle.in_force.values()
    return [flow for agreement in in_force for flow in agreement.flows if flow.task == task.id]
