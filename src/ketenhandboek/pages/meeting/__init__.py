"""One page a meeting or body: purpose, chair, participants, rhythm and links; and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.graphs.views import meetings as meetings_view
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = "handboek/overleggen/index.md"


def pages(book: Book) -> Iterator[Page]:
    """A page for every meeting, also for those that have ended, and the list."""
    meetings = list(book.chain.records.of(Meeting).values())
    yield _index(book, meetings)
    for meeting in meetings:
        yield _page(book, meeting)


def _index(book: Book, meetings: list[Meeting]) -> Page:
    view = {
        "living": [meeting for meeting in meetings if book.chain.exists(meeting.exists)],
        "ended": [meeting for meeting in meetings if not book.chain.exists(meeting.exists)],
        "view": meetings_view(book.chain, Links(book.chain, INDEX).url),
    }
    return Page(INDEX, render("meeting/index.md.jinja", INDEX, book, **view))


def _page(book: Book, meeting: Meeting) -> Page:
    path = page_of("overleg", meeting.id)
    text = render(
        "meeting/page.md.jinja",
        path,
        book,
        meeting=meeting,
        alive=book.chain.exists(meeting.exists),
        found_notes=notes(book.chain.names, meeting),
        backlinks=backlinks(book, path, "overleg", meeting.id),
    )
    return Page(path, text)
