"""The lines of an example that matter: those around its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ketenhandboek.rules.rule import Example, Source

SHORT = 20
"""A file of at most this many lines is shown whole."""
AROUND = 6


class Excerpt(NamedTuple):
    """Lines of a file, and which of them (from 1) bear a mark; `whole` when nothing was left out."""

    text: str
    marked: tuple[int, ...]
    whole: bool


def excerpt(example: Example, source: Source) -> Excerpt:
    """The lines around the marks of an example in one of its files; the whole of a short file."""
    lines = source.text.splitlines()
    marks = {number for file, number in example.marks if file == source.file}
    wanted = [number for number in range(1, len(lines) + 1) if len(lines) <= SHORT or _near(number, marks)]
    shown: list[str] = []
    marked: list[int] = []
    before = 0
    for number in wanted:
        if number > before + 1:
            shown.append("# …")
        shown.append(lines[number - 1])
        if number in marks:
            marked.append(len(shown))
        before = number
    if 0 < before < len(lines):
        shown.append("# …")
    return Excerpt("\n".join(shown), tuple(marked), len(wanted) == len(lines))


def _near(number: int, marks: set[int]) -> bool:
    return any(abs(number - mark) <= AROUND for mark in marks)
