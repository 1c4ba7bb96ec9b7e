"""One page an example case: where it plays, how it goes, and what the agreements must bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.case import Case
from ketenhandboek.pages.links import page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = "handboek/casussen/index.md"


def pages(book: Book) -> Iterator[Page]:
    """The list, also when it is empty, and a page for every case."""
    cases = book.chain.records.of(Case).values()
    yield Page(INDEX, render("case/index.md.jinja", INDEX, book, cases=cases))
    for case in cases:
        path = page_of("casus", case.id)
        found_notes = notes(book.chain.names, case)
        yield Page(path, render("case/page.md.jinja", path, book, case=case, found_notes=found_notes))
