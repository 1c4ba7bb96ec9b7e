"""A case meeting with everything that it needs, for examples that change a few things."""

from __future__ import annotations

_Value = str | tuple[str, ...]
_USUAL: dict[str, _Value] = {
    "id": "gezinstafel",
    "naam": "Gezinstafel",
    "soort": "casusoverleg",
    "spoor": "",
    "gebied": ("regio",),
    "themas": ("alle",),
    "voorzitter": "gemeente-berkenrade/teammanager",
    "plaatsvervanger": "gemeente-elsbroek/teammanager",
    "deelnemers": ("lokaal-team", "jeugdhulpaanbieder"),
    "elke": "2 weken",
    "doel": "Samen één plan maken met het gezin.",
    "aanmeldcriteria": ("de hulp loopt vast",),
    "beslist_over": ("wie welke hulp geeft",),
    "rapporteert_aan": "regiegroep",
    "privacyconvenant": "privacyconvenant",
}


def example_meeting(more: str = "", **keys: _Value) -> str:
    """A meeting with these values instead of its usual ones, and lines after it; an empty value is no key."""
    lines = [_line(key, value) for key, value in (_USUAL | keys).items() if value]
    return "overleggen:\n  - " + "\n    ".join(lines) + "\n" + more


def _line(key: str, value: _Value) -> str:
    if isinstance(value, str):
        return f"{key}: {value}"
    return "\n".join([f"{key}:", *(f"      - {item}" for item in value)])
