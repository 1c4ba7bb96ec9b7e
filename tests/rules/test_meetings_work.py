"""OVL004: who must take part in a case meeting, as far as is known who does."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.meetings import example_meeting


@pytest.mark.parametrize(
    ("track", "participants", "answer"),
    [
        ("strafrecht", ["politie", "openbaar-ministerie"], ""),
        ("strafrecht", ["politie-tweebeken", "om-tweebeken"], ""),
        ("strafrecht", ["openbaar-ministerie"], "Gezinstafel gaat over straf, maar Politie doet niet mee."),
        ("strafrecht", ["onbekend"], "? Wie doen er mee aan Gezinstafel?"),
        ("strafrecht", [], "? Wie doen er mee aan Gezinstafel?"),
        ("hulp", ["lokaal-team-elsbroek"], ""),
        (
            "hulp",
            ["onderwijs", "politie"],
            "Gezinstafel gaat over hulp, maar er doet niemand mee die hulp geeft.",
        ),
        ("hulp", ["onderwijs", "onbekend"], "? Wie doen er mee aan Gezinstafel?"),
        ("bestuur", ["onderwijs"], ""),
        ("", ["onderwijs"], ""),
    ],
)
def test_each_track_has_its_core(track: str, participants: list[str], answer: str) -> None:
    text = example_meeting(spoor=track, deelnemers=tuple(participants))
    assert says_only(said("OVL004", overleggen=text), answer)


def test_a_partner_covers_only_the_municipalities_in_which_it_works() -> None:
    partner = "partners:\n  - id: politie-oost\n    naam: Politie Oost\n    soort: politie\n"
    area = "    werkgebied:\n      - gebied: elsbroek\n"
    text = example_meeting(spoor="strafrecht", deelnemers=("politie-oost", "openbaar-ministerie"))
    answer = "Gezinstafel gaat over straf, maar Politie doet in Berkenrade niet mee."
    assert says_only(said("OVL004", partners=partner + area, overleggen=text), answer)
