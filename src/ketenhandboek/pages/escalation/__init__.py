"""One page an escalation route: its steps, both sides, the terms and the way down; and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.graphs.views import ladder
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import page_of
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.validity import state_badge, validity_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.pages.page import Book

INDEX = "handboek/escalatie/index.md"


class Found(NamedTuple):
    """An escalation route and the agreement in which it stands."""

    agreement: Agreement
    route: EscalationRoute


def pages(book: Book) -> Iterator[Page]:
    """A page for every route of every agreement, and the list of those in force."""
    found = [
        Found(agreement, route)
        for agreement in book.chain.records.of(Agreement).values()
        for route in agreement.escalation_routes
    ]
    yield _index(book, [item for item in found if item.agreement.id in book.chain.lifecycle.in_force])
    for item in found:
        yield _page(book, item)


def _index(book: Book, found: list[Found]) -> Page:
    groups = {
        "Nu gevaar": [item for item in found if item.route.direct],
        "Escaleren": [item for item in found if item.route.ladder == "samenwerking"],
        "Opschalen": [item for item in found if item.route.ladder == "casus"],
    }
    return Page(INDEX, render("escalation/index.md.jinja", INDEX, book, groups=groups))


def _page(book: Book, item: Found) -> Page:
    path = page_of("escalatieroute", item.route.id)
    text = render(
        "escalation/page.md.jinja",
        path,
        book,
        agreement=item.agreement,
        route=item.route,
        state=state_badge(book.chain.lifecycle.states[item.agreement.id]),
        validity=validity_data(item.agreement.valid),
        view=ladder(book.chain, item.route),
        backlinks=backlinks(book, path, "escalatieroute", item.route.id),
    )
    return Page(path, text)
