"""The page with the whole chain as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.graphs.views import network
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/keten-in-beeld.md"


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    view = network(book.chain, Links(book.chain, PATH).url)
    yield Page(PATH, render("network/page.md.jinja", PATH, book, view=view))
