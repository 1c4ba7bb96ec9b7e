"""When a word is surely another one, written wrong, and when it may be a word of its own."""

from __future__ import annotations

import pytest

from ketenhandboek.slips import slip_of


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Vastgesteld", ["vastgesteld", "concept"], "vastgesteld"),
        ("Veilig Thuis", ["veilig-thuis"], "veilig-thuis"),
        ("coördinator", ["coordinator"], "coordinator"),
        ("triagge", ["triage", "melden"], "triage"),
        ("triae", ["triage"], "triage"),
        ("traige", ["triage"], "triage"),
        ("vastgestelt", ["vastgesteld"], "vastgesteld"),
        ("politie-tweebeekn", ["politie-tweebeken"], "politie-tweebeken"),
        ("team-b", ["team-a"], None),
        ("afspraken-2025", ["afspraken-2026"], None),
        ("politie-oost", ["politie-west"], None),
        ("gemeente-best", ["gemeente-west"], None),
        ("partnes", ["partner", "partners"], None),
        ("iets anders", ["triage"], None),
        ("", ["triage"], None),
    ],
)
def test_a_slip_has_one_word_that_was_meant(word: str, known: list[str], meant: str | None) -> None:
    assert slip_of(word, known) == meant
