"""The demo region: fictional, clean but for what it says itself, and showing every key and every page."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.chain.load import load_chain
from ketenhandboek.kinds.build import Citation, Item, OpenQuestion
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.rules.check import check
from ketenhandboek.values import Day

if typing.TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

DATA = Path(__file__).parents[2] / "data"
DAY = date(2026, 11, 22)
OWN_KINDS = [kind for kind in catalogue().values() if not kind.national]


@pytest.fixture(scope="module")
def lindewaarde() -> Chain:
    return load_chain(DATA, DAY)


def test_its_check_is_clean_but_for_visible_exceptions(lindewaarde: Chain) -> None:
    report = check(lindewaarde)
    assert report.findings == ()
    assert 1 <= len(report.unjudged) <= 8
    assert all(item.ask for item in report.unjudged)
    assert 3 <= len({item.reason for item in report.excepted}) <= 6


def test_it_says_that_it_is_fictional(lindewaarde: Chain) -> None:
    region = lindewaarde.region
    assert region is not None
    assert region.fictional
    assert all(municipality.code.startswith("GM99") for municipality in region.municipalities)


def test_it_has_the_size_and_history_of_a_region(lindewaarde: Chain) -> None:
    region = lindewaarde.region
    assert region is not None
    assert len(lindewaarde.areas.municipalities) >= 7
    joined = [item.since for item in region.municipalities if isinstance(item.since, Day)]
    assert any(since.first.year == 2023 for since in joined)
    assert len([area for area in region.areas if area.scheme == "subregio"]) >= 2


def test_it_has_agreements_in_most_states(lindewaarde: Chain) -> None:
    assert set(lindewaarde.lifecycle.states.values()) >= {
        State.IN_FORCE,
        State.CONCEPT,
        State.CONSULTATION,
        State.FUTURE,
        State.EXPIRED,
        State.WITHDRAWN,
    }


def parts_of(cls: type[Item]) -> set[type[Item]]:
    """A dataclass and every dataclass that can stand inside it."""
    inside = {part for hint in typing.get_type_hints(cls).values() for part in _items_in(hint)}
    return {cls}.union(*(parts_of(part) for part in inside))


def _items_in(hint: Any) -> set[type[Item]]:
    if isinstance(hint, type) and issubclass(hint, Item):
        return {hint}
    if typing.get_origin(hint) in (tuple, types.UnionType, typing.Union):
        return set[type[Item]]().union(*(_items_in(inner) for inner in typing.get_args(hint)))
    return set()


def used_fields(item: Any, found: set[tuple[str, str]]) -> None:
    """Add every field of every item below that has a value of its own."""
    if isinstance(item, tuple):
        for inner in item:
            used_fields(inner, found)
    if not isinstance(item, Item):
        return
    for field in dataclasses.fields(item):
        value = getattr(item, field.name)
        if field.metadata and value not in (None, (), False):
            found.add((type(item).__name__, field.metadata["key"]))
            used_fields(value, found)


# What a region writes down only while it does not know something, and what a later tool writes.
NOT_SHOWN = {"bron", "open", "opmerking", "getekende_tekst", "vereist_landelijk", "peildatum"}


@pytest.mark.parametrize("kind", OWN_KINDS, ids=lambda kind: kind.name)
def test_it_shows_every_key(kind: Any, lindewaarde: Chain) -> None:
    shown: set[tuple[str, str]] = set()
    for record in lindewaarde.records.regional(kind.record).values():
        used_fields(record, shown)
    known = {
        (part.__name__, field.metadata["key"])
        for part in parts_of(kind.record)
        if part not in (Citation, OpenQuestion)
        for field in dataclasses.fields(part)
        if field.metadata
    }
    missing = {(part, key) for part, key in known - shown if key not in NOT_SHOWN}
    assert not missing
