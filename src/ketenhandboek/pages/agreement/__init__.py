"""One page an agreement: who does what, within which time, and what comes next; and the list of all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.graphs.views import route_of
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.pages.agreement.elaboration import Tree
from ketenhandboek.pages.agreement.portrait import Portrait
from ketenhandboek.pages.agreement.signatures import matrix
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.validity import state_badge, validity_data, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

INDEX = "handboek/afspraken/index.md"


def pages(book: Book) -> Iterator[Page]:
    """A page for every agreement, also for drafts and for those that have lapsed, and the list."""
    agreements = book.chain.records.of(Agreement)
    yield _index(book, list(agreements.values()))
    for agreement in agreements.values():
        yield _page(book, agreement)


def _index(book: Book, agreements: list[Agreement]) -> Page:
    states: dict[State, list[Agreement]] = defaultdict(list)
    for agreement in sorted(agreements, key=lambda agreement: agreement.title):
        states[book.chain.lifecycle.states[agreement.id]].append(agreement)
    ordered = [(state, states[state]) for state in _ORDER if state in states]
    return Page(INDEX, render("agreement/index.md.jinja", INDEX, book, states=ordered))


def _page(book: Book, agreement: Agreement) -> Page:
    path = page_of("afspraak", agreement.id)
    links = Links(book.chain, path)
    state = book.chain.lifecycle.states[agreement.id]
    text = render(
        "agreement/page.md.jinja",
        path,
        book,
        agreement=agreement,
        portrait=Portrait(book.chain, agreement),
        state=state_badge(state),
        warning=warning(state),
        validity=validity_data(agreement.valid),
        view=route_of(book.chain, links.url, agreement),
        tree=Tree(book.chain, links, agreement),
        matrix=matrix(book.chain, agreement),
        found_notes=notes(book.chain.names, agreement, _ELSEWHERE),
        backlinks=backlinks(book, path, "afspraak", agreement.id),
    )
    return Page(path, text)


_ELSEWHERE = ("responsibilities", "escalation_routes", "mandates")
_ORDER = (
    State.IN_FORCE,
    State.UNSURE,
    State.FUTURE,
    State.CONSULTATION,
    State.CONCEPT,
    State.REPLACED,
    State.EXPIRED,
    State.WITHDRAWN,
)
