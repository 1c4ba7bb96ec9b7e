"""Agreements with hardly anything in them, for examples that are about dates."""

from __future__ import annotations

from textwrap import dedent


def brief_agreement(title: str, text: str) -> str:
    """An adopted agreement for the whole region; `text` says when it is valid and what it is about."""
    head = f"titel: {title}\nsoort: samenwerkingsafspraak\nstand: vastgesteld\n"
    return head + dedent(text).strip("\n") + "\ngebied:\n  - regio\nthemas:\n  - alle\n"
