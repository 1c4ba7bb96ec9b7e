"""Pages about chains from practice: told from their records, whatever these hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.findings import Finding, Related, Report, Severity, Span
from ketenhandboek.graphs.pictures import Failure
from ketenhandboek.pages.page import Book, Practice
from ketenhandboek.pages.practice import pages
from ketenhandboek.rules.example import clean_chain
from ketenhandboek.site.practice import load_practice

if TYPE_CHECKING:
    from ketenhandboek.graphs.view import View

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AGREEMENT = "voorbeelden/beekdal/oud/afspraken/werkwijze.yaml"
FOUND = Finding(
    "BAS003",
    Severity.FOUT,
    Span(AGREEMENT, 27),
    "Hier mist <b>iets</b>.",
    (Related(Span(AGREEMENT, 20), "trede 1"),),
    record="afspraak/werkwijze",
)


def written(practice: tuple[Practice, ...], drawn: list[str] | None = None) -> dict[str, str]:
    """The pages by path; the ids of the pictures are added to `drawn`."""

    def draw(view: View) -> Failure:
        if drawn is not None:
            drawn.append(view.id)
        return Failure("missing", "Graphviz ontbreekt.")

    chain = clean_chain()
    return {page.path: page.text for page in pages(Book(chain, lambda: Report.of(()), draw, practice))}


def beekdal() -> Practice:
    """Two states with reports of our own, so that no wording of a rule stands in the golden page."""
    (practice,) = load_practice(HERE / "praktijk", date(2026, 3, 1))
    reports = {"oud": Report.of((FOUND,)), "nieuw": Report.of(())}
    return replace(
        practice, states=tuple(replace(state, report=reports[state.name]) for state in practice.states)
    )


@pytest.mark.parametrize(
    ("path", "golden"),
    [
        ("handboek/praktijk/beekdal.md", "praktijk-beekdal.md"),
        ("handboek/praktijk/index.md", "praktijk-index.md"),
    ],
)
def test_a_page_is_told_from_the_records(path: str, golden: str) -> None:
    assert written((beekdal(),))[path] == (HERE / "golden" / golden).read_text("utf-8")


def test_without_examples_there_is_a_list_that_says_so(tmp_path: Path) -> None:
    found = written(load_practice(tmp_path, date(2026, 3, 1)))
    assert list(found) == ["handboek/praktijk/index.md"]
    assert "nog geen ketens" in found["handboek/praktijk/index.md"]


def test_states_run_from_old_to_new_whatever_they_are_called() -> None:
    assert [state.name for state in beekdal().states] == ["oud", "nieuw"]


def samen_doen() -> Practice:
    """The chain from practice with ladders."""
    return next(item for item in load_practice(ROOT, date(2026, 3, 1)) if item.id == "samen-doen-2020")


def test_the_ladders_of_samen_doen_stand_side_by_side_with_the_skipped_levels() -> None:
    drawn: list[str] = []
    text = written((samen_doen(),), drawn)["handboek/praktijk/samen-doen-2020.md"]
    before, after = text[text.index('<div class="kh-compare"') :].split("### Na\n", 1)
    assert before.count('<span class="kh-badge kh-badge--fout">Overgeslagen</span>') == 2
    assert "Overgeslagen</span>" not in after
    assert text.count('<div class="kh-ladder" markdown>') == 3
    assert len(drawn) == len(set(drawn)) == 6, "a ladder and a network for each state"
