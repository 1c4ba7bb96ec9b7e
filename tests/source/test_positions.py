"""Where things stand: the line and column of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.source.document import Data, Document
from ketenhandboek.source.reader import read_bytes, read_text

if TYPE_CHECKING:
    from ketenhandboek.findings import Span

TEXT = """\
# een opmerking
titel: Samenwerking
geldig:
  van: 2025-01-01   # begin
partijen:
  - partner: 'politie oost'
    rol: uitvoerend
  - partner: gemeente
toelichting: |
  Eerste regel.
  Tweede regel.
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("titel",), (2, 8, 20), (2, 1, 6)),
        (("geldig",), (3, 1, 7), (3, 1, 7)),
        (("geldig", "van"), (4, 8, 18), (4, 3, 6)),
        (("partijen",), (5, 1, 9), (5, 1, 9)),
        (("partijen", 0), (6, 5, 28), (6, 5, 28)),
        (("partijen", 0, "partner"), (6, 14, 28), (6, 5, 12)),
        (("partijen", 1, "partner"), (8, 14, 22), (8, 5, 12)),
        (("toelichting",), (9, 14, 15), (9, 1, 12)),
        (("geldig", "tot_en_met"), (3, 1, 7), (3, 1, 7)),
        (("partijen", 9, "partner"), (5, 1, 9), (5, 1, 9)),
        ((), (2, 1, 20), (2, 1, 20)),
    ],
)
def test_the_place_of_a_value_and_of_its_key(
    path: tuple[str | int, ...], value: tuple[int, int, int], key: tuple[int, int, int]
) -> None:
    place = _read(TEXT).place.at(*path)
    assert _place(place.span) == value
    assert _place(place.key_span) == key


def test_the_items_of_a_list_have_places() -> None:
    document = _read(TEXT)
    assert [place.at("partner").span.line for place in document.place.at("partijen").items()] == [6, 8]
    assert list(document.place.at("titel").items()) == []


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"\xef\xbb\xbfa: b\n", 1, 4),
        (b"x: 1\r\na: b\r\n", 2, 4),
        ("é: ij\n'å𝛼': b\n".encode(), 2, 7),
        (b"\n\n---\na: b\n", 4, 4),
    ],
    ids=["byte order mark", "windows line ends", "characters, not bytes", "document start"],
)
def test_columns_count_characters_as_an_editor_shows_them(content: bytes, line: int, column: int) -> None:
    document = read_bytes(content, "x.yaml")
    assert isinstance(document, Document)
    last = list(document.data)[-1]
    span = document.place.at(last).span
    assert (span.line, span.column, span.end_column) == (line, column, column + 1)


@dataclass
class _Writer:
    """Writes data in block style and remembers where each key and value begins and ends."""

    lines: list[str] = field(default_factory=list)
    places: dict[tuple[str | int, ...], tuple[int, int, int]] = field(default_factory=dict)

    def write(self, data: Data, indent: int, path: tuple[str | int, ...], lead: str) -> None:
        if not isinstance(data, (dict, list)):
            self._scalar(data, path, lead)
            return
        items = data.items() if isinstance(data, dict) else enumerate(data)
        for position, (step, below) in enumerate(items):
            start = lead if position == 0 else " " * indent
            opened = f"{start}{_quoted(step)}:" if isinstance(data, dict) else f"{start}-"
            if isinstance(below, (dict, list)) and isinstance(data, dict):
                self.lines.append(opened)
                self.write(below, indent + 2, (*path, step), " " * (indent + 2))
            else:
                self.write(below, indent + 2, (*path, step), f"{opened} ")

    def _scalar(self, data: Data, path: tuple[str | int, ...], lead: str) -> None:
        self.lines.append(f"{lead}{_quoted(data)}")
        self.places[path] = (len(self.lines), len(lead) + 1, len(self.lines[-1]) + 1)


def _quoted(text: str | int) -> str:
    return "'{}'".format(str(text).replace("'", "''"))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), max_size=8)
RECORDS = st.recursive(
    WORDS,
    lambda below: (
        st.lists(below, min_size=1, max_size=4) | st.dictionaries(WORDS, below, min_size=1, max_size=4)
    ),
    max_leaves=20,
)


@given(st.dictionaries(WORDS, RECORDS, min_size=1))
def test_every_value_of_any_document_is_found_where_it_was_written(data: Data) -> None:
    writer = _Writer()
    writer.write(data, 0, (), "")
    document = _read("\n".join(writer.lines))
    assert document.data == data
    for path, place in writer.places.items():
        assert _place(document.place.at(*path).span) == place


def _read(text: str) -> Document:
    document = read_text(text, "x.yaml")
    assert isinstance(document, Document), document
    return document


def _place(span: Span) -> tuple[int, int, int]:
    return (span.line, span.column, span.end_column)
