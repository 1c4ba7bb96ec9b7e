"""Text → data for YAML as records are usually written: maps, lists and texts, with remarks only on top.

PyYAML makes nodes of it, with places that nobody asks for, and takes four times as long. What is written in
any other way, and what may be wrong or unsafe, is left to it. The tests hold that both always agree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ketenhandboek.source.refused import DEEPEST
from ketenhandboek.source.scalars import meaning

if TYPE_CHECKING:
    from ketenhandboek.source.document import Data

_BARE = r"""[^\s?:,\[\]{}#&*!|>'"%@`-][^:\n]*(?::(?=\S)[^:\n]*)*"""
_TEXT = rf"""(?:{_BARE}|'[^'\n]*'|"[^"\\\n]*")"""
_HEAD = re.compile(r"\A(?:#[^\n]*\n)+")
_LINE = re.compile(rf"( *)(- )?(?:([a-z][a-z0-9_-]{{0,99}}):(?: (?:({_TEXT})|([>|])-))?|({_TEXT}))(?<! )")
"""A line: its indent, a dash, a key with a text behind it or a sign for the lines below it; a text alone."""
_BREAK = re.compile(r"\n(\n*)")
_UNCERTAIN = "\n"


class _Line(NamedTuple):
    """A line by itself: the column of its key or text, and what is said there.

    A `sign` tells how the lines below it make its text; what is `open` has all of its value below.
    """

    column: int
    dash: bool
    key: str
    value: Data
    sign: str
    open: bool


def plain_data(text: str) -> Data | None:
    """The data of a text; None when it is empty, or written in any other way."""
    if "\t" in text or "\r" in text or " #" in text or " \n" in text:
        return None
    lines = _lines(_HEAD.sub("", text).split("\n"))
    return _built(lines) if lines else None


def _lines(written: list[str]) -> list[_Line] | None:
    """Each line with what it says, also by the lines below it; None where one is written in another way."""
    found: list[_Line] = []
    number = 0
    while number < len(written):
        line = _read(written[number])
        number += 1
        if line is None and written[number - 1]:
            return None
        if line is not None and line.sign:
            below = _below(written, number, line.column)
            line = line._replace(value=_under(line.sign, below))
            number += len(below)
        if line is not None:
            found.append(line)
    return found


def _built(lines: list[_Line]) -> Data | None:
    """What lines make together; None where they don't fit.

    `here` is what they fill at `column`, inside all of `around`. Only a `label` without a text `waits` for
    what stands deeper.
    """
    top: Any = {}
    column, here, label, waits = -1, top, "", True
    around: list[tuple[int, Any]] = []
    for place, dash, key, value, _, opens in lines:
        start = place - 2 if dash else place
        if start > column and waits:
            around.append((column, here))
            inner: Any = [] if dash else {}
            here[label] = inner
            column, here = start, inner
        while start < column:
            column, here = around.pop()
        if start != column or isinstance(here, list) is not dash:
            return None
        if dash and key:
            around.append((column, here))
            inner = {}
            here.append(inner)
            column, here = place, inner
        if len(around) > DEEPEST or value == _UNCERTAIN or (key and key in here):
            return None
        if key:
            here[key] = value
        else:
            here.append(value)
        label, waits = key, opens
    return top.get("")


@lru_cache(maxsize=8192)
def _read(line: str) -> _Line | None:
    """What a line says, if it is written as usual; files repeat most of their lines."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    indent, dash, key, told, sign, alone = (part or "" for part in found.groups())
    if alone and not dash:
        return None
    column = len(indent) + len(dash)
    return _Line(column, bool(dash), key, _meant(told or alone), sign, not (told or sign or alone))


def _meant(text: str) -> str | int | None:
    return text[1:-1] if text[:1] in ("'", '"') else meaning(text)


def _below(lines: list[str], start: int, column: int) -> list[str]:
    """The lines from `start` on that stand deeper than a column, without empty ones behind them."""
    deeper, at, end = " " * (column + 1), start, start
    while at < len(lines) and (not lines[at] or lines[at].startswith(deeper)):
        at += 1
        end = at if lines[at - 1] else end
    return lines[start:end]


def _under(sign: str, below: list[str]) -> str:
    """The text of the lines under a key, if all begin at the same column."""
    depth = len(below[0]) - len(below[0].lstrip(" ")) if below else 0
    if not depth or any(line and len(line) - len(line.lstrip(" ")) != depth for line in below):
        return _UNCERTAIN
    text = "\n".join(line[depth:] for line in below)
    return text if sign == "|" else _BREAK.sub(lambda found: found[1] or " ", text)
