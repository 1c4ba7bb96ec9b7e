"""One page a rule: what it checks, why, what to do, and examples of right and wrong; and the catalogue."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book
    from ketenhandboek.rules.rule import Rule

INDEX = "handboek/regels/index.md"


def path_of(code: str) -> str:
    """The path of a rule's page."""
    return f"handboek/regels/{code.lower()}.md"


def pages(book: Book) -> Iterator[Page]:
    """The catalogue and a page for every rule."""
    families: dict[str, list[Rule]] = defaultdict(list)
    for rule in catalogue().values():
        families[rule.code[:3]].append(rule)
    found = Counter(finding.rule for finding in book.report.findings)
    yield Page(
        INDEX, render("rule/index.md.jinja", INDEX, book, families=families, found=found, path_of=path_of)
    )
    for rule in catalogue().values():
        path = path_of(rule.code)
        here = [finding for finding in book.report.findings if finding.rule == rule.code]
        yield Page(path, render("rule/page.md.jinja", path, book, rule=rule, found=here))
