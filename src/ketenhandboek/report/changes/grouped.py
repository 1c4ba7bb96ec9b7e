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
    findings = [change for change in comparison.changes if isinstance(change, FindingChanged)]
    new = sum(finding.added for finding in findings)
    solved, others = len(findings) - new, len(comparison.changes) - len(findings)
    parts = [
        _number(others, "wijziging", "wijzigingen"),
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
