"""What happened to a record, for its own page: the newest changes, each with a link to all of it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.pages.links import record_at
from ketenhandboek.wording import in_words, upper_first

if TYPE_CHECKING:
    from ketenhandboek.history.values import Merged
    from ketenhandboek.pages.links import Links
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.page import Book

PATH = "handboek/wijzigingen.md"
"""The page with all changes."""
_CHANGES = 5
_SENTENCES = 3


class Happened(NamedTuple):
    """The link to a change, under its day, and what it says about a record; long stories end with a count."""

    link: Markup
    said: tuple[str, ...]


def anchor(change: Merged) -> str:
    """Where a change stands on the page with all changes."""
    return f"wijziging-{change.commit[:12]}"


def happened(book: Book, links: Links, here: str) -> list[Happened]:
    """What changed last in the record that a page is about; nothing for other pages."""
    found = book.history.by_record.get(record_at(here), {}).items()
    return [Happened(_link(change, links), _short(said)) for change, said in islice(found, _CHANGES)]


def _link(change: Merged, links: Links) -> Markup:
    return links.to_page(f"{PATH}#{anchor(change)}", upper_first(in_words(change.day)))


def _short(said: tuple[str, ...]) -> tuple[str, ...]:
    more = len(said) - _SENTENCES
    return (*said[:_SENTENCES], f"En nog {more}.") if more > 0 else said
