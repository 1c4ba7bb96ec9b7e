"""Agreements with hardly anything in them, for examples that are about dates."""

from __future__ import annotations

from textwrap import dedent

_KEPT = """\
beheer:
  beheerder: gemeente-elsbroek/beleidsambtenaar
  vastgesteld_door: regiegroep
  mag_wijzigen: regiegroep
  evaluatie:
    elke: 12 maanden
    laatste: 2025-12-01
"""


def brief_agreement(title: str, text: str) -> str:
    """An adopted agreement for the whole region; `text` says when it is valid and what it is about.

    It is kept as every agreement is, unless the text says itself how.
    """
    head = f"titel: {title}\nsoort: samenwerkingsafspraak\nstand: vastgesteld\n"
    said = dedent(text).strip("\n") + "\n"
    kept = "" if "beheer:" in said else _KEPT
    return f"{head}{said}gebied:\n  - regio\nthemas:\n  - alle\n{kept}"
