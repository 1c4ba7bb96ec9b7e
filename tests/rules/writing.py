"""Records in few words, for tests that lay them over the example region."""

from __future__ import annotations

from textwrap import indent

from ketenhandboek.rules.texts.briefs import brief_agreement

VALID = "geldig:\n  van: 2025-01-01\n"


def line(*keys: str, start: str = "2025-01-01") -> str:
    """An agreement with one responsibility of these keys."""
    text = f"geldig:\n  van: {start}\nverantwoordelijkheden:\n  - id: proef\n{_below(keys)}"
    return brief_agreement("Proef", text)


def agreement(*keys: str) -> str:
    """An agreement in force with these keys."""
    return brief_agreement("Proef", VALID + "\n".join(keys))


def partner(name: str, kind: str, area: str = "regio", *keys: str) -> str:
    """One item for `partners`."""
    place = f"    werkgebied:\n      - gebied: {area}\n"
    return f"  - id: {name.lower()}\n    naam: {name}\n    soort: {kind}\n{place}{_below(keys)}"


def term(name: str, *keys: str) -> str:
    """One item for `begrippen`."""
    return f"  - id: {name}\n    naam: {name}\n    betekenis: Iets.\n{_below(keys)}"


def records(collection: str, *items: str) -> str:
    """The text of a file with these items."""
    return f"{collection}:\n{''.join(items)}"


def _below(keys: tuple[str, ...]) -> str:
    return "".join(indent(f"{key}\n", "    ") for key in keys)
