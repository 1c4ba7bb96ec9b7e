"""One page an escalation route: its steps, both sides, the terms and the way down; and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.ladder import rungs
from ketenhandboek.graphs.views import direct_way, ladder
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.phrases import Phrases
from ketenhandboek.pages.validity import state_badge, validity_data, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.page import Book

INDEX = "handboek/escalatie/index.md"
CASE = "casus"


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
    yield _index(book, found)
    for item in found:
        yield _page(book, item)


def _index(book: Book, found: list[Found]) -> Page:
    in_force = [item for item in found if item.agreement.id in book.chain.lifecycle.in_force]
    groups = {
        "Nu gevaar": [item for item in in_force if item.route.direct],
        "Escaleren": [item for item in in_force if item.route.steps and item.route.ladder != CASE],
        "Opschalen": [item for item in in_force if item.route.steps and item.route.ladder == CASE],
    }
    lapsed = [item for item in found if item not in in_force]
    return Page(INDEX, render("escalation/index.md.jinja", INDEX, book, groups=groups, lapsed=lapsed))


def _page(book: Book, item: Found) -> Page:
    path = page_of("escalatieroute", item.route.id)
    links = Links(book.chain, path)
    state = book.chain.lifecycle.states[item.agreement.id]
    route = item.route
    text = render(
        "escalation/page.md.jinja",
        path,
        book,
        agreement=item.agreement,
        route=route,
        state=state_badge(state),
        warning=warning(state),
        validity=validity_data(item.agreement.valid),
        climbed=list(rungs(book.chain.functions, route)),
        meant=tuple,
        called=_called(book, links, route),
        view=direct_way(book.chain, links.url, route) if route.direct else ladder(book.chain, route),
        found_notes=notes(book.chain.names, route),
        backlinks=backlinks(book, path, "escalatieroute", route.id),
    )
    return Page(path, text)


def _called(book: Book, links: Links, route: EscalationRoute) -> list[tuple[Markup, list[Markup]]]:
    """Whom to call, each with the numbers of the one partner that is meant, if it is one."""
    say = Phrases(book.chain, links)
    meant = [(ref, book.chain.binding.meant(ref.name)) for ref in route.direct]
    return [
        (links.party(ref), say.hours(found[0].reachable) if len(found) == 1 else []) for ref, found in meant
    ]
