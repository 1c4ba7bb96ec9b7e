"""Comparisons as text: how to render one, and in which formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.report.changes import json, markdown, text

if TYPE_CHECKING:
    from ketenhandboek.changes.values import Comparison

_FORMATS = {"json": json.render, "markdown": markdown.render, "text": text.render}


def render(comparison: Comparison, name: str) -> str:
    """The comparison in one format."""
    return _FORMATS[name](comparison)
