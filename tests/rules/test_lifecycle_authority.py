"""AFS004: who may have changed an agreement."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.briefs import brief_agreement

BODIES = """\
overleggen:
  - id: werkgroep-nacht
    naam: Werkgroep nacht
    soort: werkgroep
    bestaat:
      tot_en_met: 2025-12-31
    opgevolgd_door: regiegroep
  - id: leertafel
    naam: Leertafel
    soort: leerbijeenkomst
    beslist_over:
      - lessen
    bestaat:
      van: 2025-06-01
"""
NOT_ALLOWED = "Wethouder van Gemeente Elsbroek wijzigde 'Nachtopvang' op 1 juni 2025, maar alleen"


def agreement(adopted: str, may_change: str, by: str, annex: str = "") -> str:
    annexes = f"bijlagen:\n  - id: bedden\n    titel: Bedden\n    mag_wijzigen: {annex}\n" if annex else ""
    keeping = f"  vastgesteld_door: {adopted}\n" + (f"  mag_wijzigen: {may_change}\n" if may_change else "")
    return brief_agreement(
        "Nachtopvang",
        f"geldig:\n  van: 2025-01-01\nbeheer:\n  beheerder: regiegroep\n{keeping}"
        f"wijzigingen:\n  - op: 2025-06-01\n    door: {by}\n    wat: Twee bedden erbij.\n{annexes}",
    )


@pytest.mark.parametrize(
    ("may_change", "by", "annex", "answer"),
    [
        ("regiegroep", "regiegroep", "", ""),
        ("regiegroep", "werkgroep-nacht", "", ""),
        ("gemeente", "gemeente-elsbroek/wethouder", "", ""),
        ("gemeente/wethouder", "gemeente-elsbroek/wethouder", "", ""),
        ("gemeente/burgemeester", "gemeente-elsbroek/wethouder", "", NOT_ALLOWED),
        ("regiegroep", "gemeente-elsbroek/wethouder", "", NOT_ALLOWED),
        ("regiegroep", "gemeente-elsbroek/wethouder", "gemeente/wethouder", ""),
        ("onbekend", "gemeente-elsbroek/wethouder", "", "? Mocht wethouder van Gemeente Elsbroek"),
        ("", "regiegroep", "", ""),
        ("", "gemeente-elsbroek/wethouder", "", NOT_ALLOWED),
    ],
)
def test_a_change_comes_from_who_may_change(may_change: str, by: str, annex: str, answer: str) -> None:
    texts = {"overleggen": BODIES, "afspraken__nachtopvang": agreement("regiegroep", may_change, by, annex)}
    assert says_only(said("AFS004", **texts), answer)


@pytest.mark.parametrize(
    ("adopted", "answer"),
    [
        ("regiegroep", ""),
        ("gemeente-elsbroek/wethouder", ""),
        ("onbekend", "? Wie stelde 'Nachtopvang' vast?"),
        ("leertafel", "Leertafel stelde 'Nachtopvang' vast, maar dat overleg is er pas sinds 1 juni 2025."),
    ],
)
def test_who_adopted_could_do_so(adopted: str, answer: str) -> None:
    text = agreement(adopted, "regiegroep", "regiegroep")
    assert says_only(said("AFS004", overleggen=BODIES, afspraken__nachtopvang=text), answer)
