"""What fits its schema becomes a dataclass without anything getting lost."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from specimens import KINDS, document, specimen, written

from ketenhandboek.kinds.build import Item, build, keys_of
from ketenhandboek.values import UNKNOWN, Day, Duration, Ref

if TYPE_CHECKING:
    from ketenhandboek.kinds.kind import Kind


def record_of(kind: Kind) -> tuple[Any, Any]:
    """The data of one record, and the record that is built from it."""
    file = document(written(specimen(kind)))
    if kind.collection:
        data, place = file.data[kind.collection][0], file.place.at(kind.collection, 0)
    else:
        data, place = file.data, file.place
    own = {} if "id" in data else {"id": "naam-van-het-bestand"}
    return data, build(kind.record, place, **own)


def as_data(value: Any, like: Any) -> Any:
    """A built value as the YAML that it came from."""
    if isinstance(value, Item):
        names = keys_of(type(value))
        return {
            names[f.name]: as_data(getattr(value, f.name), like[names[f.name]])
            for f in dataclasses.fields(value)
            if names.get(f.name) in like
        }
    if isinstance(value, tuple):
        return [as_data(item, data) for item, data in zip(value, like, strict=True)]
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Day | Duration | Ref) or value is UNKNOWN:
        return type(like)(str(value))
    return type(like)(value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_with_every_key_is_built_and_can_be_told_back(kind: Kind) -> None:
    data, record = record_of(kind)
    assert as_data(record, data) == data


def test_an_item_made_by_hand_lacks_no_field() -> None:
    _, record = record_of(KINDS[0])
    values = {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}
    assert as_data(type(record)(**values), record.place.data) == as_data(record, record.place.data)
    with pytest.raises(TypeError, match="id"):
        type(record)(**{name: value for name, value in values.items() if name != "id"})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_part_of_a_record_knows_its_line(kind: Kind) -> None:
    _, record = record_of(kind)
    lines = record.place.document.text.splitlines()
    for name, key in keys_of(type(record)).items():
        value = getattr(record, name)
        if isinstance(value, Item):
            assert lines[value.place.span.line - 1].strip().startswith(f"{key}:")
