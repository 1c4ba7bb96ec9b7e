"""OVL001 and OVL003: leading a meeting, and linking two tracks."""

from __future__ import annotations

import pytest
from saying import said

MEETING = """\
overleggen:
  - id: nieuw
    naam: Nieuw overleg
    soort: casusoverleg
    voorzitter: gemeente-berkenrade/wethouder
    plaatsvervanger: gemeente-elsbroek/wethouder
"""


@pytest.mark.parametrize(
    ("old", "new", "answers"),
    [
        ("", "", []),
        ("voorzitter: gemeente-berkenrade/wethouder", "voorzitter: onbekend", ["? Welke functie is voorzitter"]),
        ("gemeente-elsbroek/", "gemeente-berkenrade/", ["De wethouder van Gemeente Berkenrade is voorzitter"]),
        ("    voorzitter: gemeente-berkenrade/wethouder\n", "", ["Nieuw overleg heeft geen voorzitter."]),
    ],
)
def test_two_functions_lead_a_meeting(old: str, new: str, answers: list[str]) -> None:
    messages = said("OVL001", overleggen=MEETING.replace(old, new))
    assert [message.startswith(answer) for message, answer in zip(messages, answers, strict=True)] == [
        True
    ] * len(answers)


def test_a_meeting_that_has_ended_needs_nobody() -> None:
    ended = "overleggen:\n  - id: oud\n    naam: Oud\n    soort: regiegroep\n    bestaat:\n      tot_en_met: 2025\n"
    assert said("OVL001", overleggen=ended) == []


@pytest.mark.parametrize(
    ("keys", "apart"),
    [
        ("    spoor: strafrecht\n", True),
        ("    spoor: strafrecht\n    gebied:\n      - elsbroek\n", True),
        ("    spoor: hulp\n", True),
        ("    spoor: bestuur\n", False),
        ("", False),
        ("    spoor: strafrecht\n    bestaat:\n      tot_en_met: 2025\n", False),
        ("    spoor: strafrecht\n    verbonden_met:\n      - overleg: casusoverleg-hulp\n        via: samen\n", False),
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

    pairs = about("een", "hulp", "partnergeweld") + about("twee", "strafrecht", "kindermishandeling")
    assert not any("Nieuw overleg (spoor strafrecht) en Nieuw" in m for m in said("OVL003", overleggen=f"overleggen:\n{pairs}"))
