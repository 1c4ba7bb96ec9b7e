"""Slips of the pen: when a word is surely another word, written wrong."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG, _VERY_LONG = 5, 7
"""How many letters a part of a word has, for a wrong one in it to be a slip and not another word."""


def folded(word: str) -> str:
    """A word without capitals and accents, its parts joined by hyphens: `Veilig Thuis` → `veilig-thuis`."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """The one known word of which `word` is surely a slip of the pen; None when it may be another word.

    A slip is a difference in form only, or in one long part of the word one letter too many or too few, two
    letters swapped, or one letter wrong: `triagge`, but not `team-b` for `team-a`, nor `2025` for `2026`.
    """
    found = [name for name in dict.fromkeys(known) if _is_slip(folded(word), folded(name))]
    return found[0] if len(found) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    if word == name:
        return True
    start = _shared(word, name)
    end = _shared(word[start:][::-1], name[start:][::-1])
    wrong, right = word[start : len(word) - end], name[start : len(name) - end]
    if not (wrong + right).isalpha():
        return False
    part = name[:start].rpartition("-")[2] + name[start:].partition("-")[0]
    lost, swapped = len(wrong) + len(right) == 1, len(wrong) == 2 and wrong == right[::-1]
    other = len(wrong) == len(right) == 1
    return ((lost or swapped) and len(part) >= _LONG) or (other and len(part) >= _VERY_LONG)


def _shared(one: str, other: str) -> int:
    """With how many letters both words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
