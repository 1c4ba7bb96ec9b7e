"""Where else a record is named: the way back along every reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from ketenhandboek.chain.index import Used
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.page import Book


class Backlink(NamedTuple):
    """A link to a record, and the parts of it that name the other: `partijen en mandaten`."""

    link: Markup
    places: str


def backlinks(book: Book, here: str, kind: str, id_: str) -> list[Backlink]:
    """A link to every other record with a page that names this one, each once, in order of name."""
    links = Links(book.chain, here)
    users: dict[tuple[str, str], list[Used]] = {}
    for used in book.chain.index.used_by(kind, id_):
        if page_of(used.entry.kind.name, used.entry.id):
            users.setdefault((used.entry.kind.name, used.entry.id), []).append(used)
    named = sorted(users.items(), key=lambda item: (book.chain.names.of(*item[0]), item[0]))
    return [Backlink(links.to(*user), _places(found)) for user, found in named]


def _places(uses: list[Used]) -> str:
    return listed(dict.fromkeys(used.use.said.path[0].replace("_", " ") for used in uses))
