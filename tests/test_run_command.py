"""`keten run` as people meet it: the story, the verdicts, and cases that are not there or not right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ketenhandboek.cli.group import main
from ketenhandboek.rules import example
from ketenhandboek.rules.texts.case import CASE, UNANSWERED

CLEAN = Path(example.__file__).parent / "voorbeeldregio"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A copy of the clean example region with two cases."""
    folder = tmp_path / "data"
    for source in sorted(CLEAN.rglob("*.yaml")):
        target = folder / source.relative_to(CLEAN)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text("utf-8"), encoding="utf-8")
    write(folder, "op-school", CASE)
    write(folder, "geen-antwoord", UNANSWERED)
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / "casussen").mkdir(exist_ok=True)
    (folder / "casussen" / f"{name}.yaml").write_text(text, encoding="utf-8")


def run(case: str, folder: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ("run", case, str(folder), "--peildatum", "2026-03-01", *more))


def test_it_tells_who_does_what_by_when_and_which_line_says_so(region: Path) -> None:
    result = run("op-school", region)
    assert result.exit_code == 0, result.output
    assert "Berkenrade, woensdag 20 mei 2026 om 10:00 uur" in result.output
    assert "  Triage: Veilig Thuis Tweebeken\n    Klaar: binnen 5 werkdagen vanaf ontvangst" in result.output
    assert "Overdracht: bevestigt binnen 2 werkdagen. Tot dan houdt Veilig Thuis Tweebeken" in result.output
    assert "    Afspraak: Regionale afspraken Veilig Thuis en lokale teams\n" in result.output
    assert "afspraken/regionale-afspraken.yaml:" in result.output
    assert "  ✓ Nooit opvang: klopt\n" in result.output


def test_it_climbs_the_ladder_when_nobody_answers(region: Path) -> None:
    output = run("geen-antwoord", region).output
    assert "Escalatieroute: Samenwerking Veilig Thuis, lokaal team en scholen" in output
    assert "Trede 2: teammanager" in output


def test_what_goes_another_way_is_marked_by_a_sign_and_by_the_way_it_ends(region: Path) -> None:
    write(region, "op-school", CASE.replace("nooit: opvang", "nooit: herstel"))
    result = run("op-school", region)
    assert "  ✗ Nooit herstel: klopt niet\n      Herstel gebeurt hier wel" in result.output
    assert result.exit_code == 1


def test_json_has_everything_under_its_own_key(region: Path) -> None:
    content = json.loads(run("op-school", region, "--format", "json").output)
    assert [step["task"] for step in content["steps"][:3]] == ["signaleren", "melden", "melding-ontvangen"]
    assert content["steps"][0]["begin"] == "2026-05-20T10:00+02:00"
    assert {item["result"] for item in content["expectations"]} == {"holds"}


def test_a_case_can_be_named_by_its_file(region: Path) -> None:
    assert run(str(region / "casussen" / "op-school.yaml"), region).exit_code == 0


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("op-scool", "Er is geen casus 'op-scool'. Bedoelde u 'op-school'?"),
        ("half", "De casus 'half' is niet te lezen. Kijk met 'keten check' wat eraan mankeert."),
        ("tab", "De casus 'tab' is niet te lezen. Kijk met 'keten check' wat eraan mankeert."),
    ],
)
def test_what_is_no_case_is_said_in_one_sentence(region: Path, case: str, said: str) -> None:
    write(region, "half", "titel: Half\n")
    write(region, "tab", "titel:\n\t- x\n")
    result = run(case, region)
    assert result.stderr == f"Fout: {said}\n"
    assert result.exit_code == 2


BROKEN = (
    ("gemeente: berkenrade", "gemeente: nergens"),
    ("partner: onderwijs", "partner: niemand"),
    ("taak: signaleren", "taak: niets"),
    ("- kindermishandeling", "- niets"),
    ("- kind\n", "- niets\n"),
    ("uitkomst: vermoeden", "uitkomst: niets"),
    ("moment: 2026-05-20 10:00", "moment: 1899-05-20 10:00"),
    ("moment: 2026-05-20 10:00", "moment: 2199-12-31 23:59"),
    ("- naar-lokaal-team", "- niets"),
    ("vanaf: ontvangst-melding", "vanaf: niets"),
    ("vanaf: ontvangst-melding", "vanaf: opvang/einde"),
    ("binnen: 5 werkdagen", "binnen: 999 jaar"),
    ("partner: veilig-thuis", "partner: veilig-thuis/niets"),
    ("- nooit: opvang", "- niveau: niets"),
)


@pytest.mark.parametrize(("right", "wrong"), BROKEN, ids=[f"{wrong}" for _, wrong in BROKEN])
def test_a_broken_case_never_ends_in_a_fault_of_our_own(region: Path, right: str, wrong: str) -> None:
    write(region, "op-school", CASE.replace(right, wrong))
    check = CliRunner().invoke(main, ("check", "--peildatum", "2026-03-01", str(region)))
    for result in (run("op-school", region), check):
        assert result.exit_code in (0, 1), result.output
        assert "programma zelf" not in result.output


@pytest.mark.parametrize("file", ["regio.yaml", "partners.yaml", "afspraken/regionale-afspraken.yaml"])
def test_a_broken_region_never_ends_in_a_fault_of_our_own(region: Path, file: str) -> None:
    (region / file).write_text("x: y\n", encoding="utf-8")
    result = run("op-school", region)
    assert result.exit_code == 1, result.output
