"""`keten new region`: a folder to begin with, and what is still to be done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ketenhandboek.chain.load import load_chain
from ketenhandboek.cli.group import main
from ketenhandboek.rules.check import check
from ketenhandboek.start.todo import STEPS

ROOT = Path(__file__).parents[1]
EXAMPLES = [ROOT / "data", *sorted(path.parent for path in ROOT.glob("voorbeelden/*/*/regio.yaml"))]
FORM = ("BAS001", "BAS002", "BAS003", "BAS004", "BAS005", "BAS006")


def new(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["new", "region", *map(str, arguments)])


def test_a_region_begins_with_municipalities_by_name_code_and_other_name(tmp_path: Path) -> None:
    folder = tmp_path / "regio"
    result = new(
        "Ons 's-Dal",
        "--map",
        folder,
        "--gemeente",
        "dongen",
        "--gemeente",
        "GM0855",
        "--gemeente",
        "Den Haag",
    )
    assert result.exit_code == 0, result.output
    chain = load_chain(folder, date(2026, 3, 1))
    assert chain.region
    assert [item.code for item in chain.region.municipalities] == ["GM0766", "GM0855", "GM0518"]
    assert [partner.kind for partner in chain.binding.partners.values()] == ["gemeente"] * 3
    assert not check(chain, FORM).findings
    steps = [line for line in result.output.splitlines() if line in STEPS]
    assert steps == ["De regio", "De partners", *STEPS[2:5]]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Sudwest Fryslan", "GM1900"),
        ("SÚDWEST-FRYSLÂN", "GM1900"),
        ("s gravenhage", "GM0518"),
        ("gemeente Delft", "GM0503"),
        ("518", "GM0518"),
        ("gm0518", "GM0518"),
    ],
)
def test_a_municipality_may_be_typed_in_another_way(tmp_path: Path, asked: str, code: str) -> None:
    assert new("Beekdal", "--map", tmp_path / "regio", "--gemeente", asked).exit_code == 0
    assert f"code: {code}\n" in (tmp_path / "regio" / "regio.yaml").read_text("utf-8")


def test_the_other_names_of_a_municipality_come_along(tmp_path: Path) -> None:
    new("Beekdal", "--map", tmp_path / "regio", "--gemeente", "den haag")
    region = load_chain(tmp_path / "regio", date(2026, 3, 1)).region
    assert region
    assert region.municipalities[0].also_known_as == ("Den Haag",)


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_region_begins_as_a_copy_with_a_name_of_its_own(tmp_path: Path, source: Path) -> None:
    result = new("Beekdal", "--map", tmp_path / "kopie", "--van", source)
    assert result.exit_code == 0, result.output
    chain = load_chain(tmp_path / "kopie", date(2026, 3, 1))
    assert chain.region
    assert (chain.region.id, chain.region.name) == ("beekdal", "Beekdal")
    assert not check(chain, FORM).findings


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--gemeente", "Tilbug"), "kent geen gemeente 'Tilbug'. Bedoelde u 'Tilburg'?"),
        (("--gemeente", "Nuenen"), "Bedoelde u 'Nuenen, Gerwen en Nederwetten'?"),
        (("--gemeente", "Haren"), "De landelijke lijst van 1 januari 2023 kent geen gemeente 'Haren'."),
        (("--gemeente", "Haren"), "Is de gemeente in een andere opgegaan? Noem dan die."),
        (("--gemeente", " "), "Schrijf achter --gemeente een naam of een code"),
        (("--gemeente", "Bergen"), "Schrijf de code: GM0373 (Bergen (NH.)) of GM0893 (Bergen (L.))."),
        (("--van", "nergens"), "De map 'nergens' bestaat niet."),
        ((), "Noem de gemeenten met --gemeente"),
        (("--van", "nergens", "--gemeente", "Dongen"), "Niet allebei."),
    ],
)
def test_what_is_not_clear_stops_before_anything_is_written(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    result = new("Beekdal", "--map", tmp_path / "regio", *arguments)
    assert (result.exit_code, says in result.output) == (2, True), result.output
    assert not list(tmp_path.iterdir())


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "regio"
    file.touch()
    assert "is een bestand" in new("Beekdal", "--map", file, "--gemeente", "Dongen").output


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "regio.yaml").write_text("id: van-mij\n", "utf-8")
    result = new("Beekdal", "--map", tmp_path, "--gemeente", "Dongen")
    assert result.exit_code == 2
    assert "bestaat al en is niet leeg" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["regio.yaml"]


def test_a_name_without_letters_gives_no_id(tmp_path: Path) -> None:
    result = new("!!!", "--map", tmp_path / "regio", "--gemeente", "Dongen")
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
