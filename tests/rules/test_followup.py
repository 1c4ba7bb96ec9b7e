"""Handover and follow-up: what is said where, and what is left to other rules."""

from __future__ import annotations

import pytest
from saying import said, says_only
from writing import partner, records

from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.rules.texts.lines import example_lines

FOLLOWUP = [code for code in catalogue() if code.startswith("OPV")]
HANDED = """\
        overdracht:
          bevestigt_binnen: 1 uur
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
"""
ELSBROEK = """\
    geldt_voor:
      gebied:
        - elsbroek
"""
CHILDREN = """\
    geldt_voor:
      themas:
        - kindermishandeling
      doelgroepen:
        - kind
"""


def bed(line: str, *more: str) -> dict[str, str]:
    """The region's own task with this line."""
    return {"eigen__taken": bed_task(*more), "afspraken__bed": bed_agreement(line)}


def follows(task: str, more: str = "") -> str:
    return LINE.replace("naar: einde", f"naar: {task}") + more


@pytest.mark.parametrize(
    ("applies", "scene"),
    [
        ("", ""),
        (ELSBROEK, " Dat is zo in Elsbroek."),
        (CHILDREN, " Dat is zo bij kindermishandeling voor de doelgroep kind."),
    ],
)
def test_a_dead_end_names_the_situations_when_it_is_not_so_everywhere(applies: str, scene: str) -> None:
    aftercare = """
    - id: nazorg
      taak: nazorg
      eindverantwoordelijk: forensische-zorg
      zicht_op_veiligheid: ja
      daarna:
        - naar: einde
    """
    elsewhere = example_lines(aftercare).replace("gebied:\n  - regio", "gebied:\n  - berkenrade")
    themes = elsewhere.replace("gebied:\n  - berkenrade", "gebied:\n  - regio")
    narrowed = {
        "": {},
        ELSBROEK: {"afspraken__nazorg": elsewhere},
        CHILDREN: {"afspraken__nazorg": themes + _all_but_children()},
    }
    [message] = said("OPV007", **bed(follows("nazorg")), **narrowed[applies])
    assert message.startswith(
        f"Hier volgt nazorg, maar geen enkele afspraak zegt wie dat doet.{scene} Schrijf"
    )


def _all_but_children() -> str:
    return """\
    geldt_voor:
      themas:
        - partnergeweld
  - id: nazorg-volwassenen
    taak: nazorg
    eindverantwoordelijk: forensische-zorg
    zicht_op_veiligheid: ja
    geldt_voor:
      doelgroepen:
        - slachtoffer
        - pleger
    daarna:
      - naar: einde
"""


def test_what_is_required_but_in_nobodys_hands_is_told_by_another_rule() -> None:
    region = {"eigen__taken": bed_task() + _required(), "afspraken__bed": bed_agreement(follows("kamer"))}
    assert said("OPV007", **region) == []
    assert len(said("VER002", **region)) == 1


def _required() -> str:
    return """\
  - id: kamer
    naam: Een eigen kamer
    fase: directe-veiligheid
    verdeling: een
    vereist: ja
"""


def test_of_a_row_that_nobody_reaches_only_the_first_is_named() -> None:
    task = bed_task().replace("    ingang: ja\n", "") + _required().replace("    vereist: ja\n", "")
    room = LINE.replace("id: bed", "id: kamer").replace("bed-voor-de-nacht", "kamer")
    [message] = said("OPV007", eigen__taken=task, afspraken__bed=bed_agreement(follows("kamer") + room))
    assert message.startswith("Bed voor de nacht staat in een route")


def test_a_task_that_must_come_first_is_reached() -> None:
    task = bed_task().replace("    ingang: ja\n", "") + _required().replace("vereist", "ingang")
    room = (
        LINE.replace("id: bed", "id: kamer")
        .replace("bed-voor-de-nacht", "kamer")
        .replace("    daarna:", "    vooraf:\n      - taak: bed-voor-de-nacht\n    daarna:")
    )
    assert said("OPV007", eigen__taken=task, afspraken__bed=bed_agreement(follows("monitoring") + room)) == []


def test_a_task_outside_the_routes_needs_no_beginning_and_no_end() -> None:
    line = LINE.replace("bed-voor-de-nacht", "voorlichting").partition("    daarna:")[0]
    assert said("OPV007", afspraken__bed=bed_agreement(line)) == []


def test_one_cause_gives_one_finding() -> None:
    loop = bed(follows("bed-voor-de-nacht"))
    assert len(said("OPV007", **loop)) == 1
    assert said("OPV006", **loop) == [], "nobody hands over"
    twins = bed(follows("veiligheidsplan", "      - naar: herstel\n"))
    assert len(said("OPV013", **twins)) == 1
    assert said("OPV005", **twins) == [], "both hold sight, but they should not start together at all"


@pytest.mark.parametrize(
    ("outcomes", "beginning"),
    [
        (("rustig", "gevaar"), ""),
        (("rustig", "rustig"), "Monitoring en casusregie beginnen hier tegelijk"),
    ],
)
def test_only_what_one_outcome_starts_begins_at_once(outcomes: tuple[str, str], beginning: str) -> None:
    task = ("uitkomsten:", *(f"  - id: {id_}\n        naam: {id_.title()}" for id_ in ("rustig", "gevaar")))
    steps = "".join(
        f"      - als: {outcome}\n        naar: {following}\n"
        for outcome, following in zip(outcomes, ("monitoring", "casusregie"), strict=True)
    )
    assert says_only(said("OPV013", **bed(LINE.replace("      - naar: einde\n", steps), *task)), beginning)


