"""One page a meeting or body: purpose, chair, participants, rhythm and links; and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.graphs.views import meetings as meetings_view
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = "handboek/overleggen/index.md"


def pages(book: Book) -> Iterator[Page]:
    """A page for every meeting, also for those that have ended, and the list."""
    meetings = book.chain.records.of(Meeting)
    view = meetings_view(book.chain, Links(book.chain, INDEX).url)
    living = [meeting for meeting in meetings.values() if book.chain.exists(meeting.exists)]
    ended = [meeting for meeting in meetings.values() if meeting not in living]
    yield Page(INDEX, render("meeting/index.md.jinja", INDEX, book, living=living, ended=ended, view=view))
    for meeting in meetings.values():
        path = page_of("overleg", meeting.id)
        links = backlinks(book, path, "overleg", meeting.id)
        yield Page(path, render("meeting/page.md.jinja", path, book, meeting=meeting, backlinks=links))
