"""What the reader refuses: at which line and column, and in which words."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import LARGEST_FILE, read_bytes, read_file, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from ketenhandboek.findings import Problem

DEEP_MAPS = "".join(f"{' ' * depth}a:\n" for depth in range(60))
DEEP_MIX = "".join(f"{' ' * depth}a:\n{' ' * depth}-\n" for depth in range(40))


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: b: c\n", (1, 4), "In deze tekst staat een dubbele punt"),
        ("a: 1\n  b: 2\n", (2, 3), "springt anders in dan de regels eromheen"),
        ("a: 1\nb\nc: 2\n", (2, 1), "ontbreekt een dubbele punt"),
        ("a:\n    b: 1\n  c: 2\n", (3, 3), "springt anders in"),
        ("a:\n  - x\n  y: 1\n", (3, 3), "begint niet met een streepje"),
        ("a: - b\n", (1, 4), "een lijst op een plek waar dat niet kan"),
        ('a: "tekst\nb: c\n', (1, 4), "nergens wordt gesloten"),
        ("a: 'it's'\n", (1, 8), "na een aanhalingsteken dat al sluit"),
        ("a: @b\n", (1, 4), "niet met dit teken beginnen"),
        ("a: %b\n", (1, 4), "niet met dit teken beginnen"),
        ('a: "C:\\map"\n', (1, 7), "Gebruik enkele aanhalingstekens"),
        ("a: | tekst\n", (1, 4), "komt de tekst op een nieuwe regel"),
        ("a: **vet**\n", (1, 4), "begint, heeft in YAML een bijzondere betekenis"),
        ("a: *b\n", (1, 4), "Verwijzen met * mag hier niet"),
        ("a: &b c\n", (1, 4), "Een anker (&) mag hier niet"),
        ("a: !!str b\n", (1, 4), "Een woord met ! ervoor"),
        ("a:\n  - !ruby/object x\n", (2, 5), "Een woord met ! ervoor"),
        ("a:\n  - [b]\n", (2, 5), "zonder [ ] of { }"),
        ("a: {b: c}\n", (1, 4), "zonder [ ] of { }"),
        ("a: [b\n", (1, 4), "zonder [ ] of { }"),
        ("a:\n\tb: 1\n", (2, 1), "een tab"),
        ("a: b\tc\n", (1, 5), "een tab"),
        ("a: 1\n---\nb: 2\n", (2, 1), "één geheel"),
        ("a: b\x07\n", (1, 5), "onzichtbaar stuurteken"),
        ("a: b\x85c: d\n", (1, 5), "onzichtbaar stuurteken"),
        ("a: b\u2028c: d\n", (1, 5), "onzichtbaar stuurteken"),
        ("a: 1\rb: 2\r", (1, 5), "onzichtbaar stuurteken"),
        ("a: veilig\u200bthuis\n", (1, 10), "onzichtbaar stuurteken"),
        ("a: \u202egnidlem\n", (1, 4), "onzichtbaar stuurteken"),
        ("a: b\n\ufeffc: d\n", (2, 1), "onzichtbaar stuurteken"),
        ("a: \ud800\n", (1, 4), "onzichtbaar stuurteken"),
        ('a:\n  b: "x\\0"\n', (2, 6), "onzichtbaar stuurteken"),
        ('"\\e": b\n', (1, 1), "onzichtbaar stuurteken"),
        ("", (1, 1), "leeg"),
        ("# alleen commentaar\n", (1, 1), "leeg"),
    ],
)
def test_what_is_refused_where(text: str, place: tuple[int, int], says: str) -> None:
    problems = read_text(text, "partners.yaml")
    assert isinstance(problems, list)
    assert [(problem.span.line, problem.span.column) for problem in problems] == [place]
    assert says in problems[0].message
    assert problems[0].span.file == "partners.yaml"


def test_everything_refused_is_told_at_once() -> None:
    problems = read_text("a: &x 1\nb: *x\nc: !t d\n", "x.yaml")
    assert isinstance(problems, list)
    assert [problem.span.line for problem in problems] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &a x\n" + "".join(f"b{n}: [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" for n in range(99)), "anker"),
        ("[" * 200_000, "zonder [ ]"),
        ("{" * 200_000, "zonder [ ]"),
        ("- " * 3_000 + "a\n", "dieper dan 50"),
        ("? " * 3_000 + "a\n", "dieper dan 50"),
        (DEEP_MAPS, "dieper dan 50"),
        (DEEP_MIX, "dieper dan 50"),
        ("---\n" * 100_000, "één geheel"),
        ("".join(f"k{n}: 1\n" for n in range(40_000)) * 2, "twee keer"),
        ("a: '" + "x" * 900_000, "nergens wordt gesloten"),
    ],
    ids=["aliases", "brackets", "braces", "dashes", "questions", "maps", "mix", "documents", "keys", "quote"],
)
def test_hostile_text_is_refused_in_a_moment(text: str, says: str) -> None:
    began = process_time()
    problems = read_text(text, "x.yaml")
    assert isinstance(problems, list)
    assert says in problems[0].message
    assert process_time() - began < 10


@pytest.mark.parametrize("depth", [10, 24])
def test_nesting_up_to_the_limit_is_read(depth: int) -> None:
    text = "".join(f"{' ' * level}a:\n{' ' * level}-\n" for level in range(depth)) + " " * depth + "a: 1\n"
    assert isinstance(read_text(text, "x.yaml"), Document)


def test_a_file_over_one_megabyte_is_refused(tmp_path: Path) -> None:
    assert LARGEST_FILE == 1_000_000
    path = tmp_path / "groot.yaml"
    path.write_bytes(b"a: " + b"b" * (LARGEST_FILE - 3))
    assert isinstance(read_file(path, "groot.yaml"), Document)
    path.write_bytes(b"a: " + b"b" * (LARGEST_FILE - 2))
    problems = read_file(path, "groot.yaml")
    assert isinstance(problems, list)
    assert "groter dan 1 MB" in problems[0].message


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"a: caf\xe9\n", (1, 7)),
        ("a: één\nb: ".encode() + b"\xff\xfe", (2, 4)),
        (b"a: \xed\xa0\x80\n", (1, 4)),
        ("a: é".encode("utf-16"), (1, 1)),
    ],
    ids=["latin-1", "after other text", "surrogate", "utf-16"],
)
def test_text_that_is_not_utf_8_is_refused_at_its_place(content: bytes, place: tuple[int, int]) -> None:
    problems = read_bytes(content, "x.yaml")
    assert isinstance(problems, list)
    assert (problems[0].span.line, problems[0].span.column) == place
    assert "UTF-8" in problems[0].message


def test_a_file_that_can_not_be_opened_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.yaml", tmp_path):
        problems = read_file(path, "weg.yaml")
        assert isinstance(problems, list)
        assert problems[0].message.startswith("Dit bestand is niet te lezen")


@given(st.text(st.sampled_from("ab: -\n#'\"[]{}&*!|>%@?,\\\r\t\x00\ufeffé0"), max_size=60))
@settings(max_examples=400)
def test_any_text_gives_a_document_or_problems_inside_it(text: str) -> None:
    _readable_or_placed(read_text(text, "x.yaml"), text)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_problems(content: bytes) -> None:
    found = read_bytes(content, "x.yaml")
    assert isinstance(found, Document) or found


def _readable_or_placed(found: Document | list[Problem], text: str) -> None:
    if isinstance(found, Document):
        return
    assert found
    lines = text.split("\n")
    for problem in found:
        assert 1 <= problem.span.line <= len(lines)
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 1
