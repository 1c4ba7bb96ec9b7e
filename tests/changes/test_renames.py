"""A record that only got another id, or moved to another file, is the same record."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.load import load_chain
from ketenhandboek.changes.compare import compare
from ketenhandboek.changes.renames import found_renames
from ketenhandboek.changes.sentences import said
from ketenhandboek.rules import example

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

REGION = Path(example.__file__).parent / "voorbeeldregio"
DAY = date(2026, 3, 1)
Edits = tuple[tuple[str, str], ...]


def chain(folder: Path) -> Chain:
    return load_chain(folder, DAY, shown="")


def edited(target: Path, edits: Edits, move: tuple[str, str] | None = None) -> Chain:
    """The example region with words replaced in every file, and one file under another name."""
    shutil.copytree(REGION, target)
    for path in sorted(target.rglob("*.yaml")):
        text = path.read_text("utf-8")
        for old, new in edits:
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    if move:
        (target / move[0]).rename(target / move[1])
    return chain(target)


@pytest.mark.parametrize(
    ("edits", "move"),
    [
        ((("lokaal-team-elsbroek", "gezinsteam-elsbroek"),), None),
        (
            (
                ("id: berkenrade\n", "id: berk\n"),
                (": berkenrade\n", ": berk\n"),
                ("- berkenrade\n", "- berk\n"),
            ),
            None,
        ),
        (
            (("regionale-afspraken", "afspraken-regio"),),
            ("afspraken/regionale-afspraken.yaml", "afspraken/afspraken-regio.yaml"),
        ),
        (
            (
                ("casusoverleg-strafrecht\n", "overleg-straf\n"),
                ("soort: overleg-straf", "soort: casusoverleg-strafrecht"),
            ),
            None,
        ),
        ((("kantooruren\n", "overdag\n"),), None),
        ((("id: naar-raad\n", "id: raad\n"),), None),
    ],
    ids=["partner", "municipality", "agreement in another file", "meeting", "window", "flow"],
)
def test_another_id_changes_nothing(tmp_path: Path, edits: Edits, move: tuple[str, str] | None) -> None:
    new = edited(tmp_path / "data", edits, move)
    assert [said(change) for change in compare(chain(REGION), new).changes] == []


@pytest.mark.parametrize(
    ("edits", "sentences"),
    [
        (
            (
                ("opvang-de-linde", "het-baken"),
                (
                    "naam: Opvang De Linde\n",
                    "naam: Het Baken\n    voorheen:\n      - naam: Opvang De Linde\n",
                ),
            ),
            ["Opvang De Linde heet voortaan Het Baken."],
        ),
        (
            (("opvang-de-linde", "het-baken"), ("naam: Opvang De Linde", "naam: Het Baken")),
            ["Het Baken doet mee.", "Opvang De Linde doet niet meer mee."],
        ),
    ],
    ids=["with its former name", "without any likeness"],
)
def test_another_name_is_told(tmp_path: Path, edits: Edits, sentences: list[str]) -> None:
    found = compare(chain(REGION), edited(tmp_path / "data", edits)).changes
    assert [said(change) for change in found if change.topic == "Partners en gemeenten"] == sentences


def test_two_that_look_alike_are_not_one_renamed(tmp_path: Path) -> None:
    """The mandates of two municipalities hold nearly the same: one that goes and one that comes are two."""
    for folder, gone in (("one", "mandaat-elsbroek"), ("other", "mandaat-berkenrade")):
        edited(tmp_path / folder, ())
        (tmp_path / folder / "afspraken" / f"{gone}.yaml").unlink()
    one, other = chain(tmp_path / "one"), chain(tmp_path / "other")
    assert list(found_renames(one, other)) == []
