"""The command as people and CI meet it: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ketenhandboek.cli.group import main
from ketenhandboek.rules import example

CLEAN = Path(example.__file__).parent / "voorbeeldregio"


def keten(*arguments: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, arguments, env=env)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A copy of the clean example region, to break."""
    folder = tmp_path / "data"
    for source in sorted(CLEAN.rglob("*.yaml")):
        target = folder / source.relative_to(CLEAN)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text("utf-8"), encoding="utf-8")
    return folder


CHECK = ("check", "--peildatum", "2026-03-01")


def test_a_clean_region_ends_with_zero(region: Path) -> None:
    result = keten(*CHECK, str(region))
    assert (
        result.output == "0 fouten, 0 waarschuwingen, 0 adviezen · 0 niet te beoordelen · 0 uitzonderingen\n"
    )
    assert result.exit_code == 0


def test_quiet_says_nothing_about_a_clean_region(region: Path) -> None:
    assert keten(*CHECK, "--quiet", str(region)).output == ""


def test_a_broken_file_is_named_and_the_rest_is_still_checked(region: Path) -> None:
    (region / "overleggen.yaml").write_text("overleggen:\n\t- id: x\n", encoding="utf-8")
    (region / "begrippen.yaml").write_text("begrippen:\n  - id: x\n    naam: X\n", encoding="utf-8")
    result = keten(*CHECK, "--format", "json", str(region))
    found = {
        (finding["rule"], Path(finding["file"]).name) for finding in json.loads(result.output)["findings"]
    }
    assert {("BAS001", "overleggen.yaml"), ("BAS002", "begrippen.yaml")} <= found
    assert result.exit_code == 1


def test_fail_on_decides_how_it_ends(region: Path) -> None:
    text = (region / "regio.yaml").read_text("utf-8")
    (region / "regio.yaml").write_text(text.replace("    sinds: 2015-01-01\n", "", 1), encoding="utf-8")
    arguments = (*CHECK, "--regel", "BAS007", str(region))
    assert keten(*arguments).exit_code == 0
    assert keten(*arguments, "--fail-on", "waarschuwing").exit_code == 1


def test_a_folder_named_twice_is_judged_once(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (region / "partners.yaml").write_text("partners: x\n", encoding="utf-8")
    monkeypatch.chdir(region.parent)
    (region.parent / "koppeling").symlink_to("data")
    once = keten(*CHECK, "data").output
    assert keten(*CHECK, "data", "./data/", str(region), "koppeling").output == once


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (
            "data/afspraken",
            "In de map 'data/afspraken' staat geen bestand regio.yaml. Bedoelde u de map 'data'?",
        ),
        (".", "In de map '.' staat geen bestand regio.yaml. Bedoelde u de map 'data'?"),
        ("data/regio.yaml", "'data/regio.yaml' is een bestand. "),
        ("data/regio.yaml", "Bedoelde u de map 'data'?"),
        ("dta", "De map 'dta' bestaat niet. Bedoelde u de map 'data'?"),
        ("data/weg/weg", "De map 'data/weg/weg' bestaat niet. Bedoelde u de map 'data'?"),
        ("", "De naam van de map is leeg. Bedoelde u de map 'data'?"),
        ("leeg", "Noem de map met de gegevens van de regio. Daarin staat regio.yaml."),
        ("bijna", "Geef 'regio.yml' de naam regio.yaml."),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_without_a_region_brings_up_the_one_that_is_meant(
    region: Path, monkeypatch: pytest.MonkeyPatch, command: str, folder: str, said: str
) -> None:
    monkeypatch.chdir(region.parent)
    for name in ("leeg", "bijna"):
        (region.parent / name).mkdir()
    (region.parent / "bijna" / "regio.yml").touch()
    result = keten(command, folder)
    assert said in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)


@pytest.mark.parametrize("day", ["0001-01-01", "1990-01-01", "2200-01-01", "9999-12-31"])
def test_a_day_long_ago_or_far_ahead_is_a_day_like_any_other(region: Path, day: str) -> None:
    for until in (day, "9999-12-31"):
        result = keten("check", "--peildatum", day, "--tot", until, str(region))
        assert result.stderr == ""
        assert result.stdout.endswith(" uitzonderingen\n")


def test_several_folders_make_one_report(region: Path) -> None:
    (region / "partners.yaml").write_text("partners: x\n", encoding="utf-8")
    result = keten(*CHECK, str(CLEAN), str(region))
    assert "1 fout" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--regel", "ESC01", "."), "Fout: Er is geen regel 'ESC01'. Bedoelde u"),
        (("check", "--peildatum", "morgen", "."), "'morgen' is geen datum. Schrijf jaar-maand-dag"),
        (("explain", "XYZ999"), "Fout: Er is geen regel 'XYZ999'."),
        (("build", str(CLEAN), "--config", "geen.yml"), "Fout: Het bestand 'geen.yml' ontbreekt."),
        (("build", str(CLEAN), "--out", " "), "Fout: Achter --out staat niets."),
        (
            (*CHECK, "--tot", "2026-02-28", str(CLEAN)),
            "--tot (2026-02-28) ligt voor de peildatum (2026-03-01)",
        ),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_says_why(arguments: tuple[str, ...], said: str) -> None:
    result = keten(*arguments)
    assert said in result.stderr
    assert result.exit_code == 2


def test_a_fault_of_our_own_is_one_sentence(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("oei")

    monkeypatch.setattr("ketenhandboek.chain.load.load_chain", broken)
    result = keten(*CHECK, str(region), env={"KETEN_TRACE": None})  # type: ignore[dict-item]
    assert "Er ging iets mis in het programma zelf (RuntimeError: oei)" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.exit_code == 2


def test_explain_tells_what_why_and_how_with_examples() -> None:
    said = keten("explain", "esc001").output
    assert said.startswith("ESC001 (fout)\n")
    for part in ("Waarom: ", "Wat u doet: ", "Goed: ", "Fout: "):
        assert part in said
