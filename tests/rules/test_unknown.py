"""What the chains from practice asked of the rules: a source that leaves something out gives a question."""

from __future__ import annotations

import pytest
from saying import said, says_only
from writing import agreement

from ketenhandboek.rules.mandates.holding import MANDATE
from ketenhandboek.rules.responsibility.phases import THEMES
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.rules.texts.meetings import example_meeting

HANDED = LINE.replace("naar: einde", "naar: onderzoek") + (
    "        overdracht:\n"
    "          bevestigt_binnen: 2 werkdagen\n"
    "          lukt_dat_niet: {}\n"
    "          coordinatie: {}\n"
)
CHAIR = "veilig-thuis-tweebeken/teammanager"


def bed(line: str) -> dict[str, str]:
    """The region's own task with this line."""
    return {"eigen__taken": bed_task(), "afspraken__bed": bed_agreement(line)}


@pytest.mark.parametrize(
    ("code", "line", "says"),
    [
        ("OPV004", HANDED.format("onbekend", "blijft"), "? Wat gebeurt er als Veilig Thuis niet op tijd"),
        ("OPV004", HANDED.format("route-loopt-vast", "blijft"), ""),
        (
            "VER008",
            HANDED.format("onbekend", "onbekend"),
            "? Gaat de coördinatie mee naar onderzoek door Veilig Thuis?",
        ),
        ("VER008", HANDED.format("onbekend", "blijft"), ""),
        (
            "VER008",
            LINE.replace("coordinatie: ja", "coordinatie: onbekend"),
            "? Coördineert wie dit doet ook de hulp tijdens bed voor de nacht?",
        ),
        (
            "VER009",
            LINE.replace("lokaal-team/medewerker", "onbekend") + "    methode: Samen Slapen\n",
            "? Wie voert 'Samen Slapen' uit, en is die daarin geschoold?",
        ),
    ],
)
def test_a_line_that_leaves_something_open_is_asked_about(code: str, line: str, says: str) -> None:
    assert says_only(said(code, **bed(line)), says)


@pytest.mark.parametrize(
    ("otherwise", "says"),
    [
        (
            "route-loopt-vast",
            "Lokaal team draagt hier over aan Openbaar Ministerie, maar er is geen ladder tussen die twee.",
        ),
        (
            "onbekend",
            "? Welke ladder is er tussen Lokaal team en Openbaar Ministerie, als een overdracht vastloopt?",
        ),
    ],
)
def test_a_ladder_is_missing_unless_nobody_knows_what_follows(otherwise: str, says: str) -> None:
    line = HANDED.replace("naar: onderzoek", "naar: risicoanalyse").format(otherwise, "blijft")
    search = (
        "  - id: risico\n    taak: risicoanalyse\n    eindverantwoordelijk: openbaar-ministerie\n"
        "    daarna:\n      - naar: einde\n"
    )
    assert says_only(said("ESC006", **bed(line + search)), says)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"rapporteert_aan": "onbekend"}, "? Aan welk overleg doet Gezinstafel verslag?"),
        ({"aanmeldcriteria": ("onbekend",)}, "? Wanneer meldt u een gezin aan bij Gezinstafel?"),
        ({"beslist_over": ("onbekend",)}, "? Waarover beslist Gezinstafel?"),
    ],
)
def test_what_nobody_knows_of_a_meeting_is_asked(keys: dict[str, str], says: str) -> None:
    assert says_only(said("OVL002", overleggen=example_meeting(**keys)), says)


@pytest.mark.parametrize(
    ("chairs", "says"),
    [
        ((CHAIR, CHAIR), "De teammanager van Veilig Thuis Tweebeken zit "),
        ((CHAIR, "om-tweebeken/teamleider"), ""),
        ((CHAIR, "onbekend"), ""),
        (("onbekend", "onbekend"), ""),
    ],
)
def test_one_function_in_every_chair_is_told_when_all_chairs_are_known(
    chairs: tuple[str, str], says: str
) -> None:
    tables = [
        example_meeting(id=id_, naam=id_, voorzitter=chair).removeprefix("overleggen:\n")
        for id_, chair in zip(("casusoverleg-hulp", "casusoverleg-strafrecht"), chairs, strict=True)
    ]
    assert says_only(said("OPV011", overleggen="overleggen:\n" + "".join(tables)), says)


@pytest.mark.parametrize(
    ("route", "says"),
    [
        ("", "Eergerelateerd geweld hoort bij de aanpak van de regio, maar er is nog geen route voor."),
        ("        route: onbekend\n", "? Welke route volgt eergerelateerd geweld?"),
    ],
)
def test_a_theme_needs_a_choice_of_route(route: str, says: str) -> None:
    text = THEMES.replace("        route: eigen\n", route)
    assert says_only(said("VER012", regio=text), says)


def test_a_drafted_mandate_is_asked_of_its_mayor() -> None:
    draft = MANDATE.replace("stand: vastgesteld", "stand: concept")
    unknown = draft.replace("besluit: Mandaatbesluit huisverbod Elsbroek 2025", "besluit: onbekend")
    asked = [item for item in said("MAN001", afspraken__mandaat_elsbroek=unknown) if item.startswith("?")]
    assert says_only(
        asked, "? Is op 1 maart 2026 een schriftelijk mandaat van de burgemeester van Gemeente Els"
    )


@pytest.mark.parametrize(("receiver", "count"), [("onbekend", 0), ("politie/agent", 1)])
def test_a_mandate_for_nobody_knows_whom_breaks_no_law(receiver: str, count: int) -> None:
    text = MANDATE.replace("aan: politie/hulpofficier", f"aan: {receiver}")
    assert len(said("MAN002", afspraken__mandaat_elsbroek=text)) == count


def test_whether_a_body_still_exists_is_asked_once_at_its_end_date() -> None:
    body = """
        overleggen:
          - id: werkgroep
            naam: Werkgroep
            soort: werkgroep
            bestaat:
              tot_en_met: onbekend
        """
    user = agreement("beheer:\n  beheerder: werkgroep\n  mag_wijzigen: werkgroep")
    messages = said("AFS008", overleggen=body, afspraken__proef=user)
    assert messages == ["? Bestaat Werkgroep nog? De einddatum is niet precies bekend."]


@pytest.mark.parametrize(("day", "count"), [("2010-12-31", 0), ("2026-03-01", 1)])
@pytest.mark.parametrize("name", ["ASHG", "AMK", "SHG", "Bureau Jeugdzorg"])
def test_an_old_name_is_fine_in_its_own_time(name: str, day: str, count: int) -> None:
    text = agreement(f"samenvatting: Bel het {name}.").replace("2025-01-01", "2010-01-01")
    assert len(said("BEG003", day, afspraken__proef=text)) == count
