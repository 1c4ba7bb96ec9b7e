"""The form's way of writing records beside that of `keten fmt`, and what a save leaves alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from layouts import DATA, LAYOUTS, TEXTS, document, in_block

from ketenhandboek.chain.folder import list_folder
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.layout.layout import laid_out
from ketenhandboek.rules import example
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from ketenhandboek.kinds.kind import Kind

    Ask = Callable[..., Any]

ROOT = Path(__file__).parents[2]
REGIONS = (ROOT / "data", Path(example.__file__).parent / "voorbeeldregio")
TERM = catalogue()["begrip"]
# Hypothesis draws many texts for one node, which keeps nothing between them.
one_node = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@cache
def records() -> list[tuple[Kind, Document]]:
    found = [file for region in REGIONS for file in list_folder(region).files if file.kind is not None]
    read = [(file.kind, read_file(file.path, str(file.path))) for file in found]
    return [(kind, text) for kind, text in read if kind and isinstance(text, Document)]


def test_every_record_is_written_as_keten_fmt_writes_it(node: Ask) -> None:
    known = records()
    assert len(known) > 50
    for kind, text in known:
        assert node(ask="layout", schema=kind.schema, text=text.text) == laid_out(kind, text)


def test_every_record_saved_without_a_change_is_the_same_to_the_byte(node: Ask) -> None:
    for kind, text in records():
        assert node(ask="save", schema=kind.schema, text=text.text, data={}) == text.text


def test_every_record_typed_in_anew_holds_the_same_data(node: Ask) -> None:
    for kind, text in records():
        data = node(ask="data", schema=kind.schema, text=text.text)
        written = node(ask="fresh", schema=kind.schema, data=data)
        assert node(ask="data", schema=kind.schema, text=written) == data


@pytest.mark.parametrize("text", [before for before, _ in LAYOUTS.values()], ids=LAYOUTS)
def test_an_odd_layout_and_its_comments_become_the_same(node: Ask, text: str) -> None:
    text = dedent(text).lstrip("\n")
    assert node(ask="layout", schema=TERM.schema, text=text) == laid_out(TERM, document(text))


@one_node
@given(value=DATA)
def test_any_data_is_written_alike(node: Ask, value: object) -> None:
    text = in_block({"begrippen": value})
    assert node(ask="layout", schema=TERM.schema, text=text) == laid_out(TERM, document(text))


@one_node
@given(text=TEXTS)
def test_any_new_text_is_written_so_that_it_is_read_back(node: Ask, text: str) -> None:
    if text:
        data = {"begrippen": [{"id": "plan", "betekenis": text}]}
        written = node(ask="fresh", schema=TERM.schema, data=data)
        assert document(written).data == data
        assert laid_out(TERM, document(written)) == written


BEFORE = """\
# Bovenaan.
begrippen:
  # Over het plan.
  - id: plan
    naam: plan # een woord
    betekenis: Wat we doen.
    synoniemen:
      - opzet
      - ontwerp # later toegevoegd
  - id: net
    naam: net
    betekenis: Wie elkaar kennen.
"""
PLAN, NET = (
    {"id": "plan", "naam": "plan", "betekenis": "Wat we doen.", "synoniemen": ["opzet", "ontwerp"]},
    {"id": "net", "naam": "net", "betekenis": "Wie elkaar kennen."},
)
EMPTY = {"synoniemen": [], "opmerking": "", "bron": {"tekst": "", "citaat": None}, "open": []}
SAVES: dict[str, tuple[list[Any], str, str]] = {
    "a text changes and keeps its comment": (
        [PLAN | {"naam": "het plan"}, NET],
        "naam: plan #",
        "naam: het plan #",
    ),
    "what a form leaves empty is not there": ([PLAN, NET | EMPTY], "", ""),
    "a key that comes in stands in its place": (
        [PLAN | {"opmerking": "Nieuw."}, NET],
        "toegevoegd\n",
        "toegevoegd\n    opmerking: Nieuw.\n",
    ),
    "an item that goes takes its comment along": (
        [NET],
        BEFORE[BEFORE.index("  # Over") : BEFORE.index("  - id: net")],
        "",
    ),
    "a value that goes leaves the comments of the others": (
        [PLAN | {"synoniemen": ["ontwerp"]}, NET],
        "      - opzet\n",
        "",
    ),
    "an item that comes in takes nothing from the others": (
        [{"id": "wij", "naam": "wij"}, PLAN, NET],
        "  # Over",
        "  - id: wij\n    naam: wij\n  # Over",
    ),
    "a text with a colon is quoted": (
        [PLAN, NET | {"betekenis": "Dit: dat."}],
        "Wie elkaar kennen.",
        "'Dit: dat.'",
    ),
}


@pytest.mark.parametrize(("terms", "old", "new"), SAVES.values(), ids=SAVES)
def test_a_save_changes_only_what_changed(node: Ask, terms: list[Any], old: str, new: str) -> None:
    saved = node(ask="save", schema=TERM.schema, text=BEFORE, data={"begrippen": terms})
    assert saved == (BEFORE.replace(old, new) if old else BEFORE)
    assert laid_out(TERM, document(saved)) == saved


@pytest.mark.parametrize(
    ("typed", "line"),
    [("4", "overleggen_per_week: 4"), ("onbekend", "overleggen_per_week: onbekend")],
)
def test_a_number_is_a_number_where_the_schema_has_one(node: Ask, typed: str, line: str) -> None:
    data = {"partners": [{"id": "a", "naam": "12", "overleggen_per_week": typed}]}
    written = node(ask="fresh", schema=catalogue()["partner"].schema, data=data)
    assert written == f"partners:\n  - id: a\n    naam: '12'\n    {line}\n"
