"""What a schema says about the keys of a record: one table for the record, and one for each of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.kind import Kind, Schema

SHARED = ("opmerking", "bron", "open")
"""Keys that nearly every part may have; the reference explains them once."""


class Key(NamedTuple):
    """A key: its name, what it means, the words that may stand there, and whether it must be there."""

    name: str
    meaning: str
    words: tuple[str, ...]
    example: str
    required: bool


class Table(NamedTuple):
    """The keys of a record (`path` is empty) or of a part such as `verantwoordelijkheden, daarna`."""

    path: str
    keys: list[Key]


def tables(kind: Kind) -> list[Table]:
    """The tables of a kind of record, from the outside in."""
    return list(_tables(_item(kind), kind.schema, ()))


def shared_part() -> list[Table]:
    """The tables of the keys that nearly every part may have."""
    root = catalogue()["partner"].schema
    properties = _item(catalogue()["partner"])["properties"]
    schema = {"properties": {name: properties[name] for name in SHARED}}
    return [table._replace(keys=table.keys) for table in _tables(schema, root, (), hidden=())]


def _tables(
    schema: Schema, root: Schema, above: tuple[str, ...], hidden: tuple[str, ...] = SHARED
) -> Iterator[Table]:
    properties = {
        name: _resolved(written, root)
        for name, written in schema.get("properties", {}).items()
        if name not in hidden
    }
    required = schema.get("required", ())
    yield Table(", ".join(above), [_key(name, below, name in required) for name, below in properties.items()])
    for name, below in properties.items():
        inner = _resolved(below.get("items", below), root)
        if "properties" in inner:
            yield from _tables(inner, root, (*above, name), hidden)


def _key(name: str, schema: Schema, required: bool) -> Key:
    meaning = schema.get("description") or schema.get("title", "")
    words = schema.get("enum") or schema.get("items", {}).get("enum") or ()
    return Key(name, meaning, tuple(map(str, words)), _example(schema), required)


def _example(schema: Schema) -> str:
    """The first example when it is a single value, or a list of them."""
    found: Any = next(iter(schema.get("examples", ())), "")
    values = found if isinstance(found, list) else [found]
    return ", ".join(map(str, values)) if all(isinstance(value, str | int) for value in values) else ""


def _item(kind: Kind) -> Schema:
    if not kind.collection:
        return kind.schema
    items: Schema = kind.schema["properties"][kind.collection]["items"]
    return _resolved(items, kind.schema)


def _resolved(schema: Schema, root: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    shared: Schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return {**_resolved(shared, root), **schema}
