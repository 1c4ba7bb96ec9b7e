"""One broken file of Lindewaarde, in every way in which a file breaks: one finding, and no cascade."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.load import load_chain
from ketenhandboek.rules.check import check

if TYPE_CHECKING:
    from ketenhandboek.findings import Report

DATA = Path(__file__).parents[2] / "data"
DAY = date(2026, 11, 22)
FILES = (
    "partners.yaml",
    "regio.yaml",
    "overleggen.yaml",
    "begrippen.yaml",
    "uitzonderingen.yaml",
    "eigen/soorten.yaml",
    "eigen/taken.yaml",
    "eigen/grondslagen.yaml",
    "afspraken/samenwerking-veilig-thuis-2025.yaml",
    "afspraken/privacyconvenant-casusoverleggen-2025.yaml",
    "afspraken/crisis-2025.yaml",
    "afspraken/werkinstructie-de-waard.yaml",
    "casussen/zaterdagnacht.yaml",
)
MOVES = (
    ("partners.yaml", "afspraken/partners.yaml"),
    ("overleggen.yaml", "eigen/overleggen.yaml"),
    ("regio.yaml", "afspraken/regio.yaml"),
    ("eigen/taken.yaml", "taken.yaml"),
    ("afspraken/crisis-2025.yaml", "casussen/crisis-2025.yaml"),
    ("afspraken/samenwerking-veilig-thuis-2025.yaml", "afspraken/samenwerking-veilig-thuis-2025.yml"),
    ("casussen/zaterdagnacht.yaml", "afspraken/zaterdagnacht.yaml"),
    ("afspraken", "afspraak"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DATA, tmp_path / "data")


def checked(folder: Path) -> Report:
    return check(load_chain(folder, DAY, shown="data"))


def is_told_once(report: Report, rule: str, file: str) -> None:
    assert [(finding.rule, finding.span.file) for finding in report.findings] == [(rule, f"data/{file}")]


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_yaml(folder: Path, file: str) -> None:
    path = folder / file
    path.write_text(path.read_text() + "\tx: [\n")
    is_told_once(checked(folder), "BAS001", file)


@pytest.mark.parametrize("file", FILES)
def test_a_record_that_does_not_fit(folder: Path, file: str) -> None:
    path = folder / file
    key = re.compile(r"^(\s*)(naam|titel|reden):", re.MULTILINE)
    path.write_text(key.sub(r"\1\2x:", path.read_text(), count=1))
    is_told_once(checked(folder), "BAS002", file)


@pytest.mark.parametrize("file", [file for file in FILES if file != "uitzonderingen.yaml"])
def test_a_link_that_leads_nowhere(folder: Path, file: str) -> None:
    (folder / file).unlink()
    (folder / file).symlink_to("/nergens/te-vinden")
    is_told_once(checked(folder), "BAS001", file)


@pytest.mark.parametrize("file", FILES[:3])
def test_a_file_that_is_not_there(folder: Path, file: str) -> None:
    (folder / file).unlink()
    is_told_once(checked(folder), "BAS002", file)


@pytest.mark.parametrize(("there", "here"), MOVES)
def test_a_file_in_another_place(folder: Path, there: str, here: str) -> None:
    (folder / there).rename(folder / here)
    (finding,) = checked(folder).findings
    assert (finding.rule, finding.span.file.startswith(f"data/{here}")) == ("BAS002", True)
    assert finding.message.startswith(("Dit lijkt ", "Deze map heeft 39 bestanden die lijken op afspraken."))


def test_what_could_not_be_judged_is_told_once(folder: Path) -> None:
    (folder / "partners.yaml").write_text("partners: [\n")
    (folder / "overleggen.yaml").write_text("overleggen: [\n")
    asked = [item for item in checked(folder).unjudged if "niet te beoordelen" in item.question]
    assert [(item.rule, item.span.file) for item in asked] == [("BAS001", "data/overleggen.yaml")]
    assert re.fullmatch(
        r"\d+ regels zijn door deze fout nog niet te beoordelen \(AFS, .*\)\. Los de fout eerst op\.",
        asked[0].question,
    )


@pytest.mark.parametrize("content", [b"uitzonderingen:\n\t- x\n", "uitzonderingen:\n".encode("utf-16")])
def test_that_what_the_region_accepts_cannot_be_read_is_told_once(folder: Path, content: bytes) -> None:
    (folder / "uitzonderingen.yaml").write_bytes(content)
    asked = [item.question for item in checked(folder).unjudged if "accepteert" in item.question]
    assert asked == [
        "Door deze fout is niet te zien welke bevindingen de regio accepteert. Los de fout eerst op."
    ]


def test_other_faults_are_told_beside_it(folder: Path) -> None:
    partners, agreement = folder / "partners.yaml", folder / "afspraken/crisis-2025.yaml"
    partners.write_text(partners.read_text() + "\tx: [\n")
    agreement.write_text(agreement.read_text().replace("crisisdienst-lindewaarde/", "crisisdinst/", 1))
    found = [(finding.rule, finding.span.file) for finding in checked(folder).findings]
    assert found == [("BAS003", "data/afspraken/crisis-2025.yaml"), ("BAS001", "data/partners.yaml")]
