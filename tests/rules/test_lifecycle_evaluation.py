"""AFS002: when an evaluation is due, as far as dates are known."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.briefs import brief_agreement

LATE = "De evaluatie van 'Nachtopvang' is te laat"
ASKED = "? Wanneer moet 'Nachtopvang' weer worden geëvalueerd?"


@pytest.mark.parametrize(
    ("start", "every", "last", "answer"),
    [
        ("2020-01-01", "12 maanden", "2025-03-01", ""),
        ("2020-01-01", "12 maanden", "2025-02-28", LATE),
        ("2020-01-01", "12 maanden", "2025-03", ""),
        ("2020-01-01", "12 maanden", "2025", ASKED),
        ("2020-01-01", "12 maanden", "2024", LATE),
        ("2020-01-01", "12 maanden", "onbekend", ASKED),
        ("2020-01-01", "onbekend", "2025-03-01", ASKED),
        ("onbekend", "12 maanden", "", ASKED),
        ("2025-04-01", "12 maanden", "", ""),
        ("2025-01-01", "12 maanden", "", LATE),
        ("2020-01-01", "999 jaar", "2025-03-01", ""),
    ],
)
def test_it_is_counted_from_the_last_one_or_else_from_the_first_day(
    start: str, every: str, last: str, answer: str
) -> None:
    """The reference date is 1 March 2026."""
    evaluation = f"    elke: {every}\n" + (f"    laatste: {last}\n" if last else "")
    text = brief_agreement(
        "Nachtopvang",
        f"geldig:\n  van: {start}\nbeheer:\n  beheerder: regiegroep\n  evaluatie:\n{evaluation}",
    )
    assert says_only(said("AFS002", afspraken__nachtopvang=text), answer)
