"""A comparison as a comment under a pull request: the most important first, all of it folded below."""

from __future__ import annotations

from itertools import chain as joined
from typing import TYPE_CHECKING

from ketenhandboek.changes.sentences import INCOMPLETE, NOTHING, said
from ketenhandboek.changes.values import CaseChanged, FindingChanged, Topic
from ketenhandboek.findings import Severity
from ketenhandboek.report.changes.beside import NOTHING_BESIDE, PICTURES, PREVIEW
from ketenhandboek.report.changes.grouped import NEW, by_topic, counted
from ketenhandboek.report.formats.markdown import LONGEST, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.changes.values import Change, Comparison
    from ketenhandboek.report.changes.beside import Beside

ONE_FAULT = "**Los eerst de nieuwe fout op.** Zolang die er staat, keurt de controle dit voorstel af."
FAULTS = "**Los eerst de nieuwe fouten op.** Zolang die er staan, keurt de controle dit voorstel af."
_KEPT_FREE = 2_000
_MOST_IMPORTANT = 5
_EACH = 2
_FIRST = (Topic.COVERAGE.value, NEW, Topic.SIGNING.value)
"""The topics that are told at the top before all others, when not everything can be."""


def render(comparison: Comparison, beside: Beside = NOTHING_BESIDE) -> str:
    """At most 60,000 characters; what does not fit is counted at the end, with where it stands."""
    topics = by_topic(comparison)
    first = _most_important(topics)
    head = ["## Wat er verandert", "", f"**{counted(comparison) or NOTHING}**"]
    head += [*([""] if first else []), *map(_item, first), *_remarks(comparison, beside)]
    pictures, _ = _folded({PICTURES: list(beside.items())}, LONGEST - _KEPT_FREE - len(_text(head)))
    cases = dict(_cases(comparison))
    everything = sum(map(len, topics.values()))
    if everything == len(first) and not cases:
        return _text([*head, "", *pictures])
    items = {heading: [cases.get(said, _item(said)) for said in told] for heading, told in topics.items()}
    body, left_out = _folded(items, LONGEST - _KEPT_FREE - len(_text([*head, *pictures])))
    return _text([*head, "", *pictures, *body, *_untold(left_out, beside)])


def _remarks(comparison: Comparison, beside: Beside) -> Iterator[str]:
    """What a reader has to do or can open, each in a paragraph of its own."""
    faults = sum(map(_is_new_fault, comparison.changes))
    if faults:
        yield from ("", ONE_FAULT if faults == 1 else FAULTS)
    if not comparison.complete:
        yield from ("", INCOMPLETE)
    if beside.preview:
        yield from ("", f"[{PREVIEW}]({beside.preview})")


def _is_new_fault(change: Change) -> bool:
    return isinstance(change, FindingChanged) and change.added and change.finding.severity is Severity.FOUT


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
            blocks.append("\n".join((opening, "\n".join(fitting).rstrip("\n"), closing)))
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


def _untold(number: int, beside: Beside) -> list[str]:
    if not number:
        return []
    said = "Eén wijziging past" if number == 1 else f"{number} wijzigingen passen"
    return [f"{said} hier niet meer bij. Alles staat in {beside.everything}."]


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
