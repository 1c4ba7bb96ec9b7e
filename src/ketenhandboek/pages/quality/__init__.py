"""The quality page: what the check found, what is accepted for now, and what still has to be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.ahead import dates_ahead
from ketenhandboek.findings import Severity
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.quality.coverage import Coverage
from ketenhandboek.pages.rule import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/kwaliteit.md"
CALENDAR = "handboek/downloads/wat-eraan-komt.ics"
"""Where the dates ahead stand as a calendar."""
_TITLES = {
    Severity.FOUT: "Fouten",
    Severity.WAARSCHUWING: "Waarschuwingen",
    Severity.ADVIES: "Adviezen",
}


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    report = book.report
    groups = {
        title: [finding for finding in report.findings if finding.severity is severity]
        for severity, title in _TITLES.items()
    }
    ahead = dates_ahead(book.chain)
    by_then = [item for item in ahead if item.comes_by(book.chain.horizon)]
    dates = {"by_then": by_then, "after": ahead[len(by_then) :], "calendar": CALENDAR}
    coverage = Coverage(book.chain, Links(book.chain, PATH), report.findings)
    view = {"report": report, "groups": groups, "path_of": path_of, "coverage": coverage, **dates}
    yield Page(PATH, render("quality/page.md.jinja", PATH, book, **view))
