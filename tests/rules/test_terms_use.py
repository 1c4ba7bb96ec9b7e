"""BEG001 and BEG003: which words in a text need an explanation or another word."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.briefs import brief_agreement


def agreement(text: str, more: str = "") -> str:
    return brief_agreement("Nachtopvang", f"samenvatting: {text}\n{more}geldig:\n  van: 2025-01-01\n")


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("Bel het NBR.", "NBR"),
        ("Bel het NBR's of de NBR-lijn.", "NBR"),
        ("Een NBR en nog een NBR.", "NBR"),
        ("Het Bedden Register (NBR) helpt. Bel het NBR.", ""),
        ("Het OM, de GI en de RvdK lezen mee.", ""),
        ("Dit mag NIET, al is het Verboden.", ""),
        ("Zie hoofdstuk III en artikel IV.", ""),
        ("Zie GM9951, BWBR0035362 en VeiligThuis.", ""),
        ("Deel het als PDF.", ""),
    ],
)
def test_an_abbreviation_is_explained_somewhere(text: str, unexplained: str) -> None:
    answer = f"Er staat nergens wat '{unexplained}' betekent." if unexplained else ""
    assert says_only(
        said("BEG001", afspraken__nachtopvang=agreement(text, "opmerking: Niet van mij.\n")), answer
    )


@pytest.mark.parametrize("key", ["opmerking", "bron:\n  tekst"])
def test_remarks_and_sources_are_not_searched(key: str) -> None:
    text = agreement("Bel.", f"{key}: Het NBR en het AMK.\n")
    assert said("BEG001", afspraken__nachtopvang=text) == []
    assert said("BEG003", afspraken__nachtopvang=text) == []


OWN = """\
begrippen:
  - id: pleger
    naam: pleger
    betekenis: Wie geweld gebruikt.
    ontraden:
      - dader
      - melding
"""


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Bel het amk.", "Hier staat 'amk'. Schrijf liever 'Veilig Thuis'."),
        (
            "Bel Bureau Jeugdzorg.",
            "Hier staat 'Bureau Jeugdzorg'. Schrijf liever 'Gecertificeerde instelling of",
        ),
        ("De Dader belt.", "Hier staat 'Dader'. Schrijf liever 'pleger'."),
        ("Daders krijgen daderhulp.", ""),
        ("Doe een melding.", ""),
    ],
)
def test_a_word_that_is_no_longer_used_has_a_better_one(text: str, answer: str) -> None:
    """`melding` is discouraged for one term and the name of another: then it may stand."""
    assert says_only(said("BEG003", begrippen=OWN, afspraken__nachtopvang=agreement(text)), answer)


def test_a_name_is_no_history_as_long_as_such_a_partner_exists() -> None:
    partner = "partners:\n  - id: jeugdzorg-oost\n    naam: Jeugdzorg Oost\n    soort: bureau-jeugdzorg\n"
    area = "    werkgebied:\n      - gebied: regio\n"
    assert (
        said("BEG003", partners=partner + area, afspraken__nachtopvang=agreement("Bel Bureau Jeugdzorg."))
        == []
    )
