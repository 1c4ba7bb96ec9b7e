"""Text → data for YAML as records are usually written: maps, lists and texts, with remarks only on top.

PyYAML makes nodes of it, with places that nobody asks for, and takes twice as long. What is written in any
other way, and what may be wrong, is left to it. The tests hold that both always agree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ketenhandboek.source.scalars import meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.source.document import Data

_BARE = r"""[^\s?:,\[\]{}#&*!|>'"%@`-][^:\n]*(?::(?=\S)[^:\n]*)*"""
_TEXT = rf"""(?:{_BARE}|'[^'\n]*'|"[^"\\\n]*")"""
_BELOW = r"(?:\n+\1(?(2)  ) +[^ \n][^\n]*)+"
_HEAD = re.compile(r"\A(?:#[^\n]*\n)+")
_LINE = re.compile(
    rf"^( *)(?:(- )?(?:([a-z][a-z0-9_-]{{0,99}}):(?: (?:({_TEXT})|([>|])-({_BELOW})))?|({_TEXT})))?(?<! )$",
    re.MULTILINE,
)
"""A line: its indent, a dash, a key with a text behind it, or a sign and the lines below it; a text alone."""
_BREAK = re.compile(r"\n(\n*)")
_NEVER = ("\t", "\r", " #", " \n")
_UNCERTAIN = "\n"


def plain_data(text: str) -> Data | None:
    """The data of a text; None when it is empty, or written in any other way."""
    if any(sign in text for sign in _NEVER):
        return None
    text = _HEAD.sub("", text)
    lines = _LINE.findall(text)
    below = sum(line[5].count("\n") for line in lines if line[5])
    return _built(filter(any, lines)) if len(lines) + below == text.count("\n") + 1 else None


def _built(lines: Iterable[tuple[str, ...]]) -> Data | None:
    """What lines make together that are good each by itself; None where that is nothing.

    `here` is what they fill at `column`, inside all of `around`. Only a `label` without a text `waits` for
    what stands deeper.
    """
    top: Any = {}
    column, here, label, waits = -1, top, "", True
    around: list[tuple[int, Any]] = []
    for indent, dash, key, told, sign, below, alone in lines:
        place = len(indent)
        if place > column and waits:
            around.append((column, here))
            inner: Any = [] if dash else {}
            here[label] = inner
            column, here = place, inner
        while place < column:
            column, here = around.pop()
        if place != column or isinstance(here, list) is not bool(dash) or (alone and not dash):
            return None
        if alone:
            here.append(_meant(alone))
            waits = False
            continue
        if dash:
            around.append((column, here))
            inner = {}
            here.append(inner)
            column, here = place + 2, inner
        if key in here or (value := _under(sign, below) if sign else _meant(told)) == _UNCERTAIN:
            return None
        here[key] = value
        label, waits = key, not (told or sign)
    return top.get("")


@lru_cache(maxsize=8192)
def _meant(text: str) -> str | int | None:
    return text[1:-1] if text[:1] in ("'", '"') else meaning(text)


def _under(sign: str, below: str) -> str:
    """The text of the lines under a key, if all begin at the same column."""
    lines = below[1:].split("\n")
    depth = len(lines[0]) - len(lines[0].lstrip(" "))
    if not lines[0] or any(line and len(line) - len(line.lstrip(" ")) != depth for line in lines):
        return _UNCERTAIN
    text = "\n".join(line[depth:] for line in lines)
    return text if sign == "|" else _BREAK.sub(lambda found: found[1] or " ", text)
