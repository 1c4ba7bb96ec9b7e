"""What bare words mean in a record, and which keys are refused."""

from __future__ import annotations

import pytest

from ketenhandboek.source.document import Data, Document
from ketenhandboek.source.reader import read_text
from ketenhandboek.source.scalars import yes_or_no


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12),
        ("0", 0),
        ("-3", -3),
        ("0344", "0344"),
        ("+5", "+5"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1.0", "1.0"),
        ("1e3", "1e3"),
        ("12345678901234567", "12345678901234567"),
        ("08:30", "08:30"),
        ("2025-01-01", "2025-01-01"),
        ("2025", 2025),
        ("'2025'", "2025"),
        ("no", "no"),
        ("yes", "yes"),
        ("true", "true"),
        ("null", None),
        ("~", None),
        ("", None),
        ("''", ""),
        ("'null'", "null"),
        (".inf", ".inf"),
        ("=", "="),
        ("<<", "<<"),
        ("a #b", "a"),
        ("a#b", "a#b"),
        ("'it''s'", "it's"),
        ('"één\\nregel"', "één\nregel"),
    ],
)
def test_only_plain_integers_and_null_are_not_text(written: str, meant: Data) -> None:
    document = read_text(f"sleutel: {written}\n", "x.yaml")
    assert isinstance(document, Document)
    assert document.data == {"sleutel": meant}


@pytest.mark.parametrize(
    ("word", "mend"),
    [("true", "ja"), ("Yes", "ja"), ("ON", "ja"), ("no", "nee"), ("False", "nee"), ("off", "nee")],
)
def test_english_yes_and_no_have_one_mend(word: str, mend: str) -> None:
    document = read_text(f"fictief: {word}\n", "x.yaml")
    assert isinstance(document, Document)
    problem = yes_or_no(document.place.at("fictief").node, "x.yaml")
    assert problem is not None
    assert problem.edit is not None
    assert problem.edit.replacement == mend
    assert (problem.edit.span.column, problem.edit.span.end_column) == (10, 10 + len(word))
    assert f"'{mend}'" in problem.message


@pytest.mark.parametrize("word", ["ja", "nee", "nooit", "tr ue", "1"])
def test_dutch_words_are_left_alone(word: str) -> None:
    document = read_text(f"fictief: {word}\n", "x.yaml")
    assert isinstance(document, Document)
    assert yes_or_no(document.place.at("fictief").node, "x.yaml") is None


def test_every_double_key_is_told_with_the_place_of_the_first() -> None:
    text = "a:\n  - b: 1\n    c: 2\n    b: 3\n    d:\n      e: 1\n      e: 2\na: 1\n"
    problems = read_text(text, "x.yaml")
    assert isinstance(problems, list)
    problems.sort(key=lambda problem: problem.span)
    places = [
        (p.span.line, p.span.column, p.related[0].span.line, p.related[0].span.column) for p in problems
    ]
    assert places == [(4, 5, 2, 5), (7, 7, 6, 7), (8, 1, 1, 1)]
    assert problems[0].message.startswith("'b' staat hier twee keer.")


def test_keys_that_come_back_together_are_told_once() -> None:
    problems = read_text("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n", "x.yaml")
    assert isinstance(problems, list)
    assert [(problem.span.line, problem.message) for problem in problems] == [
        (
            4,
            "'b' en de regels eronder staan er twee keer. "
            "Begint hier een nieuw onderdeel van de lijst? Zet dan '- ' voor deze regel.",
        )
    ]


def test_a_list_can_not_be_a_key() -> None:
    problems = read_text("? - a\n: b\n", "x.yaml")
    assert isinstance(problems, list)
    assert [problem.message for problem in problems] == [
        "Links van de dubbele punt hoort één woord te staan."
    ]