@pytest.mark.parametrize(
    ("party", "beginning"),
    [
        ("lokaal-team", ""),
        ("gemeente", ""),
        ("politie", "Politie geeft de casus hier aan Lokaal team voor monitoring."),
    ],
)
def test_a_team_and_its_municipality_are_one_party(party: str, beginning: str) -> None:
    line = follows("monitoring").replace(
        "eindverantwoordelijk: lokaal-team", f"eindverantwoordelijk: {party}"
    )
    assert says_only(said("OPV003", **bed(line)), beginning)


def test_an_unknown_term_is_a_question() -> None:
    line = follows("onderzoek", HANDED.replace("1 uur", "onbekend"))
    assert said("OPV003", **bed(line)) == ["? Binnen welke termijn bevestigt Veilig Thuis de overdracht?"]
    line = follows("onderzoek", HANDED.replace("          lukt_dat_niet: route-loopt-vast\n", ""))
    assert len(said("OPV004", **bed(line))) == 1


def test_a_local_line_that_takes_over_what_follows_gives_no_second_finding() -> None:
    task = bed_task("uitkomsten:", "  - id: vol", "    naam: Vol", "  - id: vrij", "    naam: Vrij")
    base = bed_agreement(LINE.replace("- naar", "- als: vol\n        naar"))
    local = bed_agreement("  - id: bed-elsbroek\n    taak: bed-voor-de-nacht\n").replace(
        "gebied:\n  - regio", "werkt_uit:\n  - bed\ngebied:\n  - elsbroek"
    )
    assert len(said("OPV007", eigen__taken=task, afspraken__bed=base, afspraken__bed_elsbroek=local)) == 1


def test_the_reporter_hears_back_through_a_task_of_its_own_too() -> None:
    inquiry = """
    - id: onderzoek
      taak: onderzoek
      eindverantwoordelijk: veilig-thuis
      daarna:
        - naar: {}
    """
    assert len(said("OPV008", afspraken__onderzoek=example_lines(inquiry.format("einde")))) == 1
    assert said("OPV008", afspraken__onderzoek=example_lines(inquiry.format("terugkoppeling"))) == []


@pytest.mark.parametrize("code", FOLLOWUP)
@pytest.mark.parametrize(
    "line",
    [
        LINE.replace("bed-voor-de-nacht", "bestaat-niet"),
        follows("bestaat-niet"),
        LINE.replace("- naar: einde", "- als: bestaat-niet\n        naar: einde"),
        LINE.replace("eindverantwoordelijk: lokaal-team", "eindverantwoordelijk: onbekend"),
        LINE.replace("eindverantwoordelijk: lokaal-team", "eindverantwoordelijk: bestaat-niet"),
        LINE.replace("    eindverantwoordelijk: lokaal-team\n", ""),
        follows("bed-voor-de-nacht", "      - naar: bed-voor-de-nacht\n"),
    ],
)
def test_names_that_mean_nothing_stop_no_rule(code: str, line: str) -> None:
    assert not [message for message in said(code, **bed(line)) if "None" in message]


OUTCOMES = ("uitkomsten:", "  - id: vol", "    naam: Vol", "  - id: vrij", "    naam: Vrij")
FULL = LINE.replace("- naar: einde", "- als: vol\n        naar: onbekend")


@pytest.mark.parametrize(
    ("rule", "line", "says"),
    [
        (
            "OPV007",
            follows("onbekend"),
            ["? Wat volgt er na bed voor de nacht?"],
        ),
        (
            "OPV007",
            FULL + "      - als: vrij\n        naar: einde\n",
            ["? Wat volgt er na bed voor de nacht bij de uitkomst 'Vol'?"],
        ),
        (
            "OPV005",
            LINE.replace("veiligheid: ja", "veiligheid: onbekend"),
            ["? Heeft wie dit doet tijdens bed voor de nacht zicht op de veiligheid?"],
        ),
    ],
)
def test_what_the_agreement_says_nobody_knows_is_asked(rule: str, line: str, says: list[str]) -> None:
    assert said(rule, **bed(line, *OUTCOMES)) == says


def test_an_outcome_that_is_left_out_beside_one_that_nobody_knows_is_a_dead_end() -> None:
    dead_end, question = said("OPV007", **bed(FULL, *OUTCOMES))
    assert dead_end.startswith("Na bed voor de nacht staat bij de uitkomst 'Vrij' niet wat er volgt.")
    assert question == "? Wat volgt er na bed voor de nacht bij de uitkomst 'Vol'?"


def test_a_report_followed_by_what_nobody_knows_may_still_lead_to_help() -> None:
    report = """
    - id: melding
      taak: melding-ontvangen
      eindverantwoordelijk: veilig-thuis
      daarna:
        - naar: {}
    """
    assert len(said("OPV001", afspraken__melding=example_lines(report.format("einde")))) == 1
    assert said("OPV001", afspraken__melding=example_lines(report.format("onbekend"))) == []


@pytest.mark.parametrize(
    ("follows_on", "says"),
    [
        ("einde", "Zij doet mee, maar heeft met geen"),
        ("onbekend", "? Met welke andere partner heeft Zij te maken?"),
    ],
)
def test_who_works_with_nobody_knows_whom_need_not_stand_alone(follows_on: str, says: str) -> None:
    alone = records("partners", partner("Zij", "woningcorporatie"))
    line = follows(follows_on).replace("lokaal-team/medewerker", "zij").replace("lokaal-team", "zij")
    assert says_only(said("OPV010", partners=alone, **bed(line)), says)
