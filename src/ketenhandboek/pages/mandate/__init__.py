"""The register of mandates: who may decide in whose name, where and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.validity import state_badge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/mandaten.md"


def pages(book: Book) -> Iterator[Page]:
    """One page, in the order of the agreements."""
    states = book.chain.lifecycle.states
    found = [
        (agreement, mandate, state_badge(states[agreement.id]))
        for agreement in book.chain.records.of(Agreement).values()
        for mandate in agreement.mandates
    ]
    yield Page(PATH, render("mandate/page.md.jinja", PATH, book, found=found))
