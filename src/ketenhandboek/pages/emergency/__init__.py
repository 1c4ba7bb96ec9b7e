"""The emergency card of each municipality, on one sheet: numbers, first steps, who decides, ladders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.pages.emergency.card import FOLDER, Card
from ketenhandboek.pages.municipality.portrait import Portrait
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = f"{FOLDER}/index.md"


def pages(book: Book) -> Iterator[Page]:
    """The list, and a card for every municipality that belongs to the region now."""
    members = book.chain.areas.municipalities.values()
    yield Page(INDEX, render("emergency/index.md.jinja", INDEX, book, members=members, folder=FOLDER))
    for municipality in members:
        path = f"{FOLDER}/{municipality.id}.md"
        card = Card(Portrait(book.chain, municipality))
        yield Page(path, render("emergency/page.md.jinja", path, book, municipality=municipality, card=card))
