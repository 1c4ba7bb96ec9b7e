"""A comparison as a comment under a pull request: the most important first, all of it folded below."""

from __future__ import annotations

from itertools import chain as joined
from typing import TYPE_CHECKING

from ketenhandboek.changes.sentences import INCOMPLETE, NOTHING, said
from ketenhandboek.changes.values import CaseChanged, Topic
from ketenhandboek.report.changes.grouped import NEW, by_topic, counted
from ketenhandboek.report.formats.markdown import LONGEST, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.changes.values import Comparison

_KEPT_FREE = 500
_MOST_IMPORTANT = 5
_EACH = 2
_FIRST = (Topic.COVERAGE.value, NEW, Topic.SIGNING.value)
"""The topics that are told at the top before all others, when not everything can be."""


def render(comparison: Comparison) -> str:
    """At most 60,000 characters; what does not fit is counted at the end."""
    topics = by_topic(comparison)
    first = _most_important(topics)
    head = ["## Wat er verandert", "", f"**{counted(comparison) or NOTHING}**", "", *map(_item, first)]
    if not comparison.complete:
        head += ["", INCOMPLETE]
    cases = dict(_cases(comparison))
    everything = sum(map(len, topics.values()))
    if everything == len(first) and not cases:
        return _text(head)
    items = {heading: [cases.get(said, _item(said)) for said in told] for heading, told in topics.items()}
    body, left_out = _folded(items, LONGEST - _KEPT_FREE - len(_text(head)))
    return _text([*head, "", *body, *_untold(left_out)])


def _most_important(topics: Mapping[str, list[str]]) -> list[str]:
    """All sentences when there are few, else the first ones of each topic."""
    if sum(map(len, topics.values())) <= _MOST_IMPORTANT:
        return list(joined.from_iterable(topics.values()))
    order = dict.fromkeys((*(heading for heading in _FIRST if heading in topics), *topics))
    return list(joined.from_iterable(topics[heading][:_EACH] for heading in order))[:_MOST_IMPORTANT]


def _folded(items: Mapping[str, list[str]], room: int) -> tuple[list[str], int]:
    """Each topic under its own fold as far as there is room, and the number of changes that are left out."""
    blocks, left_out = [], 0
    for heading, told in items.items():
        opening, closing = f"<details>\n<summary>{heading} ({len(told)})</summary>\n", "\n</details>\n"
        fitting = list(_fitting(told, room - len(opening) - len(closing)))
        left_out += len(told) - len(fitting)
        if fitting:
            blocks.append("\n".join((opening, *fitting, closing)))
            room -= len(blocks[-1]) + 1
    return blocks, left_out


def _fitting(items: list[str], room: int) -> Iterator[str]:
    for item in items:
        room -= len(item) + 1
        if room < 0:
            return
        yield item


def _cases(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Each case that goes otherwise: its sentence, and the same with what happened before and happens now."""
    for change in comparison.changes:
        if isinstance(change, CaseChanged):
            before, now = (
                [f"  - {label}:", *(f"    {number}. {escaped(step)}" for number, step in enumerate(steps, 1))]
                for label, steps in (("Eerst", change.old), ("Nu", change.new))
            )
            yield said(change), "\n".join((_item(said(change)), *before, *now))


def _item(sentence: str) -> str:
    return f"- {escaped(sentence)}"


def _untold(number: int) -> list[str]:
    if not number:
        return []
    said = "Eén wijziging past" if number == 1 else f"{number} wijzigingen passen"
    return [f"{said} hier niet meer bij. Alles staat in de uitvoer van `keten diff`."]


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
