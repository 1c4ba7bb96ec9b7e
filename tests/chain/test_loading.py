"""Folders of files: every file is read, whatever is wrong with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written_regions import REGION, agreement, partners

from ketenhandboek.chain.load import load
from ketenhandboek.chain.records import NATIONAL, REGIONAL
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from pathlib import Path

    from ketenhandboek.chain.records import Records

VALID = agreement("geldig:\n  van: 2025-01-01\n")


def region(folder: Path, **texts: str | bytes) -> Records:
    """Load a folder with these files; two underscores are a slash."""
    for name, text in {"regio": REGION, **texts}.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(folder, "data")


def test_records_come_from_their_files_on_top_of_the_national_layer(tmp_path: Path) -> None:
    records = region(tmp_path, partners=partners("team: lokaal-team in abelen"), afspraken__een=VALID)
    assert list(records.of(Partner)) == ["team"]
    assert list(records.regional(Agreement)) == ["een"]
    assert records.regional(Task) == {}
    assert "triage" in records.of(Task)
    entry = records.entry("afspraak", "een")
    assert entry is not None
    assert (entry.key, entry.layer, entry.place.document.file) == (
        "afspraak/een",
        REGIONAL,
        "data/afspraken/een.yaml",
    )
    assert {entry.layer for entry in records.entries} == {NATIONAL, REGIONAL}
    assert (records.unreadable, records.misfits, records.lost) == ((), (), ())


@pytest.mark.parametrize(
    ("file", "text", "place", "lost"),
    [
        ("afspraken__twee", "titel: [\n", ("data/afspraken/twee.yaml", 1), ("afspraak", "twee")),
        ("afspraken__twee", b"titel: caf\xe9\n", ("data/afspraken/twee.yaml", 1), ("afspraak", "twee")),
        ("afspraken__twee", "titel: Twee\n", ("data/afspraken/twee.yaml", 1), ("afspraak", "twee")),
        ("afspraken__Twee plus", VALID, ("data/afspraken/Twee plus.yaml", 1), ("afspraak", "Twee plus")),
        ("begrippen", "begrippen:\n\t- id: a\n", ("data/begrippen.yaml", 2), ("begrip", "a")),
        ("begrippen", "begrippen: geen\n", ("data/begrippen.yaml", 1), ("begrip", "")),
        ("begrippen", "begrippen:\n  - id: a\n    naam: a\n", ("data/begrippen.yaml", 2), ("begrip", "a")),
        ("begrippen", "- a\n", ("data/begrippen.yaml", 1), ("begrip", "")),
        ("zomaar", "a: 1\n", ("data/zomaar.yaml", 1), ()),
    ],
)
def test_one_bad_file_leaves_the_others_whole(
    tmp_path: Path, file: str, text: str | bytes, place: tuple[str, int], lost: tuple[str, str] | tuple[()]
) -> None:
    records = region(tmp_path, afspraken__een=VALID, **{file: text})
    problems = (*records.unreadable, *records.misfits)
    assert {(problem.span.file, problem.span.line) for problem in problems} == {place}
    assert [loss.kind for loss in records.lost] == list(lost[:1])
    assert list(records.of(Agreement)) == ["een"]
    assert records.whole("afspraak", "begrip") is not bool(lost)
    if lost:
        assert records.may_declare(*lost)
    if lost and lost[1]:
        assert not records.may_declare(lost[0], "elders")


def test_the_text_of_a_file_that_can_not_be_used_is_kept_to_be_searched(tmp_path: Path) -> None:
    records = region(tmp_path, begrippen="a: [06\n", zomaar=b"caf\xe9\n", afspraken__een="x: 1\n" * 300_000)
    texts = dict(records.texts)
    assert texts["data/begrippen.yaml"] == "a: [06\n"
    assert texts["data/zomaar.yaml"] == "caf\ufffd\n"
    assert len(texts["data/afspraken/een.yaml"]) == 1_000_001


def test_an_id_that_is_taken_is_set_aside_unless_it_says_that_it_replaces(tmp_path: Path) -> None:
    task = "  - id: triage\n    naam: Onze triage\n    fase: signaleren\n    verdeling: een\n"
    records = region(tmp_path / "een", eigen__taken=f"taken:\n{task}")
    assert [(first.layer, second.layer) for first, second in records.repeated] == [(NATIONAL, REGIONAL)]
    assert records.of(Task)["triage"].name != "Onze triage"
    records = region(
        tmp_path / "twee", eigen__taken=f"taken:\n{task}    vervangt_landelijk: ja\n    reden: Omdat.\n"
    )
    assert records.repeated == ()
    assert records.of(Task)["triage"].name == "Onze triage"


def test_every_line_belongs_to_the_record_that_it_stands_in(tmp_path: Path) -> None:
    records = region(tmp_path, partners=partners("a: huisarts in abelen", "b: huisarts in abelen"))
    places = [records.entry("partner", id_) for id_ in ("a", "b")]
    for entry in places:
        assert entry is not None
        assert records.owner(entry.place.at("werkgebied", 0, "gebied").span) == entry.key
    assert places[0] is not None
    assert records.owner(places[0].place.document.place.at("partners").key_span) == ""
