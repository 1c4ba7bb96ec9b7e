"""OVL006: how many meetings a week a partner has."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.meetings import example_meeting

PARTNER = """\
partners:
  - id: jeugdhulp-de-vlinder
    naam: Jeugdhulp De Vlinder
    soort: jeugdhulpaanbieder
    werkgebied:
      - gebied: regio
    overleggen_per_week: {}
"""


@pytest.mark.parametrize(
    ("limit", "every", "answer"),
    [
        (2, "1 week", ""),
        (
            1,
            "1 week",
            "Jeugdhulp De Vlinder kan per week in 1 overleggen zitten, maar zit er gemiddeld in 2:",
        ),
        (
            1,
            "2 weken",
            "Jeugdhulp De Vlinder kan per week in 1 overleggen zitten, maar zit er gemiddeld in 1,5:",
        ),
        (1, "3 maanden", ""),
        ("onbekend", "1 week", "? In hoeveel overleggen per week kan Jeugdhulp De Vlinder zitten?"),
        (1, "onbekend", "? Hoe vaak is er Gezinstafel? Jeugdhulp De Vlinder doet daaraan mee."),
        (
            0,
            "onbekend",
            "Jeugdhulp De Vlinder kan per week in 0 overleggen zitten, maar zit er gemiddeld in 1:",
        ),
    ],
)
def test_half_a_meeting_over_the_limit_is_too_much(limit: int | str, every: str, answer: str) -> None:
    """The partner is in one meeting a week already."""
    texts = {"partners": PARTNER.format(limit), "overleggen": example_meeting(elke=every)}
    assert says_only(said("OVL006", **texts), answer)
