"""The files of the national layer are what an editor would write, and say the same as their schemas."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ketenhandboek.landelijk
from ketenhandboek.chain.index import EVENT, Used, kind_named
from ketenhandboek.chain.load import national
from ketenhandboek.kinds.gate import misfits
from ketenhandboek.kinds.kind import Kind, catalogue
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_file

if TYPE_CHECKING:
    from ketenhandboek.chain.records import Records

FOLDER = Path(str(ketenhandboek.landelijk.__file__)).parent
KINDS = [kind for kind in catalogue().values() if kind.national]


def test_every_national_kind_has_its_file_and_no_other_stands_beside_it() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.yaml")) == sorted(kind.file for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.file)
def test_a_file_can_be_read_and_holds_one_list(kind: Kind) -> None:
    document = read_file(FOLDER / kind.file, kind.file)

    assert isinstance(document, Document), document
    assert list(document.data) == [kind.collection]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.file)
def test_every_record_fits_its_schema(kind: Kind) -> None:
    document = read_file(FOLDER / kind.file, kind.file)

    assert isinstance(document, Document)
    assert misfits(kind, document) == ()


def test_every_record_is_in_the_layer() -> None:
    layer = national()

    assert [*layer.unreadable, *layer.lost] == []
    assert {entry.kind for entry in layer.entries} == set(KINDS)


def test_every_reference_names_something(layer: Records) -> None:
    uses = layer.index.uses

    assert len(uses) > 200
    assert [f"{used.entry.key}: {used.use.text}" for used in uses if not names_something(layer, used)] == []


def names_something(layer: Records, used: Used) -> bool:
    """A name that is declared, or the begin or end of a task."""
    task, _, moment = used.use.text.partition("/")
    if EVENT in used.use.said.targets and moment in ("begin", "einde"):
        return layer.index.knows("taak", task)
    return kind_named(used.use, layer.index.declared) is not None


def test_every_name_is_given_once(layer: Records) -> None:
    assert layer.index.clashes == ()
