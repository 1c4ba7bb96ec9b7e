"""A record in the making: values by path → data, text, and what is wrong with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from ketenhandboek.chain.index import Used, is_word
from ketenhandboek.chain.records import REGIONAL, Entry
from ketenhandboek.kinds.explain import explain
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.kinds.references import names_in
from ketenhandboek.layout.layout import laid_out
from ketenhandboek.rules.basics.lookup import not_found
from ketenhandboek.slips import folded
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_text
from ketenhandboek.source.scalars import meaning
from ketenhandboek.start.fields import EACH, ID, needed, record_schema
from ketenhandboek.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableMapping, Sequence

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Problem
    from ketenhandboek.kinds.kind import Kind, Schema
    from ketenhandboek.source.document import Data
    from ketenhandboek.start.fields import Field, Keys

    Values = Mapping[Keys, Sequence[str]]
    """What is written at each path: one text, or several where there may be more."""
    Given = MutableMapping[Keys, Sequence[str]]


def file_data(kind: Kind, values: Values) -> Data:
    """The data of a file with this one record; the id of a record that is a file is not in it."""
    record = _part(record_schema(kind), (), values, 0) or {}
    return {kind.collection: [record]} if kind.collection else record


def fill_in(kind: Kind, values: Given) -> None:
    """Put in what needs no asking: an id made of the first value, and `onbekend` where that may stand."""
    proposed = proposal(kind, values)
    if proposed:
        values.setdefault(ID, [proposed])
    for field in needed(kind, values):
        if field.may_be_unknown:
            values[field.path] = [UNKNOWN.value]


def proposal(kind: Kind, values: Values) -> str | None:
    """An id made of the name or the title, or of whatever comes first; None without any."""
    first = next((field.path for field in needed(kind, ()) if field.path != ID), ID)
    return folded(values[first][0])[:80].strip("-") or None if first in values else None


def file_text(kind: Kind, data: Data) -> str:
    """The canonical text of a file with this data. Raises ValueError when no YAML of ours can hold it."""
    document = _document(data)
    if not isinstance(document, Document) or document.data != data:
        raise ValueError("this data has no text")
    return laid_out(kind, document)


def complaints(kind: Kind, field: Field, values: Values, chain: Chain) -> list[str]:
    """What is wrong with one of the values, in Dutch: its form, or a name that does not exist."""
    if field.path == ID and "id" not in record_schema(kind)["properties"]:
        # The name of a file is its id, which has the same form as that of the region.
        return complaints(catalogue()["regio"], field, {ID: values[ID]}, chain)
    alone = _document(file_data(kind, {field.path: values[field.path]}))
    if not isinstance(alone, Document):
        return [problem.message for problem in alone]
    at = (kind.collection, EACH, *field.path) if kind.collection else field.path
    whole = _document(file_data(kind, _completed(kind, values)))
    # Another value may keep the whole from being read; that is said where it stands.
    found = explain(kind, whole) if isinstance(whole, Document) else ()
    shape = [misfit.problem.message for misfit in found if _leads_to(misfit.path, at)]
    return shape or list(_dangling(kind, alone, chain))


def _completed(kind: Kind, values: Values) -> Values:
    """The values with something fitting for what is not given yet: only what is given can be wrong."""
    others = {
        field.path: [UNKNOWN.value] if field.may_be_unknown else field.example.split(", ")
        for field in needed(kind, values)
    }
    return {**others, **values}


def _leads_to(path: tuple[str | int, ...], at: Keys) -> bool:
    """Whether a path goes to a field or into its list."""
    pairs = zip(path, at, strict=False)
    return len(path) >= len(at) and all(here in (step, EACH) for step, here in pairs)


def _dangling(kind: Kind, document: Document, chain: Chain) -> Iterator[str]:
    if not document.data:
        return
    place = document.place.at(kind.collection, 0) if kind.collection else document.place
    data = document.data[kind.collection][0] if kind.collection else document.data
    record: Any = None
    entry = Entry(kind, "", record, data, place, REGIONAL)
    for use in names_in(kind, place).used:
        if not is_word(use):
            yield from (problem.message for problem in not_found(Used(use, entry), chain))


def _document(data: Data) -> Document | list[Problem]:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=2**31)
    return read_text(text, "")


def _part(schema: Schema, path: Keys, values: Values, position: int) -> Data:
    """The data of a map, or None when no value is below it."""
    below = {
        name: _value(schema_of_key, (*path, name), values, position)
        for name, schema_of_key in schema["properties"].items()
    }
    return {name: value for name, value in below.items() if value is not None} or None


def _value(schema: Schema, path: Keys, values: Values, position: int) -> Data:
    if schema["type"] == "object":
        return _part(schema, path, values, position)
    if schema["type"] == "array" and schema["items"]["type"] == "object":
        inside = (len(texts) for other, texts in values.items() if other[: len(path)] == path)
        parts = (
            _part(schema["items"], (*path, EACH), values, number) for number in range(max(inside, default=0))
        )
        return [part for part in parts if part] or None
    texts = values.get(path, ())
    if schema["type"] == "array":
        return [_scalar(text, schema["items"]) for text in texts] if texts and not position else None
    return _scalar(texts[position], schema) if position < len(texts) else None


def _scalar(text: str, schema: Schema) -> str | int:
    """The text, or the number that it writes where a number may stand."""
    number = meaning(text) if "integer" in schema["type"] else text
    return text if number is None else number
