"""A comparison at the terminal."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from ketenhandboek.changes.sentences import INCOMPLETE, NOTHING
from ketenhandboek.report.changes.grouped import by_topic, counted
from ketenhandboek.report.words import one_line

if TYPE_CHECKING:
    from ketenhandboek.changes.values import Comparison

_WIDTH = 100


def render(comparison: Comparison) -> str:
    """Every change under its topic, then the count; text from records can't steer the terminal."""
    blocks = ["\n".join([heading, *map(_item, said)]) for heading, said in by_topic(comparison).items()]
    if not comparison.complete:
        blocks.append(INCOMPLETE)
    blocks.append(counted(comparison) or NOTHING)
    return "\n\n".join(blocks) + "\n"


def _item(sentence: str) -> str:
    return "\n".join(wrap(one_line(sentence), _WIDTH, initial_indent="- ", subsequent_indent="  "))
