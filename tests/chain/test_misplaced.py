"""Files that can't be opened or stand in the wrong place: one sentence each, and the records count."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from written_regions import REGION, agreement, partners

from ketenhandboek.chain.load import load, read_texts
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.partner import Partner

if TYPE_CHECKING:
    from pathlib import Path

    from ketenhandboek.chain.records import Records

VALID = agreement("geldig:\n  van: 2025-01-01\n")
TEAM = partners("team: lokaal-team in abelen")
TERM = "begrippen:\n  - id: a\n    naam: a\n    betekenis: Iets.\n"


def region(folder: Path, **texts: str) -> Records:
    for name, text in {"regio.yaml": REGION, **texts}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return load(folder, "data")


def told(records: Records) -> list[tuple[str, str]]:
    return [(problem.span.file, problem.message) for problem in (*records.unreadable, *records.misfits)]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("casussen/een.yaml", VALID, "Dit lijkt een afspraak. Zet het bestand in afspraken/."),
        ("een.yaml", VALID, "Dit lijkt een afspraak. Zet het bestand in afspraken/."),
        ("afspraken/diep/een.yaml", VALID, "Dit lijkt een afspraak. Zet het bestand in afspraken/."),
        ("afspraken/een.yml", VALID, "Dit lijkt een afspraak. Geef het bestand de naam een.yaml."),
        ("afspraken/een.yaml.txt", VALID, "Dit lijkt een afspraak. Geef het bestand de naam een.yaml."),
        ("afspraken/een.YAML", VALID, "Dit lijkt een afspraak. Geef het bestand de naam een.yaml."),
        ("een.yml", VALID, "Dit lijkt een afspraak. Zet het bestand in afspraken/, met de naam een.yaml."),
        (
            "afspraken/partners.yaml",
            TEAM,
            "Dit lijkt het bestand partners.yaml. Zet het bestand in de map van de regio.",
        ),
        (
            "partner.yaml",
            TEAM,
            "Dit lijkt het bestand partners.yaml. Geef het bestand de naam partners.yaml.",
        ),
        (
            "afspraken/begrip.yml",
            TERM,
            "Dit lijkt het bestand begrippen.yaml. "
            "Zet het bestand in de map van de regio, met de naam begrippen.yaml.",
        ),
    ],
)
def test_a_file_in_the_wrong_place_counts_as_what_it_looks_like(
    tmp_path: Path, file: str, text: str, says: str
) -> None:
    records = region(tmp_path, **{file: text})
    assert told(records) == [(f"data/{file}", says)]
    assert records.lost == ()
    read = {"afspraken": Agreement, "partners": Partner}
    assert all(records.regional(read[key]) for key in read if f"\n{key}" in f"\n{text}")


def test_a_second_file_of_which_there_can_be_one_is_set_aside(tmp_path: Path) -> None:
    records = region(tmp_path, **{"partners.yaml": TEAM, "afspraken/partners.yaml": TEAM})
    says = (
        "Dit lijkt het bestand partners.yaml. "
        "Maar partners.yaml is er al: zet de gegevens daarin, of haal dit bestand weg."
    )
    assert told(records) == [("data/afspraken/partners.yaml", says)]
    assert records.repeated == ()


def test_a_folder_with_a_wrong_name_is_told_once(tmp_path: Path) -> None:
    records = region(tmp_path, **{f"afspraak/{name}.yaml": VALID for name in ("een", "twee", "drie")})
    says = "Deze map heeft 3 bestanden die lijken op afspraken. Zet ze in afspraken/, met de uitgang .yaml."
    assert told(records) == [("data/afspraak/drie.yaml", says)]
    assert len(records.regional(Agreement)) == 3


def test_what_looks_like_nothing_is_a_stranger(tmp_path: Path) -> None:
    records = region(tmp_path, **{"mkdocs.yml": "site_name: x\nnaam: y\n", "kapot.yml": "a: [\n"})
    assert [file for file, _ in told(records)] == ["data/kapot.yml", "data/mkdocs.yml"]
    assert {says.partition(".")[0] for _, says in told(records)} == {
        "Dit bestand hoort bij geen enkele soort gegevens"
    }


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("/nergens/te-vinden", "Dit bestand is niet te lezen: dit bestaat niet."),
        ("een.yaml", "Dit bestand is niet te lezen: koppelingen verwijzen hier naar elkaar."),
        (".", "Dit bestand is niet te lezen: dit is een map en geen bestand."),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, target: str, says: str) -> None:
    (tmp_path / "afspraken").mkdir()
    (tmp_path / "afspraken" / "een.yaml").symlink_to(target)
    records = region(tmp_path)
    assert [(file, text[: len(says)]) for file, text in told(records)] == [("data/afspraken/een.yaml", says)]
    assert records.may_declare("afspraak", "wat-dan-ook")


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator can open every folder")
def test_a_folder_that_is_closed_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "afspraken").mkdir(mode=0)
    assert told(region(tmp_path)) == [
        (
            "data/afspraken",
            "Deze map is niet te openen. Vraag de beheerder van de bestanden om toegang.",
        )
    ]


@pytest.mark.parametrize("absent", ["regio.yaml", "partners.yaml", "overleggen.yaml"])
def test_a_file_that_the_others_need_is_missed_once(tmp_path: Path, absent: str) -> None:
    governed = agreement(
        "geldig:\n  van: 2025-01-01\nbeheer:\n  beheerder: elders-een\n"
        "  vastgesteld_door: tafel\n  mag_wijzigen: raad\n"
    )
    records = region(tmp_path, **{"afspraken/een.yaml": governed})
    (tmp_path / absent).unlink(missing_ok=True)
    for name in {"partners.yaml", "overleggen.yaml"} - {absent}:
        (tmp_path / name).write_text("partners:\n" if name.startswith("p") else "overleggen:\n")
    records = load(tmp_path, "data")
    missed = [file for file, says in told(records) if says.startswith(f"Hier ontbreekt {absent}.")]
    assert missed == [f"data/{absent}"]


def test_a_region_that_needs_no_meetings_has_no_file_for_them(tmp_path: Path) -> None:
    assert told(region(tmp_path, **{"afspraken/een.yaml": VALID})) == []


def test_a_text_in_memory_counts_as_what_it_looks_like_too() -> None:
    assert [entry.key for entry in read_texts({"casussen/een.yaml": VALID}).entries] == ["afspraak/een"]
