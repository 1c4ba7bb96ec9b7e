"""One page a municipality: who is accountable for what there, and whom to call; and the list of all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.graphs.views import in_municipality
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.municipality.portrait import Portrait
from ketenhandboek.pages.municipality.work import Work
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.region import Area, Municipality, Region
    from ketenhandboek.pages.page import Book

INDEX = "handboek/gemeenten/index.md"


def pages(book: Book) -> Iterator[Page]:
    """A page for every municipality that ever belonged to the region, and the list."""
    region = book.chain.region
    if region is None:
        return
    yield _index(book, region)
    for municipality in region.municipalities:
        yield _page(book, region, municipality)


def _index(book: Book, region: Region) -> Page:
    areas = book.chain.areas
    schemes: dict[str, list[Area]] = defaultdict(list)
    for area in region.areas:
        schemes[area.scheme].append(area)
    text = render(
        "municipality/index.md.jinja",
        INDEX,
        book,
        members=[item for item in region.municipalities if item.id in areas.municipalities],
        others=[item for item in region.municipalities if item.id not in areas.municipalities],
        schemes=schemes,
        within=lambda area: [item.id for item in areas.sorted(areas.members(area))],
    )
    return Page(INDEX, text)


def _page(book: Book, region: Region, municipality: Municipality) -> Page:
    path = page_of("gemeente", municipality.id)
    links = Links(book.chain, path)
    portrait, say = Portrait(book.chain, municipality), Phrases(book.chain, links)
    text = render(
        "municipality/page.md.jinja",
        path,
        book,
        file=region.place.document.file,
        municipality=municipality,
        portrait=portrait,
        work=Work(portrait, links, say),
        view=in_municipality(book.chain, links.url, municipality),
        found_notes=notes(book.chain.names, municipality),
        backlinks=backlinks(book, path, "gemeente", municipality.id),
    )
    return Page(path, text)
