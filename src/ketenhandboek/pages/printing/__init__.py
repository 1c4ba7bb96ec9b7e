"""The handbook on paper: a page for each chapter and the whole, which the site fills after the build."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

FOLDER = "handboek/afdrukken"
INDEX = f"{FOLDER}/index.md"


class Chapter(NamedTuple):
    """A chapter on paper: its id, its title, and the overviews with which its parts begin."""

    id: str
    title: str
    overviews: tuple[str, ...]


CHAPTERS = (
    Chapter("gemeenten", "Gemeenten", ("gemeenten/index",)),
    Chapter("partners", "Partners", ("partners/index",)),
    Chapter("taken", "Taken, fasen en thema's", ("fasen/index", "themas/index", "taken/index")),
    Chapter("overleggen", "Overleggen", ("overleggen/index",)),
    Chapter("afspraken", "Afspraken", ("afspraken/index",)),
    Chapter("escalatie", "Escalatie", ("escalatie/index",)),
    Chapter("delen", "Gegevens delen", ("gegevens-delen/index",)),
    Chapter("naslag", "Naslag", ("mandaten", "begrippen", "bronnen-en-normen")),
)
WHOLE = Chapter("alles", "Het hele handboek", tuple(name for item in CHAPTERS for name in item.overviews))


def pages(book: Book) -> Iterator[Page]:
    """The choice, and a page for every chapter."""
    has_region = book.chain.region is not None
    chapters = [chapter for chapter in (WHOLE, *CHAPTERS) if has_region or chapter.id != "gemeenten"]
    yield Page(INDEX, render("printing/index.md.jinja", INDEX, book, chapters=chapters, folder=FOLDER))
    for chapter in chapters:
        path = f"{FOLDER}/{chapter.id}.md"
        parts = [name for name in chapter.overviews if has_region or not name.startswith("gemeenten")]
        yield Page(path, render("printing/page.md.jinja", path, book, chapter=chapter, parts=parts))
