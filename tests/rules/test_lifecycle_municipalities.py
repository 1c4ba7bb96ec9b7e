"""AFS009: which municipalities are party to what is compulsory for them."""

from __future__ import annotations

from importlib.resources import files

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.briefs import brief_agreement

REGION = (files("ketenhandboek.rules") / "voorbeeldregio" / "regio.yaml").read_text("utf-8")
THIRD = """\
  - id: dennenhorst
    code: GM9953
    naam: Dennenhorst
    sinds: {}
gebieden:
"""
PARTNER = """\
partners:
  - id: gemeente-dennenhorst
    naam: Gemeente Dennenhorst
    soort: gemeente
    werkgebied:
      - gebied: dennenhorst
    tekent_via: {}
"""
TOGETHER = "gemeente-elsbroek"
ALONE = "opvang-de-linde"


def parties(*names: str) -> str:
    lines = (f"  - partner: {name}\n    rol: financier\n    getekend: 2024-12-10\n" for name in names)
    return "".join(lines)


@pytest.mark.parametrize(
    ("since", "through", "names", "answer"),
    [
        ("2015-01-01", ALONE, ["gemeente"], ""),
        ("2015-01-01", ALONE, ["veilig-thuis"], ""),
        ("2015-01-01", ALONE, ["gemeente-berkenrade"], ""),
        (
            "2015-01-01",
            ALONE,
            ["gemeente-berkenrade", "gemeente-elsbroek"],
            "'Nachtopvang' is verplicht voor Dennenhorst, maar Dennenhorst is geen partij.",
        ),
        ("2015-01-01", TOGETHER, ["gemeente-berkenrade", "gemeente-elsbroek"], ""),
        (
            "2025-01-01",
            ALONE,
            ["gemeente"],
            "Alle gemeenten tekenden 'Nachtopvang' op 10 december 2024, maar Dennenhorst",
        ),
        ("2025-01-01", ALONE, ["gemeente", "gemeente-dennenhorst"], ""),
        ("2024", ALONE, ["gemeente"], "? Tekende Dennenhorst 'Nachtopvang' mee?"),
    ],
)
def test_a_municipality_that_came_later_signs_too(
    since: str, through: str, names: list[str], answer: str
) -> None:
    text = brief_agreement(
        "Nachtopvang", f"geldig:\n  van: 2025-01-01\nverplicht_voor:\n  - regio\npartijen:\n{parties(*names)}"
    )
    messages = said(
        "AFS009",
        regio=REGION.replace("gebieden:\n", THIRD.format(since)),
        partners=PARTNER.format(through),
        afspraken__nachtopvang=text,
    )
    assert says_only([message for message in messages if "Nachtopvang" in message], answer)
