"""How messages show what a record says: short, on one line, and between quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_QUOTATION = 60
_PLAIN = re.compile("[A-Za-z0-9]+([-_ :/][A-Za-z0-9]+)*")


def quoted(value: object) -> str:
    """Text between quotes, cut after 60 characters; signs that cannot be printed become spaces."""
    text = str(value)
    shown = "".join(sign if sign.isprintable() else " " for sign in text[:LONGEST_QUOTATION])
    return f"'{shown.rstrip()}…'" if len(text) > LONGEST_QUOTATION else f"'{shown}'"


def quoted_list(names: Iterable[str], joint: str) -> str:
    """`'a', 'b' of 'c'`."""
    return listed(map(quoted, names), joint)


def scalar(text: str) -> str:
    """Text as it can stand in YAML after a key: plain where that is safe and stays text, else quoted."""
    if _PLAIN.fullmatch(text) and not text.isdigit() and text != "null":
        return text
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
