"""Sharing information: who may give what to whom, as a matrix, and a page for each kind of sender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.sharing.matrix import FOLDER, Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = f"{FOLDER}/index.md"


def pages(book: Book) -> Iterator[Page]:
    """The matrix, and a page for every party that gives or could give information."""
    matrix = Matrix(book.chain)
    links = Links(book.chain, INDEX)
    yield Page(INDEX, render("sharing/index.md.jinja", INDEX, book, matrix=matrix, rows=matrix.rows(links)))
    for sender in matrix.parties:
        path = matrix.page_of(sender)
        view = {"matrix": matrix, "sender": sender, "agreed": matrix.agreed(sender)}
        text = render("sharing/page.md.jinja", path, book, without=matrix.without(sender), **view)
        yield Page(path, text)
