"""AFS012: which ends before the horizon are said, and which are said elsewhere already."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.bed import bed_agreement, bed_task
from ketenhandboek.rules.texts.briefs import brief_agreement

ENDS = "'Nachtopvang' geldt tot en met"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", ""),
        ("  tot_en_met: 2026-09-01\n", f"{ENDS} 1 september 2026, en er is geen opvolger."),
        ("  tot_en_met: 2026-09-02\n", ""),
        ("  tot_en_met: 2026-08\n", f"{ENDS} augustus 2026, en er is geen opvolger."),
        ("  tot_en_met: 2026\n", ""),
        ("  tot_en_met: onbekend\n", "? Tot wanneer geldt 'Nachtopvang'?"),
        ("ingetrokken_op: 2026-07-01\n", f"{ENDS} 30 juni 2026, en er is geen opvolger."),
        ("  tot_en_met: 2026-06-30\npilot:\n  besluit_door: regiegroep\n", ""),
    ],
)
def test_an_end_within_six_months_is_said(text: str, answer: str) -> None:
    """The reference date is 1 March 2026."""
    agreement = brief_agreement("Nachtopvang", f"geldig:\n  van: 2025-01-01\n{text}")
    assert says_only(said("AFS012", afspraken__nachtopvang=agreement), answer)


@pytest.mark.parametrize(("required", "silent"), [("ja", True), ("nee", False)])
def test_an_end_that_opens_a_gap_is_said_once(required: str, *, silent: bool) -> None:
    ending = bed_agreement().replace("van: 2025-01-01\n", "van: 2025-01-01\n  tot_en_met: 2026-06-30\n", 1)
    texts = {"eigen__taken": bed_task(f"vereist: {required}"), "afspraken__bed": ending}
    assert bool(said("VER002", **texts)) is silent
    assert bool(said("AFS012", **texts)) is not silent
