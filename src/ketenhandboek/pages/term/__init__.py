"""The page with all terms: what a word means here, and who uses it differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.term import Term
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/begrippen.md"


def pages(book: Book) -> Iterator[Page]:
    """One page, in the order of the alphabet."""
    terms = sorted(book.chain.records.of(Term).values(), key=lambda term: term.name.casefold())
    yield Page(PATH, render("term/page.md.jinja", PATH, book, terms=terms))
