"""Municipalities and time windows, where the examples of their rules leave off."""

from __future__ import annotations

import pytest
from saying import said, says_only

REGION = "id: tweebeken\nnaam: Tweebeken\ngemeenten:\n  - id: plaats\n    code: {}\n    naam: {}\n"
LIST = "De landelijke lijst van 1 januari 2023 kent de code GM0001 niet."


@pytest.mark.parametrize(
    ("code", "name", "says"),
    [
        ("GM0344", "Utrecht", ""),
        ("GM0344", "utrecht", ""),
        ("GM0518", "Den Haag", ""),
        ("GM0373", "Bergen", ""),
        ("GM0344", "Zeist", "GM0344 is de code van Utrecht, niet van Zeist. De code van Zeist is GM0355."),
        ("GM0344", "Ergens", "GM0344 is de code van Utrecht, niet van Ergens. Zoek de code van Ergens op."),
        ("GM0001", "Zeist", f"{LIST} De code van Zeist is GM0355."),
        ("GM0001", "Ergens", f"{LIST} Zoek de code van Ergens op."),
        ("GM9901", "Ergens", "De code GM9901 is voor verzonnen gemeenten."),
    ],
)
def test_codes_and_names_of_municipalities(code: str, name: str, says: str) -> None:
    assert says_only(said("BAS005", regio=REGION.format(code, name)), says)


@pytest.mark.parametrize(
    ("code", "says"), [("GM9901", ""), ("GM0344", "Deze regio is verzonnen, maar GM0344")]
)
def test_a_region_that_is_made_up_has_codes_that_are_made_up(code: str, says: str) -> None:
    assert says_only(said("BAS005", regio=REGION.format(code, "Utrecht") + "fictief: ja\n"), says)


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ("    sinds: 2015-01-01\n", LIST),
        ("    sinds: 2025-01-01\n", f"? {LIST} Klopt de code van Ergens?"),
        ("    sinds: onbekend\n", f"? {LIST} Klopt de code van Ergens?"),
        ("    tot_en_met: 2021-12-31\n", ""),
    ],
)
def test_a_code_that_the_list_can_not_know_is_asked_or_left(dates: str, says: str) -> None:
    assert says_only(said("BAS005", regio=REGION.format("GM0001", "Ergens") + dates), says)


@pytest.mark.parametrize(
    ("unknown", "says"),
    [
        (1, "? Sinds wanneer hoort Plaats1 bij de regio Tweebeken?"),
        (2, "? Sinds wanneer horen Plaats1 en Plaats2 bij de regio Tweebeken?"),
        (4, "? Sinds wanneer horen alle gemeenten bij de regio Tweebeken?"),
    ],
)
def test_unknown_begins_of_membership_are_asked_once(unknown: int, says: str) -> None:
    items = [
        f"  - id: plaats{number}\n    code: GM990{number}\n    naam: Plaats{number}\n"
        f"    sinds: {'onbekend' if number <= unknown else 2015}\n"
        for number in range(1, 5)
    ]
    assert says_only(
        said("BAS007", regio=f"id: tweebeken\nnaam: Tweebeken\ngemeenten:\n{''.join(items)}"), says
    )


def windows(*lines: str) -> str:
    """A region with windows such as `08:00-17:00 maandag dinsdag feestdag`."""
    text = REGION.format("GM0344", "Utrecht") + "tijdvensters:\n"
    for number, line in enumerate(lines):
        hours, *days = line.split()
        start, _, end = hours.partition("-")
        text += f"  - id: venster-{number}\n    naam: Venster\n    van: {start}\n    tot: {end}\n"
        text += "    feestdagen: ja\n" if "feestdag" in days else ""
        text += "    dagen:\n" + "".join(f"      - {day}\n" for day in days if day != "feestdag")
    return text


WORKWEEK = "maandag dinsdag woensdag donderdag vrijdag"
WEEK = f"{WORKWEEK} zaterdag zondag"
ALL = f"{WEEK} feestdag"
DAYS = "maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag en een feestdag"


@pytest.mark.parametrize(
    ("lines", "uncovered"),
    [
        ([f"00:00-24:00 {ALL}"], ""),
        ([f"08:00-20:00 {ALL}", f"20:00-08:00 {ALL}"], ""),
        ([f"12:00-11:59 {ALL}", f"11:00-12:00 {ALL}"], ""),
        ([f"08:00-17:00 {ALL}", f"16:00-09:00 {ALL}"], ""),
        ([f"08:00-20:00 {ALL}"], f"{DAYS} van 00:00 tot 08:00 en {DAYS} van 20:00 tot 24:00"),
        ([f"00:00-24:00 {WORKWEEK} feestdag"], "zaterdag en zondag van 00:00 tot 24:00"),
        ([f"00:00-24:00 {WEEK}"], "een feestdag van 00:00 tot 24:00"),
        (
            [f"08:00-20:00 {ALL}", f"20:00-08:00 {WEEK}"],
            "een feestdag en de dag na een feestdag van 00:00 tot 08:00 en een feestdag van 20:00 tot 24:00",
        ),
        ([f"00:00-23:59 {ALL}", f"23:00-24:00 {WORKWEEK} zaterdag feestdag"], "zondag van 23:59 tot 24:00"),
    ],
)
def test_pieces_of_the_week_without_a_window(lines: list[str], uncovered: str) -> None:
    messages = said("BAS010", regio=windows(*lines))
    beginning = f"Deze tijden vallen in geen enkel tijdvenster: {uncovered}." if uncovered else ""
    assert says_only(messages, beginning), messages


def test_a_region_without_windows_has_nothing_to_cover() -> None:
    assert said("BAS010", regio=REGION.format("GM0344", "Utrecht")) == []
