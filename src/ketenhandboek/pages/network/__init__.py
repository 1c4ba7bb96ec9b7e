"""The whole chain in pictures, the parties that it can't do without, and the way to every other picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.connections import Way
from ketenhandboek.chain.critical import critical
from ketenhandboek.graphs.networks import networks
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/keten-in-beeld/index.md"


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    chain = book.chain
    view = {
        "views": networks(chain, Links(chain, PATH).url),
        "critical": critical(item for item in chain.connections.all if item.way is Way.HANDOVER),
        "phases": list(chain.records.of(Phase)),
        "themes": chain.space.themes.names,
        "municipalities": list(chain.areas.municipalities),
    }
    yield Page(PATH, render("network/page.md.jinja", PATH, book, **view))
