"""One page a partner: what it does, what others may expect of it, how to reach it; and the list of all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ketenhandboek.graphs.views import around_partner
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, is_named, page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.partner.portrait import Portrait
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = "handboek/partners/index.md"


def pages(book: Book) -> Iterator[Page]:
    """A page for every partner of the region, also for those that have ended, and the list."""
    partners = book.chain.records.regional(Partner)
    yield _index(book, list(partners.values()))
    for partner in partners.values():
        yield _page(book, partner)


def _index(book: Book, partners: list[Partner]) -> Page:
    names = book.chain.names
    sorts: dict[str, list[Partner]] = {kind: [] for kind in _named_kinds(book)}
    for partner in sorted(partners, key=lambda partner: partner.name):
        sorts.setdefault(partner.kind, []).append(partner)
    ordered = sorted(sorts.items(), key=lambda item: names.of("soort", item[0]))
    return Page(INDEX, render("partner/index.md.jinja", INDEX, book, sorts=ordered))


def _named_kinds(book: Book) -> Iterator[str]:
    """The kinds that links lead to, also where no partner is of it."""
    return (kind for kind in book.chain.index.declared.get("soort", ()) if is_named(book.chain, kind))


def _page(book: Book, partner: Partner) -> Page:
    path = page_of("partner", partner.id)
    links = Links(book.chain, path)
    own = (partner.id, partner.kind)
    text = render(
        "partner/page.md.jinja",
        path,
        book,
        partner=partner,
        alive=book.chain.exists(partner.exists),
        portrait=Portrait(book.chain, partner),
        carried_out=partial(Phrases(book.chain, links).carried_out, own=own),
        view=around_partner(book.chain, links.url, partner.id),
        found_notes=notes(book.chain.names, partner),
        backlinks=backlinks(book, path, "partner", partner.id),
    )
    return Page(path, text)
