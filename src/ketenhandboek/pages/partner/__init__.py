"""One page a partner: what it does, what others may expect of it, how to reach it; and the list of all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.graphs.views import around_partner
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.partner.portrait import Portrait
from ketenhandboek.pages.pen import render

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
    sorts: dict[str, list[Partner]] = defaultdict(list)
    for partner in sorted(partners, key=lambda partner: partner.name):
        sorts[partner.kind].append(partner)
    named = sorted(sorts.items(), key=lambda item: book.chain.names.of("soort", item[0]))
    return Page(INDEX, render("partner/index.md.jinja", INDEX, book, sorts=named))


def _page(book: Book, partner: Partner) -> Page:
    path = page_of("partner", partner.id)
    text = render(
        "partner/page.md.jinja",
        path,
        book,
        partner=partner,
        portrait=Portrait(book.chain, partner),
        view=around_partner(book.chain, Links(book.chain, path).url, partner.id),
        backlinks=backlinks(book, path, "partner", partner.id),
    )
    return Page(path, text)
