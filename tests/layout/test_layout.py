"""The canonical layout: what an editor wrote beside what it becomes."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layouts import DATA, LAYOUTS, document, in_block

from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.layout.layout import laid_out
from ketenhandboek.layout.scalars import inline, written


def canonical(text: str) -> str:
    return laid_out(catalogue()["begrip"], document(text))


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


@given(st.dictionaries(st.sampled_from(["begrippen", "toelichting", "x"]), DATA, min_size=1))
def test_nothing_of_the_data_is_lost_and_twice_is_once(data: dict[str, object]) -> None:
    once = canonical(in_block(data))
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
