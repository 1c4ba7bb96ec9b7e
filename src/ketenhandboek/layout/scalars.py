"""A value → how it is written: bare where that is safe, folded where it is long, quoted where it must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from ketenhandboek.source.scalars import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 110
"""A line is at most this long, where its text has spaces to break at."""
STEP = 2
_INDICATOR = re.compile(r"[-?:](?=\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.")
_INSIDE = re.compile(r":(?=\s|$)|\s#")
# What other readers of YAML take for a number and would write back without its first zero or its end.
_NUMBER_ELSEWHERE = re.compile(r"[-+]?(?:0\d+|0o[0-7]+|0x[0-9a-fA-F]+|\.\d+|\d+\.?\d*[eE][-+]?\d+|\d+\.)")
_ENDS = ("-", "", "+")
"""How a block ends: with no line break, with one, with all that stand there."""
_BREAK = re.compile(r"(?<! ) (?! )")


def written(value: str | int | None, head: str, indent: int) -> list[str]:
    """The lines of `head` and a value; the lines of a long text stand `indent` deep."""
    if value is None:
        return [head]
    line = f"{head} {inline(value) if isinstance(value, str) else value}"
    if not isinstance(value, str) or not _fits_a_block(value):
        return [line]
    space = " " * indent
    if "\n" in value:
        body = value.rstrip("\n")
        breaks = len(value) - len(body)
        lines = [*body.split("\n"), *[""] * (breaks - 1)]
        return [f"{head} |{_ENDS[min(breaks, 2)]}", *((space + text).rstrip(" ") for text in lines)]
    if len(line) > WIDTH and len(_BREAK.split(value)) > 1:
        return [f"{head} >-", *(space + text for text in _wrapped(value, WIDTH - indent))]
    return [line]


def inline(text: str) -> str:
    """A text on one line."""
    if not text.isprintable():
        return yaml.dump(text, default_style='"', allow_unicode=True, width=2**31).rstrip("\n")
    return text if _may_be_bare(text) else f"'{text.replace(chr(39), chr(39) * 2)}'"


def _may_be_bare(text: str) -> bool:
    return (
        meaning(text) == text
        and text == text.strip(" ")
        and not _INDICATOR.match(text)
        and not _INSIDE.search(text)
        and not _NUMBER_ELSEWHERE.fullmatch(text)
    )


def _fits_a_block(text: str) -> bool:
    """Whether a block keeps a text as it is: the first line shows how deep it is, no line ends in a space."""
    lines = text.split("\n")
    ends = all(line == line.rstrip(" ") and (line + "x").isprintable() for line in lines)
    return ends and bool(lines[0]) and lines[0][0] != " "


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _BREAK.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
