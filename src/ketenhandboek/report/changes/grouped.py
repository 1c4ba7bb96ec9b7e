"""Changes as every format for people shows them: by topic, each sentence once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.sentences import said
from ketenhandboek.changes.values import FindingChanged, Topic

if TYPE_CHECKING:
    from ketenhandboek.changes.values import Change, Comparison

NEW, SOLVED = "Nieuwe bevindingen", "Opgeloste bevindingen"


def by_topic(comparison: Comparison) -> dict[str, list[str]]:
    """The sentences under the heading of their topic; new findings come before solved ones."""
    found: dict[str, dict[str, None]] = {}
    for change in comparison.changes:
        found.setdefault(_heading(change), {})[said(change)] = None
    return {heading: list(sentences) for heading, sentences in found.items()}


def counted(comparison: Comparison) -> str:
    """`3 wijzigingen, 1 nieuwe bevinding, 2 bevindingen opgelost`."""
    numbers = {heading: len(sentences) for heading, sentences in by_topic(comparison).items()}
    new, solved = numbers.pop(NEW, 0), numbers.pop(SOLVED, 0)
    parts = [
        _number(sum(numbers.values()), "wijziging", "wijzigingen"),
        _number(new, "nieuwe bevinding", "nieuwe bevindingen"),
        _number(solved, "bevinding opgelost", "bevindingen opgelost"),
    ]
    return ", ".join(filter(None, parts))


def _heading(change: Change) -> str:
    if change.topic is Topic.FINDINGS and isinstance(change, FindingChanged):
        return NEW if change.added else SOLVED
    return str(change.topic)


def _number(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}" if count else ""
