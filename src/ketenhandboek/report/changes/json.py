"""A comparison for programs: every value with its type, its parts and the sentence that says it."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING, Any

from ketenhandboek.changes.sentences import said
from ketenhandboek.findings import Finding
from ketenhandboek.report.words import as_json

if TYPE_CHECKING:
    from ketenhandboek.changes.values import Change, Comparison


def render(comparison: Comparison) -> str:
    """`{"day": …, "complete": …, "changes": [{"type": …, "topic": …, "sentence": …, …}]}`."""
    content = {
        "day": comparison.day.isoformat(),
        "complete": comparison.complete,
        "changes": [_change(change) for change in comparison.changes],
    }
    return as_json(content)


def _change(change: Change) -> dict[str, Any]:
    parts = {item.name: _plain(getattr(change, item.name)) for item in dataclasses.fields(change)}
    return {
        "type": type(change).__name__,
        "topic": change.topic.name.lower(),
        "sentence": said(change),
        **parts,
    }


def _plain(value: Any) -> Any:
    """Values as JSON knows them; a tuple with names becomes an object."""
    if isinstance(value, Finding):
        place = {"file": value.span.file, "line": value.span.line, "column": value.span.column}
        return {"rule": value.rule, "severity": str(value.severity), **place, "message": value.message}
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if dataclasses.is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
