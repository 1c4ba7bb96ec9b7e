"""`keten fmt` on a region's folder: what it writes, what it leaves, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ketenhandboek.cli.group import main
from ketenhandboek.rules import example

CLEAN = Path(example.__file__).parent / "voorbeeldregio"
ROOT = Path(__file__).parents[1]
SHIPPED = [ROOT / "data", *sorted(file.parent for file in ROOT.glob("voorbeelden/*/*/regio.yaml"))]
ODD = "begrippen: # van de regio\n\n  - naam:   'plan'\n    id: plan\n    betekenis: Wat er gebeurt.\n"
NEAT = "begrippen: # van de regio\n  - id: plan\n    naam: plan\n    betekenis: Wat er gebeurt.\n"


def keten(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)])


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A region whose terms stand in another layout."""
    folder = tmp_path / "data"
    shutil.copytree(CLEAN, folder)
    keten(folder)
    (folder / "begrippen.yaml").write_text(ODD, "utf-8")
    return folder


def test_what_differs_is_written_and_named_and_the_rest_is_left(region: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in region.rglob("*.yaml")}
    result = keten(region)
    changed = {path for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert changed == {region / "begrippen.yaml"}
    assert (region / "begrippen.yaml").read_text("utf-8") == NEAT
    assert result.output == f"Opgemaakt: {region / 'begrippen.yaml'}\n"
    assert result.exit_code == 0


def test_check_writes_nothing_and_ends_with_one(region: Path) -> None:
    result = keten("--check", region)
    assert (region / "begrippen.yaml").read_text("utf-8") == ODD
    assert result.output == f"Anders opmaken: {region / 'begrippen.yaml'}\n"
    assert result.exit_code == 1


def test_one_file_can_be_named(region: Path) -> None:
    (region / "overleggen.yaml").write_text("overleggen:\n\n" + "  - id: x\n", "utf-8")
    keten(region / "begrippen.yaml")
    assert (region / "begrippen.yaml").read_text("utf-8") == NEAT
    assert "\n\n" in (region / "overleggen.yaml").read_text("utf-8")


def test_a_broken_file_stays_as_it_is_and_is_told(region: Path) -> None:
    file = region / "begrippen.yaml"
    file.write_text("begrippen:\n\t- id: x\n", "utf-8")
    result = keten(region)
    assert file.read_text("utf-8") == "begrippen:\n\t- id: x\n"
    assert f"{file}:2:1 Hier staat een tab." in result.output
    assert result.exit_code == 2


def test_permissions_stay_and_a_byte_order_mark_and_odd_line_ends_go(region: Path) -> None:
    file = region / "begrippen.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    keten(region)
    assert file.read_bytes() == NEAT.encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in region.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nergens", "'nergens' bestaat niet. Noem een map met gegevens, zoals data"),
        (__file__, "hoort niet bij een regio: er staat geen regio.yaml boven."),
    ],
)
def test_what_is_no_region_is_refused(name: str, said: str) -> None:
    result = keten(name)
    assert said in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("region", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_region_that_we_publish_stands_in_the_layout(region: Path) -> None:
    assert keten("--check", region).output == "Alles staat al in de vaste opmaak.\n"
