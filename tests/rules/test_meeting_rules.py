"""OVL001 and OVL003: leading a meeting, and linking two tracks."""

from __future__ import annotations

import pytest
from saying import said, says_only

MEETING = """\
overleggen:
  - id: nieuw
    naam: Nieuw overleg
    soort: casusoverleg
    voorzitter: gemeente-berkenrade/wethouder
    plaatsvervanger: gemeente-elsbroek/wethouder
"""


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ("", "", ""),
        (
            "voorzitter: gemeente-berkenrade/wethouder",
            "voorzitter: onbekend",
            "? Welke functie is voorzitter",
        ),
        ("gemeente-elsbroek/", "gemeente-berkenrade/", "De wethouder van Gemeente Berkenrade is voorzitter"),
        ("    voorzitter: gemeente-berkenrade/wethouder\n", "", "Nieuw overleg heeft geen voorzitter."),
        ("soort: casusoverleg\n", "soort: casusoverleg\n    bestaat:\n      van: 2026\n", ""),
    ],
)
def test_two_functions_lead_a_meeting(old: str, new: str, answer: str) -> None:
    assert says_only(said("OVL001", overleggen=MEETING.replace(old, new)), answer)


ENDED = "    bestaat:\n      tot_en_met: 2025-12-31\n"
LINKED = "    verbonden_met:\n      - overleg: casusoverleg-hulp\n        via: samen\n"


def test_a_meeting_that_has_ended_needs_nobody() -> None:
    text = f"overleggen:\n  - id: oud\n    naam: Oud overleg\n    soort: regiegroep\n{ENDED}"
    assert said("OVL001", overleggen=text) == []


@pytest.mark.parametrize(
    ("keys", "apart"),
    [
        ("    spoor: strafrecht\n", True),
        ("    spoor: strafrecht\n    gebied:\n      - elsbroek\n", True),
        ("    spoor: hulp\n", True),
        ("    spoor: bestuur\n", False),
        ("", False),
        (f"    spoor: strafrecht\n{ENDED}", False),
        (f"    spoor: strafrecht\n{LINKED}", False),
    ],
)
def test_case_meetings_on_two_tracks_are_linked(keys: str, apart: bool) -> None:
    assert bool(said("OVL003", overleggen=MEETING + keys)) is apart


def test_a_meeting_that_discusses_no_cases_needs_no_link() -> None:
    text = MEETING.replace("soort: casusoverleg", "soort: stuurgroep")
    assert said("OVL003", overleggen=f"{text}    spoor: strafrecht\n") == []


def test_meetings_on_different_themes_need_no_link() -> None:
    def about(id_: str, track: str, theme: str) -> str:
        item = MEETING.removeprefix("overleggen:\n").replace("nieuw", id_)
        return f"{item}    spoor: {track}\n    gebied:\n      - elsbroek\n    themas:\n      - {theme}\n"

    pair = about("een", "hulp", "partnergeweld") + about("twee", "strafrecht", "kindermishandeling")
    messages = said("OVL003", overleggen=f"overleggen:\n{pair}")
    assert not any(message.count("Nieuw overleg") == 2 for message in messages)
