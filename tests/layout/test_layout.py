"""The canonical layout: what an editor wrote beside what it becomes."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.layout.layout import laid_out
from ketenhandboek.layout.scalars import inline, written
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_text


def document(text: str) -> Document:
    found = read_text(text, "begrippen.yaml")
    assert isinstance(found, Document), found
    return found


def canonical(text: str) -> str:
    return laid_out(catalogue()["begrip"], document(text))


LAYOUTS = {
    "keys stand in the order of the schema, unknown keys last": (
        """
        begrippen:
          - naam: plan
            later: iets
            id: plan
        """,
        """
        begrippen:
          - id: plan
            naam: plan
            later: iets
        """,
    ),
    "two spaces a step, lists indented, no empty lines": (
        """
        begrippen:

        -   id: plan
            synoniemen:
            - a

            - b
        """,
        """
        begrippen:
          - id: plan
            synoniemen:
              - a
              - b
        """,
    ),
    "quotes only where they are needed": (
        """
        begrippen:
          - id: "plan"
            naam: 'een plan'
            betekenis: "dit: dat"
            opmerking: '12'
            bron:
              tekst: 0344
        """,
        """
        begrippen:
          - id: plan
            naam: een plan
            betekenis: 'dit: dat'
            opmerking: '12'
            bron:
              tekst: '0344'
        """,
    ),
    "comments go along with what they belong to": (
        """
        # bovenaan
        begrippen: # bij de lijst
          # boven het eerste
          - naam: plan # bij de naam
            # boven de id
            id: plan # bij de id
            synoniemen:
              - a # bij a
              # na a
          # na alles
        """,
        """
        # bovenaan
        begrippen: # bij de lijst
          # boven het eerste
          # boven de id
          - id: plan # bij de id
            naam: plan # bij de naam
            synoniemen:
              - a # bij a
              # na a
          # na alles
        """,
    ),
    "a # inside a text is no comment": (
        """
        begrippen:
          - id: plan
            betekenis: |-
              # een kop
              en tekst
            naam: "twee # tekens"
        """,
        """
        begrippen:
          - id: plan
            naam: 'twee # tekens'
            betekenis: |-
              # een kop
              en tekst
        """,
    ),
    "a text over several lines becomes one line when it fits": (
        """
        begrippen:
          - id: plan
            betekenis: een
              twee
              drie
            opmerking: >-
              vier
              vijf
        """,
        """
        begrippen:
          - id: plan
            betekenis: een twee drie
            opmerking: vier vijf
        """,
    ),
}


@pytest.mark.parametrize(("before", "after"), LAYOUTS.values(), ids=LAYOUTS)
def test_there_is_one_way_to_write_it(before: str, after: str) -> None:
    assert canonical(dedent(before).lstrip("\n")) == dedent(after).lstrip("\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("gewoon", "gewoon"),
        ("08:30", "08:30"),
        ("2010-06", "2010-06"),
        ("nee", "nee"),
        ("0344", "'0344'"),
        ("1e3", "'1e3'"),
        ("112", "'112'"),
        ("null", "'null'"),
        ("", "''"),
        ("- streep", "'- streep'"),
        ("-streep", "-streep"),
        ("het 'plan'", "het 'plan'"),
        ("'plan'", "'''plan'''"),
        ("@bureau", "'@bureau'"),
        ("a #b", "'a #b'"),
        ("a#b", "a#b"),
        (" spatie ", "' spatie '"),
        ("harde\u00a0spatie", '"harde\u00a0spatie"'),
    ],
)
def test_a_text_is_bare_where_every_reader_of_yaml_takes_it_as_text(text: str, line: str) -> None:
    assert inline(text) == line


def test_a_long_text_is_folded_at_its_spaces() -> None:
    lines = written("woord " * 40 + "einde", "    betekenis:", 6)
    assert lines[0] == "    betekenis: >-"
    assert all(len(line) <= 110 and line.startswith("      w") for line in lines[1:])


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\t"), max_size=150).map(
    lambda text: "".join(sign for sign in text if sign.isprintable() or sign == "\n")
)
WORDS = st.lists(st.sampled_from(["aan", "#", "-", ":", "dat", "'", '"', "|", "\n", "", "é"]), max_size=60)
VALUES = st.one_of(TEXTS, WORDS.map(" ".join), st.integers(-(10**9), 10**9), st.none())
DATA = st.recursive(
    VALUES,
    lambda below: (
        st.lists(below, min_size=1, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "naam", "betekenis", "a", "b"]), below, min_size=1, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["begrippen", "toelichting", "x"]), DATA, min_size=1))
def test_nothing_of_the_data_is_lost_and_twice_is_once(data: dict[str, object]) -> None:
    once = canonical(_block(data))
    assert document(once).data == data
    assert canonical(once) == once


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["eigen", "beside", "leeg"])), max_size=12))
def test_every_comment_stays(places: list[tuple[int, str]]) -> None:
    lines = ["begrippen:", "  - naam: plan", "    id: plan", "    synoniemen:", "      - a"]
    for number, (line, sort) in enumerate(places):
        if sort == "beside" and "#" not in lines[line]:
            lines[line] += f" # c{number}"
        elif sort == "eigen":
            lines[line] = f"{' ' * (number % 7)}# c{number}\n" + lines[line]
    text = "\n".join(lines) + "\n"
    once = canonical(text)
    assert sorted(_comments(once)) == sorted(_comments(text))
    assert canonical(once) == once


def _comments(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith("c")]


def _block(data: object, indent: int = 0) -> str:
    """Data as block YAML in which every text stands between double quotes."""
    space = " " * indent
    if isinstance(data, dict):
        return "".join(f"{space}{key}:{_below(value, indent)}" for key, value in data.items())
    assert isinstance(data, list)
    return "".join(f"{space}-{_below(value, indent)}" for value in data)


def _below(value: object, indent: int) -> str:
    if isinstance(value, (dict, list)):
        return "\n" + _block(value, indent + 2)
    if isinstance(value, str):
        quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f' "{quoted}"\n'
    return " null\n" if value is None else f" {value}\n"
