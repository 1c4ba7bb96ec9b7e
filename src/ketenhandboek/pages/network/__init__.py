"""The page with the whole chain in pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.graphs.views import networks
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/keten-in-beeld.md"


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    views = networks(book.chain, Links(book.chain, PATH).url)
    yield Page(PATH, render("network/page.md.jinja", PATH, book, views=views))
