"""One page a theme: its route as picture and table, the terms, and how long it can take; and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.kinds.theme import Theme
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.phrases import Phrases
from ketenhandboek.pages.task.places import Places
from ketenhandboek.pages.theme.longest import Durations
from ketenhandboek.pages.theme.route import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = "handboek/themas/index.md"
OWN = "eigen"


def pages(book: Book) -> Iterator[Page]:
    """The themes of the region and those that it leaves out, and a page for every one."""
    chosen = {item.theme: item for item in (book.chain.region.themes if book.chain.region else ())}
    themes = book.chain.records.of(Theme)
    view = {
        "inside": [theme for id_, theme in themes.items() if id_ in chosen or not chosen],
        "outside": [theme for id_, theme in themes.items() if chosen and id_ not in chosen],
        "own_route": [id_ for id_, item in chosen.items() if item.route == OWN],
    }
    yield Page(INDEX, render("theme/index.md.jinja", INDEX, book, **view))
    durations, places = Durations(book.chain), _places(book)
    for theme in themes.values():
        yield _page(book, durations, places, theme)


def _places(book: Book) -> Places:
    """Who has a task where: in the same words on every page, since all of them lie in one folder."""
    links = Links(book.chain, INDEX)
    return Places(book.chain, links, Phrases(book.chain, links))


def _page(book: Book, durations: Durations, places: Places, theme: Theme) -> Page:
    path = page_of("thema", theme.id)
    links = Links(book.chain, path)
    entry = book.chain.records.entry("thema", theme.id)
    named = book.chain.region.themes if book.chain.region else ()
    text = render(
        "theme/page.md.jinja",
        path,
        book,
        theme=theme,
        file=theme.place.document.file if entry and entry.layer == REGIONAL else "",
        in_region=next((item for item in named if item.theme == theme.id), None),
        route=Route(book.chain, theme, places, links),
        longest=durations.of_theme(theme.id),
        found_notes=notes(book.chain.names, theme),
        backlinks=backlinks(book, path, "thema", theme.id),
    )
    return Page(path, text)
