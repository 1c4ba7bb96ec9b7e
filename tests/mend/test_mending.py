"""`keten check --fix` on whole regions: what was planted is mended, and all else stays, byte by byte."""

from __future__ import annotations

import json
import re
import shutil
import stat
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketenhandboek.chain.load import load_chain
from ketenhandboek.cli.group import main
from ketenhandboek.findings import Finding, Report, Severity, Span
from ketenhandboek.mend.files import ChangedMeanwhileError, Rewritten, write
from ketenhandboek.mend.rehearsal import rehearse
from ketenhandboek.rules import example
from ketenhandboek.rules.check import check

CLEAN = Path(example.__file__).parent / "voorbeeldregio"
DAY = date(2026, 3, 1)


def judge(folder: Path, shown: str) -> Report:
    return check(load_chain(folder, DAY, shown=shown))


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "data"))


def keten(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", "--peildatum", "2026-03-01", *map(str, arguments)])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


FAULTS = {
    "true for ja": (r": ja$", ": true"),
    "False for nee": (r": nee$", ": False"),
    "a key with a letter too many": (r"^( *(?:- )?[a-z]{4})([a-z])([a-z_]*):", r"\1\2\2\3:"),
    "a capital in a word from a list": (r"stand: vast", "stand: VAST"),
    "a date the other way round": (r": (\d{4})-(\d\d)-(\d\d)$", r": \3-\2-\1"),
    "a number in letters": (r": 2 (werkdagen|weken)$", r": twee \1"),
    "a reference with two letters swapped": (r"^( +- )vrouwenopvang$", r"\1vrouwenopvnag"),
    "an item that stands twice": (r"^( +- [a-z-]+)$", r"\1\n\1"),
    "a text where a list belongs": (
        r"^( *)(gebied|themas|tijden):\n\1  - ([a-z-]+)$(?!\n\1  - )",
        r"\1\2: \3",
    ),
}


class Spot(NamedTuple):
    """Where a fault can be planted: in which file, between which offsets, and which fault."""

    file: str
    start: int
    end: int
    fault: str


def spots() -> list[Spot]:
    """Every fault that can be planted somewhere."""
    return [
        Spot(file, found.start(), found.end(), fault)
        for file, content in contents(CLEAN).items()
        for fault, (pattern, _) in FAULTS.items()
        for found in re.finditer(pattern, content.decode(), re.MULTILINE)
    ]


def apart(faults: set[Spot]) -> bool:
    """Whether no fault stands in the text of another."""
    return all(one.file != next_.file or one.end < next_.start for one, next_ in pairwise(sorted(faults)))


def planted(text: str, spot: Spot) -> str:
    pattern, wrong = FAULTS[spot.fault]
    found = re.compile(pattern, re.MULTILINE).search(text, spot.start)
    assert found is not None
    return text[: found.start()] + found.expand(wrong) + text[found.end() :]


@given(
    st.sets(st.sampled_from(spots()), min_size=1, max_size=5).filter(apart),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.booleans(),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_planted_is_mended_and_all_else_stays(
    tmp_path: Path, faults: set[Spot], ending: str, mark: bytes, ends_open: bool
) -> None:
    folder = tmp_path / "data"
    shutil.rmtree(folder, ignore_errors=True)
    expected = {}
    for file, content in contents(CLEAN).items():
        texts = [content.decode(), content.decode()]
        for spot in sorted((spot for spot in faults if spot.file == file), reverse=True):
            texts[1] = planted(texts[1], spot)
        if ends_open:
            texts = [text.rstrip("\n") for text in texts]
        clean, broken = (mark + text.replace("\n", ending).encode() for text in texts)
        expected[file] = clean
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(broken)
    mended = rehearse(folder, "data", judge)
    assert mended.before.findings
    assert not mended.after.findings, "nothing is left, and nothing new came"
    for changed in mended.files:
        write(changed)
    assert contents(folder) == expected
    assert rehearse(folder, "data", judge).files == (), "a second time there is nothing to do"


def test_the_command_tells_what_it_did_and_what_is_left(region: Path) -> None:
    text = (region / "regio.yaml").read_text("utf-8")
    broken = text.replace("fictief: ja", "fictief: true # verzonnen").replace(
        "    sinds: 2015-01-01\n", "", 1
    )
    (region / "regio.yaml").write_text(broken, encoding="utf-8")
    result = keten("--fix", region)
    assert result.stderr == (
        f"{region}/regio.yaml:4 BAS002 hersteld: nu staat hier 'ja'\n1 bevinding hersteld.\n\n"
    )
    assert "BAS007" in result.stdout
    assert result.exit_code == 0
    assert (region / "regio.yaml").read_text("utf-8") == broken.replace("true", "ja")


def test_the_difference_can_be_applied_and_writes_nothing(region: Path) -> None:
    file = region / "regio.yaml"
    good = file.read_bytes().rstrip(b"\n")
    file.write_bytes(good.replace(b"fictief: ja", b"fictief: true"))
    before = contents(region)
    result = keten("--diff", region)
    assert result.exit_code == 1
    assert contents(region) == before
    applied = subprocess.run(
        ["patch", "-s", f"-p{len(region.parts)}"], cwd=region, input=result.stdout, text=True, check=False
    )
    assert applied.returncode == 0
    assert file.read_bytes() == good


def test_there_may_be_nothing_to_mend(region: Path) -> None:
    before = contents(region)
    assert keten("--diff", region).stdout == ""
    assert "Er was niets dat keten zelf kan herstellen." in keten("--fix", region).stderr
    assert contents(region) == before


def test_a_choice_between_writing_and_showing(region: Path) -> None:
    result = keten("--fix", "--diff", region)
    assert "Kies --fix of --diff" in result.stderr
    assert result.exit_code == 2


def test_a_format_for_programs_stays_whole(region: Path) -> None:
    (region / "regio.yaml").write_bytes((region / "regio.yaml").read_bytes().replace(b": ja", b": yes"))
    assert json.loads(keten("--fix", "--format", "json", region).stdout)["findings"] == []


def test_rights_stay_and_nothing_else_is_left_behind(region: Path) -> None:
    file = region / "regio.yaml"
    file.write_bytes(file.read_bytes().replace(b"fictief: ja", b"fictief: on"))
    file.chmod(0o640)
    names = sorted(path.name for path in region.iterdir())
    keten("--fix", region)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in region.iterdir()) == names


def test_links_and_what_they_lead_to_stay_as_they_are(region: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elders.yaml"
    (region / "regio.yaml").rename(outside)
    wrong = outside.read_bytes().replace(b"fictief: ja", b"fictief: true")
    outside.write_bytes(wrong)
    (region / "regio.yaml").symlink_to(outside)
    (tmp_path / "meer").mkdir()
    shutil.move(region / "afspraken", tmp_path / "meer" / "afspraken")
    (region / "afspraken").symlink_to(tmp_path / "meer" / "afspraken")
    agreement = tmp_path / "meer" / "afspraken" / "huisverbod.yaml"
    agreement.write_bytes(agreement.read_bytes().replace(b"stand: vast", b"stand: Vast"))
    before = contents(tmp_path)
    assert "hersteld: nu" not in keten("--fix", region).stderr
    assert contents(tmp_path) == before
    assert (region / "regio.yaml").is_symlink()


def test_a_file_that_changed_meanwhile_is_not_overwritten(region: Path) -> None:
    file = region / "regio.yaml"
    with pytest.raises(ChangedMeanwhileError):
        write(Rewritten(file, "regio.yaml", b"oud", b"nieuw"))
    assert file.read_bytes() == (CLEAN / "regio.yaml").read_bytes()


def test_an_edit_that_breaks_something_else_does_not_go_through(region: Path) -> None:
    """A judge that finds fault with whatever is written in the place of `true`."""

    def strict(folder: Path, shown: str) -> Report:
        report = judge(folder, shown)
        if "fictief: ja" not in dict(report.texts)["data/regio.yaml"]:
            return report
        extra = Finding("BAS001", Severity.FOUT, Span("data/regio.yaml"), "Dit kan niemand lezen.")
        return Report.of([*report.findings, extra], texts=report.texts)

    file = region / "regio.yaml"
    file.write_bytes(file.read_bytes().replace(b"fictief: ja", b"fictief: true"))
    before = contents(region)
    mended = rehearse(region, "data", strict)
    assert (mended.done, mended.files) == ((), ())
    assert contents(region) == before


TERMS = """\
begrippen:
  - id: pleger
    naam: pleger
    betekenis: Wie geweld gebruikt.
    ontraden:
      - dader
"""
AGREEMENT = """\
titel: Nachtopvang
soort: werkinstructie
stand: vastgesteld
samenvatting: >-
  {0} en slachtoffer slapen apart. De {1} belt zelf. # geen opmerking
  Een {1} zonder plek gaat naar de opvang.
geldig:
  van: 2025-01-01
gebied:
  - regio
themas:
  - alle
opmerking: Vroeger stond hier dader. # blijft
"""


def test_every_discouraged_word_is_replaced_and_history_stays(region: Path) -> None:
    (region / "begrippen.yaml").write_text(TERMS, encoding="utf-8")
    file = region / "afspraken" / "nachtopvang.yaml"
    file.write_text(AGREEMENT.format("Dader", "dader"), encoding="utf-8")
    keten("--fix", "--regel", "BEG003", region)
    assert file.read_text("utf-8") == AGREEMENT.format("Pleger", "pleger")


EXCEPTIONS = """\
uitzonderingen:
  - id: eerste
    regel: BAS009
    record: begrip/huisverbod
    reden: >-
      Komt later.

    tot_en_met: 2026-12-31
    door: de regiegroep

  # Deze is van de regiegroep.
  - id: tweede
    regel: BAS009
    record: begrip/spoed
    reden: Komt later.
    tot_en_met: 2026-12-31
    door: de regiegroep
"""


def test_an_exception_that_is_not_needed_goes_but_no_comment_goes_with_it(region: Path) -> None:
    with (region / "begrippen.yaml").open("a", encoding="utf-8") as stream:
        stream.write("  - id: spoed\n    naam: spoed\n    betekenis: Iemand moet vandaag veilig zijn.\n")
    file = region / "uitzonderingen.yaml"
    file.write_text(EXCEPTIONS, encoding="utf-8")
    keten("--fix", region)
    kept = EXCEPTIONS[EXCEPTIONS.index("\n  # Deze") :]
    assert file.read_text("utf-8") == "uitzonderingen:\n" + kept

    file.write_text(EXCEPTIONS.replace("Komt later.\n\n", "Komt later.\n    # let op\n", 1), encoding="utf-8")
    before = file.read_text("utf-8")
    keten("--fix", region)
    assert file.read_text("utf-8") == before, "a comment inside the exception keeps it where it is"
