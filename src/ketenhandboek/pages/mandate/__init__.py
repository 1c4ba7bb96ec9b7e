"""The register of mandates: who may decide in whose name, where and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.validity import state_badge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.agreement.lines import Mandate
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.page import Book

PATH = "handboek/mandaten.md"


class Found(NamedTuple):
    """A mandate, the agreement in which it stands, and the state of that agreement."""

    mandate: Mandate
    agreement: Agreement
    state: Markup


def pages(book: Book) -> Iterator[Page]:
    """One page: power by power, in the order of the agreements."""
    states = book.chain.lifecycle.states
    powers: dict[str, list[Found]] = {}
    for agreement in book.chain.records.of(Agreement).values():
        for mandate in agreement.mandates:
            found = Found(mandate, agreement, state_badge(states[agreement.id]))
            powers.setdefault(mandate.power, []).append(found)
    yield Page(PATH, render("mandate/page.md.jinja", PATH, book, powers=powers))
