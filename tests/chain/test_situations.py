"""Which line holds where: elaboration situation by situation, and whom a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from small_regions import chain_of

from ketenhandboek.chain.situations import accountable
from ketenhandboek.chain.space import Situation

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

Data = dict[str, Any]
OFFICE = {
    "id": "kantooruren",
    "naam": "Kantooruren",
    "dagen": ["maandag"],
    "van": "09:00",
    "tot": "17:00",
}
WEEKEND = {"id": "weekend", "naam": "Weekend", "dagen": ["zaterdag", "zondag"]}


def agreement(*lines: Data, elaborates: str = "", area: str = "regio") -> Data:
    return {
        "titel": "Afspraak",
        "soort": "samenwerkingsafspraak",
        "stand": "vastgesteld",
        "geldig": {"van": "2025-01-01"},
        **({"werkt_uit": [elaborates]} if elaborates else {}),
        "gebied": [area],
        "themas": ["alle"],
        "verantwoordelijkheden": [{"id": f"r{n}", "taak": "triage", **line} for n, line in enumerate(lines)],
    }


def chain(**agreements: Data) -> Chain:
    teams = [
        {"id": f"team-{place}", "naam": place, "soort": "lokaal-team", "werkgebied": [{"gebied": place}]}
        for place in ("oost", "west")
    ]
    region = {
        "id": "x",
        "naam": "X",
        "gemeenten": [
            {"id": place, "code": f"GM990{n}", "naam": place} for n, place in enumerate(("oost", "west"))
        ],
        "tijdvensters": [OFFICE, WEEKEND],
        "themas": [{"thema": "partnergeweld", "route": "hoofdroute"}],
    }
    named = {f"afspraken/{name}.yaml": data for name, data in agreements.items()}
    return chain_of({"regio.yaml": region, "partners.yaml": {"partners": teams}, **named})


def who(found: Chain, municipality: str, atom: int) -> list[tuple[str, str]]:
    """The accountable party of each line that holds for a victim, and the line's own agreement."""
    lines = found.situations.at(Situation(municipality, atom, "partnergeweld", "slachtoffer"))
    return [(accountable(line), line.agreement.id) for line in lines]


OFFICE_HOURS, IN_WEEKEND = 0, 1
TEAM = {"eindverantwoordelijk": "lokaal-team"}
POLICE = {"eindverantwoordelijk": "politie"}


def test_a_line_holds_everywhere_it_does_not_say_otherwise() -> None:
    found = chain(regionaal=agreement(TEAM))
    assert (
        who(found, "oost", OFFICE_HOURS) == who(found, "west", IN_WEEKEND) == [("lokaal-team", "regionaal")]
    )


def test_an_elaborating_line_holds_instead_of_its_base_only_where_both_speak() -> None:
    local = agreement(POLICE | {"geldt_voor": {"tijden": ["weekend"]}}, elaborates="regionaal", area="oost")
    found = chain(regionaal=agreement(TEAM), lokaal=local)
    assert who(found, "oost", IN_WEEKEND) == [("politie", "lokaal")]
    assert who(found, "oost", OFFICE_HOURS) == [("lokaal-team", "regionaal")]
    assert who(found, "west", IN_WEEKEND) == [("lokaal-team", "regionaal")]


def test_what_a_line_leaves_out_comes_from_the_base_that_speaks_in_that_situation() -> None:
    base = agreement(
        TEAM | {"geldt_voor": {"tijden": ["kantooruren"]}}, POLICE | {"geldt_voor": {"tijden": ["weekend"]}}
    )
    local = agreement({"termijn": {"binnen": "1 werkdag"}}, elaborates="regionaal", area="oost")
    found = chain(regionaal=base, lokaal=local)
    assert who(found, "oost", OFFICE_HOURS) == [("lokaal-team", "lokaal")]
    assert who(found, "oost", IN_WEEKEND) == [("politie", "lokaal")]


def test_where_a_line_says_nothing_about_its_reach_it_reaches_as_far_as_its_base() -> None:
    base = agreement(TEAM | {"geldt_voor": {"tijden": ["kantooruren"]}})
    found = chain(regionaal=base, lokaal=agreement(POLICE, elaborates="regionaal"))
    assert who(found, "oost", OFFICE_HOURS) == [("politie", "lokaal")]
    assert who(found, "oost", IN_WEEKEND) == []


def test_elaboration_reaches_through_an_agreement_in_between() -> None:
    found = chain(
        regionaal=agreement(TEAM),
        streek=agreement({"taak": "opvang"}, elaborates="regionaal"),
        lokaal=agreement(POLICE, elaborates="streek", area="oost"),
    )
    assert ("politie", "lokaal") in who(found, "oost", OFFICE_HOURS)
    assert ("lokaal-team", "regionaal") not in who(found, "oost", OFFICE_HOURS)


def test_agreements_that_elaborate_each_other_both_hold() -> None:
    found = chain(een=agreement(TEAM, elaborates="twee"), twee=agreement(POLICE, elaborates="een"))
    assert who(found, "oost", OFFICE_HOURS) == [("lokaal-team", "een"), ("politie", "twee")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lokaal-team", {frozenset(("team-oost",)): {"oost"}, frozenset(("team-west",)): {"west"}}),
        ("team-oost", {frozenset(("team-oost",)): {"oost", "west"}}),
        ("huisarts", {frozenset(): {"oost", "west"}}),
    ],
    ids=["a kind is another partner in each municipality", "a partner is itself", "nobody"],
)
def test_a_name_means_a_party(name: str, expected: dict[frozenset[str], set[str]]) -> None:
    found = chain(regionaal=agreement(TEAM))
    parties = {
        party: {item.municipality for item in found.space.situations(cells)}
        for party, cells in found.situations.parties(name).items()
    }
    assert parties == expected
