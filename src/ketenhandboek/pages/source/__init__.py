"""The page with grounds, norms and powers: each with its source, check date and who relies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.ground import Ground
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.kinds.power import Power
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/bronnen-en-normen.md"


def pages(book: Book) -> Iterator[Page]:
    """One page with three lists."""
    records = book.chain.records
    users = {
        (kind, id_): backlinks(book, PATH, kind, id_)
        for kind, cls in (("grondslag", Ground), ("norm", Norm), ("bevoegdheid", Power))
        for id_ in records.of(cls)
    }
    view = {
        "grounds": records.of(Ground).values(),
        "norms": records.of(Norm).values(),
        "powers": records.of(Power).values(),
        "users": users,
    }
    yield Page(PATH, render("source/page.md.jinja", PATH, book, **view))
