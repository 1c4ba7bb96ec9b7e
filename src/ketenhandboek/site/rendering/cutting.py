"""The Markdown of a page cut into pieces, of which each gives the same HTML wherever it stands.

The pieces are what stands before the first heading of the second level, and each such heading with what
stands under it. What shares notes, named links or an element with another piece is none.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_HEADING = re.compile(r"(?<=\n\n)(?=## )")
_SHARED = re.compile(r"\[\^|\[TOC\]|<!--|^ {0,3}\*?\[[^\]\n]+\]:", re.MULTILINE)
_FENCE = re.compile(r"^ *(?:```|~~~)", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)(?=[\s/>])(?:[^<>\"]|\"[^\"]*\")*?(/?)>", re.IGNORECASE)
_NEVER_CLOSED = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def cut(markdown: str, known: Container[str] = ()) -> list[str]:
    """The pieces of a page, in order; none where it has one, or where they may depend on each other.

    `known` are the marks of pieces that were cut before: they need no second look.
    """
    pieces = [piece.strip("\n") for piece in _HEADING.split(markdown)]
    alone = len(pieces) > 1 and not _SHARED.search(markdown)
    return pieces if alone and all(mark(piece) in known or _is_closed(piece) for piece in pieces) else []


def mark(text: str) -> str:
    """A digest: what is the same for the same text only."""
    return sha256(text.encode()).hexdigest()


def _is_closed(piece: str) -> bool:
    """Whether all that begins in a piece ends there: elements, and examples of code."""
    within: list[str] = []
    for closing, tag, at_once in _TAG.findall(piece):
        if at_once or tag.lower() in _NEVER_CLOSED:
            continue
        if not closing:
            within.append(tag)
        elif not within or within.pop() != tag:
            return False
    return not within and len(_FENCE.findall(piece)) % 2 == 0
