"""One page a rule: what it checks, why, what to do, and examples of right and wrong; and the catalogue."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.rule.excerpt import excerpt
from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book
    from ketenhandboek.rules.rule import Rule

INDEX = "handboek/regels/index.md"
_FAMILIES = {
    "AFS": "Levensloop van afspraken",
    "BAS": "Basis: bestanden, namen en gemeenten",
    "BEG": "Begrippen",
    "CAS": "Casussen",
    "ESC": "Escaleren en opschalen",
    "GEG": "Gegevens delen",
    "MAN": "Mandaten",
    "OPV": "Overdracht en opvolging",
    "OVL": "Overleggen",
    "PRI": "Privacy",
    "TER": "Termijnen en bereikbaarheid",
    "VER": "Verantwoordelijkheid",
}


def path_of(code: str) -> str:
    """The path of a rule's page."""
    return f"handboek/regels/{code.lower()}.md"


def pages(book: Book) -> Iterator[Page]:
    """The catalogue and a page for every rule."""
    yield _index(book)
    for rule in catalogue().values():
        path = path_of(rule.code)
        here = [finding for finding in book.report.findings if finding.rule == rule.code]
        text = render("rule/page.md.jinja", path, book, rule=rule, found=here, excerpt=excerpt)
        yield Page(path, text)


def _index(book: Book) -> Page:
    families: dict[str, list[Rule]] = defaultdict(list)
    for rule in catalogue().values():
        families[_FAMILIES.get(rule.code[:3], rule.code[:3])].append(rule)
    found = Counter(finding.rule for finding in book.report.findings)
    view = {"families": families, "found": found, "path_of": path_of}
    return Page(INDEX, render("rule/index.md.jinja", INDEX, book, **view))
