"""What is read without PyYAML is what PyYAML reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ketenhandboek.source.nodes import compose
from ketenhandboek.source.plainly import plain_data
from ketenhandboek.source.refused import before_parsing, hidden_at
from ketenhandboek.source.scalars import to_data

if TYPE_CHECKING:
    from ketenhandboek.findings import Problem

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "data").rglob("*.yaml"), *(ROOT / "src/ketenhandboek/landelijk").rglob("*.yaml")])
BODIES = [
    "a:", "b:", "c: x", "a: 3", "b: 08:30", "c: null", "a: ~", "lange-sleutel_2: een twee, drie [vier]",
    "- x", "- y z", "- a: 1", "- b:", "- -", "- - x", "-", "- 5", "-5", "x", "Naam: x", "a:b", "- a:b",
    "a: 'b: c'", "a: ''", 'b: "d"', 'b: "d\\t"', "c: 'd''e'", "- 'f'", "'g': h",
    "a: >-", "b: |-", "c: |", "- >-", "- a: >-", "a: b # c", "# d", "a: b#c", "a: *b", "- &b c", "a: !t b",
    "a: {}", "- [b]", "? a", ": b", "a: - b", "a: b: c", "a: b:", "a : b", "a:  b", "a: b ", "a: ?b", "a: -b",
    "---", "...", "<<: a", "true: a", "1: a",
    "a: https://b.nl/c?d=e", "b: é €", "a: 'b", 'c: "', "a: \u00a0b", "", " ",
]  # fmt: skip
LINES = st.tuples(st.sampled_from([0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 6]), st.sampled_from(BODIES))
TEXTS = st.builds(
    lambda lines, end: "\n".join(" " * indent + body for indent, body in lines) + end,
    st.lists(LINES, max_size=9),
    st.sampled_from(["", "\n", "\n\n"]),
)


def by_nodes(text: str) -> object:
    """What PyYAML makes of it; for a text that it refuses, or that we refuse, something that is no data."""
    problems: list[Problem] = []
    try:
        root = compose(text)
    except yaml.YAMLError:
        return ...
    data = None if root is None else to_data(root, "x.yaml", problems)
    return ... if problems or root is None else data


def agree(text: str) -> bool:
    """Whether a text is left to PyYAML, or read as by PyYAML, which may read all of it."""
    found = plain_data(text)
    return found is None or (repr(found) == repr(by_nodes(text)) and not before_parsing(text, "x"))


@settings(max_examples=3000)
@given(TEXTS)
@example("a:\n  b: x\n c: y\n")
@example("a: x\n  - y\n")
@example("a: x\n  b: y\n")
@example("- a:\n    b: 1\n  c: 2\n- d: 3\n")
@example("a:\n- x\n")
@example("a: >-\n  b\n   c\n  d\ne: f\n")
@example("a: >-\n  b\n\n  c\n")
@example("a: >-\n  b\n\n\n  c\n  d\n\ne: f\n")
@example("a: |-\n  b\n\n  c\n\n\n")
@example("a: >-\n\n  b\n")
@example("- a: >-\n  b: c\n")
@example("- a: >-\n   b: c\n")
@example("a: >-\nb: c\n")
@example("a: 1\na: 2\n")
@example("".join(f"{' ' * depth}a:\n" for depth in range(50)) + " " * 50 + "a: b\n")
@example("".join(f"{' ' * depth}a:\n" for depth in range(49)) + " " * 49 + "a: b\n")
@example("a: |-\n  ---\n  &b *c !d\ne: f & g * [h] {i}\n- j\n")
@example("# b\n#c\na: d\n")
@example("# b\n  a: c\n# d\n")
@example("# a\rb: c\nd: e\n")
@example("# b\n---\na: c\n")
def test_it_agrees_with_pyyaml_or_leaves_the_text_to_it(text: str) -> None:
    assert agree(text), repr((plain_data(text), by_nodes(text)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@given(data=st.data())
@settings(max_examples=15)
def test_it_agrees_on_records_that_somebody_broke(path: Path, data: st.DataObject) -> None:
    lines = path.read_text("utf-8").splitlines()
    for _ in range(data.draw(st.integers(0, 2))):
        place = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["indent", "dedent", "drop", "double", "swap", "other"]))
        line = lines[place]
        lines[place : place + 1] = {
            "indent": [f"  {line}"],
            "dedent": [line.removeprefix("  ")],
            "drop": [],
            "double": [line, line],
            "swap": [*lines[place + 1 : place + 2], line],
            "other": [" " * (len(line) - len(line.lstrip())) + data.draw(st.sampled_from(BODIES))],
        }[change]
        lines = lines or [""]
    text = "\n".join(lines) + "\n"
    assert hidden_at(text) is not None or agree(text)


def test_records_as_they_are_usually_written_are_not_left_to_it() -> None:
    left = [path.name for path in FILES if plain_data(path.read_text("utf-8")) is None]
    assert len(left) < len(FILES) / 10, left
