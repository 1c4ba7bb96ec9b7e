"""Chains from practice: the story, the ladders before and after, and what the check finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.findings import Severity
from ketenhandboek.graphs.together import together
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.practice.ladders import Ladder, ladders
from ketenhandboek.pages.practice.sentences import sentences
from ketenhandboek.pages.rule import path_of
from ketenhandboek.wording import in_words, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Report
    from ketenhandboek.graphs.view import View
    from ketenhandboek.kinds.build import Citation, OpenQuestion
    from ketenhandboek.pages.page import Book, Practice, State

INDEX = "handboek/praktijk/index.md"
_NUMBERS = ("", "Eén", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen", "Tien")


class Stage(NamedTuple):
    """A state as the page shows it."""

    name: str
    day: str
    network: View | None
    ladders: list[Ladder]
    report: Report
    solved: list[str]
    sentences: list[Citation]


class Asked(NamedTuple):
    """An open question, and the name of the record that asks it."""

    about: str
    question: OpenQuestion


def pages(book: Book) -> Iterator[Page]:
    """The list, also when it is empty, and a page for every chain."""
    view = {
        "title": _title(len(book.practice)),
        "practice": book.practice,
        "page_of": _page_of,
        "called": _called,
        "found": _found,
        "style_of": _style_of,
        "solved": _solved,
    }
    yield Page(INDEX, render("practice/index.md.jinja", INDEX, book, **view))
    for practice in book.practice:
        yield _page(book, practice)


def _title(count: int) -> str:
    """`Vijf ketens uit de praktijk`."""
    if count < len(_NUMBERS) and _NUMBERS[count]:
        return f"{_NUMBERS[count]} {'keten' if count == 1 else 'ketens'} uit de praktijk"
    return "Ketens uit de praktijk"


def _page_of(practice: Practice) -> str:
    return f"handboek/praktijk/{practice.id}.md"


def _page(book: Book, practice: Practice) -> Page:
    path = _page_of(practice)
    view = {
        "practice": practice,
        "region": practice.states[0].chain.region,
        "stages": [_stage(practice, path, number) for number, _ in enumerate(practice.states)],
        "questions": _by_whom(_questions(practice.states[-1].chain)),
        "path_of": path_of,
        "found": _found,
    }
    return Page(path, render("practice/page.md.jinja", path, book, **view))


def _stage(practice: Practice, path: str, number: int) -> Stage:
    state = practice.states[number]
    name = f"praktijk-{practice.id}-{number}"
    return Stage(
        _called(state),
        in_words(state.chain.day),
        together(state.chain, f"{name}-keten"),
        ladders(state.chain, path, f"{name}-ladder"),
        state.report,
        _solved(practice, number),
        sentences(state.chain, state.report),
    )


def _solved(practice: Practice, number: int) -> list[str]:
    """The rules that found something in the state before, and now find nothing and ask nothing."""
    if not number:
        return []
    before, now = (practice.states[at].report for at in (number - 1, number))
    still = {item.rule for item in now.findings} | {item.rule for item in now.unjudged}
    return sorted({finding.rule for finding in before.findings} - still)


def _questions(chain: Chain) -> Iterator[Asked]:
    """Every open question in the region's own records, in the order of the files."""
    for entry in chain.records.entries:
        if entry.layer == REGIONAL:
            about = upper_first(chain.names.of(entry.kind.name, entry.id))
            for note in notes(chain.names, entry.record):
                yield from (Asked(about, question) for question in note.questions)


def _by_whom(questions: Iterable[Asked]) -> dict[str, list[Asked]]:
    """The questions by whom they are for, in the order in which they are first asked something."""
    found: dict[str, list[Asked]] = {}
    for asked in questions:
        found.setdefault(asked.question.ask or "wie het weet", []).append(asked)
    return found


def _called(state: State) -> str:
    """`na-2021` → `Na 2021`."""
    return upper_first(state.name.replace("-", " "))


def _style_of(report: Report) -> str:
    """How a label shows what was found; `badge` in `pages/tools.py` knows the styles."""
    if any(finding.severity is Severity.FOUT for finding in report.findings):
        return "fout"
    return "let-op" if report.findings else "goed"


def _found(report: Report) -> str:
    count = len(report.findings)
    return "niets gevonden" if not count else "1 bevinding" if count == 1 else f"{count} bevindingen"
