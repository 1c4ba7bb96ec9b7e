"""Where else a record is named: the way back along every reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.pages.links import Links, page_of

if TYPE_CHECKING:
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.page import Book


def backlinks(book: Book, here: str, kind: str, id_: str) -> list[Markup]:
    """A link to every other record with a page that names this one, each once, in order of name."""
    links = Links(book.chain, here)
    users = {(used.entry.kind.name, used.entry.id) for used in book.chain.index.used_by(kind, id_)}
    named = sorted((book.chain.names.of(*user), user) for user in users if page_of(*user))
    return [links.to(*user) for _, user in named]
