"""Dates in records as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.values import Span
from ketenhandboek.values import UNKNOWN, Day
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from ketenhandboek.source.document import Data

_UNKNOWN = "een onbekende dag"


def span(validity: Data) -> Span:
    """`geldig` or `bestaat` in words."""
    written = validity or {}
    return Span(day(written.get("van")), day(written.get("tot_en_met")))


def day(written: Data) -> str:
    """`2027-01-01` as `1 januari 2027`; nothing as nothing."""
    if written is None:
        return ""
    return _UNKNOWN if written == UNKNOWN.value else day_in_words(Day.parse(str(written)))
