"""What the index of the search gets: forms of words, parts of compounds, other names, no harm."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.chain.load import load_chain
from ketenhandboek.site.search.dutch import forms, parts
from ketenhandboek.site.search.index import INDEX, enrich, enrich_site
from ketenhandboek.site.search.records import search_words
from ketenhandboek.site.search.words import FILE, Hint, Words

ROOT = Path(__file__).parents[2]
HOSTILE = '<script>alert("x")</script> & "quote" \\u0022 +veilig:*^9'


def entry(location: str, title: str, text: str = "") -> dict[str, Any]:
    return {"location": location, "title": title, "text": text}


def index(*docs: dict[str, Any]) -> dict[str, Any]:
    return {"config": {"lang": ["nl"]}, "docs": list(docs)}


def words(*alike: tuple[str, ...], hints: tuple[Hint, ...] = (), skipped: tuple[str, ...] = ()) -> Words:
    return Words(alike, hints, skipped)


def found_by(doc: dict[str, Any]) -> dict[str, int]:
    """The added words of an entry, each with the step of its field: higher is heavier."""
    fields = {name: text for name, text in doc.items() if name.startswith("woorden")}
    return {word.lower(): int(name[7:]) for name, text in fields.items() for word in text.split()}


def matches(doc: dict[str, Any], query: str) -> bool:
    """Whether the theme would find an entry: it looks for words that begin as the question."""
    return any(word.startswith(query) for word in found_by(doc))


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("huisverbod", "huisverboden"),
        ("huisverboden", "huisverbod"),
        ("taak", "taken"),
        ("taken", "taak"),
        ("brief", "brieven"),
        ("brieven", "brief"),
        ("plan", "plannen"),
        ("plannen", "plan"),
        ("pleger", "plegers"),
        ("gemeente", "gemeenten"),
        ("mogelijkheid", "mogelijkheden"),
        ("melding", "melden"),
        ("melden", "melding"),
        ("verlengen", "verlengd"),
        ("evalueren", "evaluatie"),
    ],
)
def test_a_word_is_known_in_its_other_forms(word: str, form: str) -> None:
    assert form in forms(word, frozenset())


def test_what_somebody_wrote_goes_before_what_may_be() -> None:
    assert forms("huisverbod", {"huisverboden"}) == {"huisverbod": 1.0, "huisverboden": 1.0}
    assert forms("kind", {"kinderen"}) == {"kind": 1.0, "kinderen": 1.0}


@pytest.mark.parametrize(
    ("compound", "ends"),
    [("escalatieladder", ["ladder"]), ("veiligheidsplan", ["plan"]), ("wethouder", []), ("ladder", [])],
)
def test_a_compound_ends_in_a_word_after_another_word(compound: str, ends: list[str]) -> None:
    assert list(parts(compound, {"escalatie", "veiligheid"}, {"ladder", "plan", "ouder"})) == ends


@pytest.mark.parametrize("query", ["dader", "daders", "plegers", "pleger", "plegerhulp", "hulpverlener"])
def test_a_page_is_found_by_what_means_the_same(query: str) -> None:
    page = entry("taken/hulp/", "Hulp aan de pleger")
    made = enrich(index(page), words(("pleger", "dader"), ("hulp", "hulpverleners"), skipped=("aan", "de")))
    assert matches(made["docs"][0], query)


def test_names_weigh_more_than_what_means_the_same() -> None:
    hint = Hint("partners/vt/", names=("Steunpunt",), words=("Oostveld",))
    made = enrich(index(entry("partners/vt/", "Veilig Thuis"), entry("x/", "Ander")), words(hints=(hint,)))
    steps = found_by(made["docs"][0])
    assert steps["steunpunten"] > steps["oostvelden"]


def test_a_weight_holds_for_the_pages_that_a_pattern_names_and_their_sections() -> None:
    docs = (entry("regels/", "Regels"), entry("regels/a/", "Regel"), entry("regels/a/#b", "Deel"))
    made = enrich(index(*docs), words(hints=(Hint("regels/?*", weight=0.1),)))
    assert [doc["boost"] for doc in made["docs"]] == [1.0, 0.1, 0.05]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Wie beslist er?", ["beslist"]),
        ("'s nachts om 3 uur", ["nachts", "3", "uur"]),
        ("OM en politie", ["OM", "politie"]),
        ("één plan", ["één", "plan"]),
        ("0800-2000", ["0800", "2000"]),
        ("wiebelen", ["wiebelen"]),
    ],
)
def test_words_without_use_count_as_space(text: str, left: list[str]) -> None:
    separator = enrich(index(), words(skipped=("wie", "er", "om", "en")))["config"]["separator"]
    assert [word for word in re.split(separator, text) if word] == left


@given(st.text())
def test_whatever_stands_in_a_name_only_words_come_out(name: str) -> None:
    made = enrich(index(entry("a/", name)), words((name, "b"), hints=(Hint("a/", (name,), (name,)),)))
    added = " ".join(text for field, text in made["docs"][0].items() if field.startswith("woorden"))
    assert all(char.isalnum() or char == " " for char in added)


def test_hostile_names_stay_as_the_theme_escaped_them() -> None:
    page = entry("a/", "&lt;script&gt;", HOSTILE)
    doc = enrich(index(page), words((HOSTILE, "pleger")))["docs"][0]
    assert {name: doc[name] for name in page} == page


def test_words_travel_with_the_pages(tmp_path: Path) -> None:
    made = search_words(load_chain(ROOT / "data", date(2026, 11, 22)))
    assert Words.read(made.text()) == made
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(made.text(), "utf-8")
    (tmp_path / INDEX).parent.mkdir()
    page = entry("handboek/partners/veilig-thuis-lindewaarde/", "Veilig Thuis Lindewaarde")
    (tmp_path / INDEX).write_text(json.dumps(index(page)), "utf-8")
    enrich_site(tmp_path, tmp_path)
    found = json.loads((tmp_path / INDEX).read_bytes())
    assert found == enrich(index(page), made)
    assert matches(found["docs"][0], "ashg")


def test_a_site_without_search_stays_as_it_is(tmp_path: Path) -> None:
    enrich_site(tmp_path, tmp_path)
    assert list(tmp_path.iterdir()) == []
