"""The reference of all records and their keys, made from the schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.kind import Kind, Schema, catalogue
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/gegevens.md"


class Key(NamedTuple):
    """A key of a record: its path in dots, and what the schema says about it."""

    path: str
    title: str
    description: str
    required: bool


def pages(book: Book) -> Iterator[Page]:
    """One page: the region's own records first, then the national ones."""
    kinds = sorted(catalogue().values(), key=lambda kind: (kind.national, kind.name))
    keys = {kind.name: list(_keys(_item(kind), kind.schema, "")) for kind in kinds}
    yield Page(PATH, render("schema/page.md.jinja", PATH, book, kinds=kinds, keys=keys))


def _item(kind: Kind) -> Schema:
    if not kind.collection:
        return kind.schema
    items: Schema = kind.schema["properties"][kind.collection]["items"]
    return _resolved(items, kind.schema)


def _keys(schema: Schema, root: Schema, above: str) -> Iterator[Key]:
    required = schema.get("required", ())
    for name, written in schema.get("properties", {}).items():
        below = _resolved(written, root)
        path = f"{above}{name}"
        yield Key(path, below.get("title", ""), below.get("description", ""), name in required)
        inner = _resolved(below["items"], root) if "items" in below else below
        if above.count(".") < 2:
            yield from _keys(inner, root, f"{path}.")


def _resolved(schema: Schema, root: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    shared: Schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return {**shared, **schema}
