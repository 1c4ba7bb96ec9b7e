"""One page an example case: where it plays, how it goes by the agreements, and whether it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.verdicts import Result
from ketenhandboek.chain.clock import local
from ketenhandboek.pages.links import page_of
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.tools import badge
from ketenhandboek.story.telling import expectations, steps
from ketenhandboek.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.pages.page import Book
    from ketenhandboek.story.telling import Told

INDEX = "handboek/casussen/index.md"
_STYLES = {
    Result.HOLDS: "goed",
    Result.BROKEN: "fout",
    Result.ASKED: "let-op",
    Result.UNTOLD: "let-op",
    Result.ELSEWHERE: "rust",
}


def pages(book: Book) -> Iterator[Page]:
    """The list, also when it is empty, and a page for every case."""
    played = book.chain.cases.played.values()
    yield Page(
        INDEX, render("case/index.md.jinja", INDEX, book, cases=[(one.case, _badge(one)) for one in played])
    )
    for one in played:
        yield _page(book, one)


def _page(book: Book, played: Played) -> Page:
    path = page_of("casus", played.case.id)
    view = {
        "case": played.case,
        "hurdles": played.hurdles,
        "story": [(told, _when(told)) for told in steps(played)],
        "judged": [(item, result_badge(item.result)) for item in expectations(played)],
        "found_notes": notes(book.chain.names, played.case),
    }
    return Page(path, render("case/page.md.jinja", path, book, **view))


def result_badge(result: Result) -> Markup:
    """How an expectation came out, as a label."""
    return badge(_STYLES[result], upper_first(result.value))


def _badge(played: Played) -> Markup:
    """How a case came out as a whole."""
    if not played.runs or played.hurdles:
        return badge("fout", "Niet te spelen")
    results = {item.result for item in expectations(played)}
    worst = next((one for one in (Result.BROKEN, Result.ASKED) if one in results), Result.HOLDS)
    return result_badge(worst)


def _when(told: Told) -> Markup:
    """The moment of a step, also for programs."""
    said, at = plain(upper_first(told.when)), told.step.begin.at
    if at is None:
        return said
    machine = f"{local(at):%Y-%m-%d}" if told.step.begin.all_day else f"{local(at):%Y-%m-%dT%H:%M}"
    return Markup(f'<time datetime="{machine}">{said}</time>')
