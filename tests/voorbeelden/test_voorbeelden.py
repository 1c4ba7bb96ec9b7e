"""The check finds in each chain from practice what people found there, at its line, and nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from ketenhandboek.chain.load import load_chain
from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.rules.check import check

FOLDER = Path(__file__).parents[2] / "voorbeelden"
STATES = sorted(region.parent for region in FOLDER.glob("*/*/regio.yaml"))
EXPECTED = sorted(FOLDER.glob("*/*.verwacht.yaml"))
TODAY = date(2026, 3, 1)

Found = tuple[str, str, str, int]
"""Rule, record, file inside the state's folder, line from 1."""


def expected(path: Path) -> set[Found]:
    items = yaml.safe_load(path.read_text("utf-8"))["bevindingen"]
    return {(item["regel"], item["gegeven"], item["bestand"], item["regelnummer"]) for item in items}


def states() -> pytest.MarkDecorator:
    names = [state.relative_to(FOLDER).as_posix() for state in STATES]
    return pytest.mark.parametrize("state", STATES, ids=names)


def test_every_state_says_what_is_expected_and_the_other_way_round() -> None:
    assert {state.with_name(f"{state.name}.verwacht.yaml") for state in STATES} == set(EXPECTED)
    assert STATES


@states()
def test_the_check_finds_what_is_expected_and_nothing_else(state: Path) -> None:
    report = check(load_chain(state, TODAY, shown=""))
    found = {(item.rule, item.record, item.span.file, item.span.line) for item in report.findings}
    assert found == expected(state.with_name(f"{state.name}.verwacht.yaml"))
    assert not report.excepted


@states()
def test_what_cannot_be_judged_is_asked_as_often_as_expected(state: Path) -> None:
    """Only the questions that tell the story; the others follow from what the source leaves out."""
    asked = Counter((item.rule, item.record) for item in check(load_chain(state, TODAY, shown="")).unjudged)
    stories = yaml.safe_load(state.with_name(f"{state.name}.verwacht.yaml").read_text("utf-8"))
    for item in stories.get("niet_te_beoordelen", ()):
        assert asked[item["regel"], item["gegeven"]] == item["aantal"]


@states()
def test_a_state_does_not_depend_on_the_day_of_the_check(state: Path) -> None:
    assert load_chain(state, date(2010, 1, 1)).day == load_chain(state, TODAY).day


@states()
def test_every_record_quotes_the_sentence_it_rests_on(state: Path) -> None:
    entries = [entry for entry in load_chain(state, TODAY).records.entries if entry.layer == REGIONAL]
    citations = {entry.key: entry.record.citation for entry in entries}
    assert [key for key, citation in citations.items() if not citation or not citation.quotation] == []
