"""The simple values of a new record, as the schema of its kind has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ketenhandboek.kinds.explain.keys import COMMON
from ketenhandboek.kinds.explain.validator import inlined
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ketenhandboek.kinds.kind import Kind, Schema

EACH = "*"
"""Stands in a path for every item of a list."""
ID = ("id",)
_UNKNOWN = "onbekend"
Keys = tuple[str, ...]
"""The keys that lead to a value: `("werkgebied", "*", "gebied")`."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A value, or a list of values, of which the schema explains what belongs there."""

    path: Keys
    schema: Schema

    @property
    def name(self) -> str:
        """Its keys in one word: `werkgebied-gebied`."""
        return "-".join(key for key in self.path if key != EACH).replace("_", "-")

    @property
    def many(self) -> bool:
        """Whether several values may stand there, in one list or in several items."""
        return self.schema["type"] == "array" or EACH in self.path

    @property
    def one(self) -> Schema:
        """The schema of one value."""
        return self.schema["items"] if self.schema["type"] == "array" else self.schema

    @property
    def words(self) -> tuple[str, ...]:
        """The only words that may stand there; empty when others may."""
        return tuple(self.one.get("enum", [self.one["const"]] if "const" in self.one else ()))

    @property
    def example(self) -> str:
        """How it may look; several values with commas."""
        first = self.schema["examples"][0]
        return ", ".join(map(str, first)) if isinstance(first, list) else str(first)

    @property
    def may_be_unknown(self) -> bool:
        """Whether `onbekend` may stand there for now."""
        told = (*self.one.get("enum", ()), self.one.get("pattern", ""), *self.schema.get("examples", ()))
        return any(_UNKNOWN in str(text) for text in told)


def new_kinds() -> dict[str, Kind]:
    """The kinds of which a region can have more than one record, by name."""
    return {name: kind for name, kind in catalogue().items() if kind.collection or EACH in kind.file}


def record_schema(kind: Kind) -> Schema:
    """The schema of one record, with every reference in it filled in."""
    whole = inlined(kind)
    return whole["properties"][kind.collection]["items"] if kind.collection else whole


@cache
def fields(kind: Kind) -> dict[Keys, Field]:
    """Every value by path, in the order of the schema; those in lists of parts only when a part is needed."""
    found = {field.path: field for field in _fields(record_schema(kind), ())}
    if ID not in found:
        # The name of a file is its id; the region is a file too, and its schema says what an id is.
        found = {ID: Field(ID, inlined(catalogue()["regio"])["properties"]["id"]), **found}
    return found


def needed(kind: Kind, given: Collection[Keys]) -> list[Field]:
    """The values that a record can't do without, when these are given already."""
    paths = dict.fromkeys((ID, *_needed(record_schema(kind), (), given)))
    return [fields(kind)[path] for path in paths if path not in given]


def _fields(schema: Schema, path: Keys) -> Iterator[Field]:
    for name, below in schema["properties"].items():
        here = (*path, name)
        if path and name in COMMON:
            continue
        if below["type"] == "object":
            yield from _fields(below, here)
        elif not _has_parts(below):
            yield Field(here, below)
        elif name in schema.get("required", ()):
            yield from _fields(below["items"], (*here, EACH))


def _has_parts(schema: Schema) -> bool:
    return bool(schema["type"] == "array" and schema["items"]["type"] == "object")


def _needed(schema: Schema, path: Keys, given: Collection[Keys]) -> Iterator[Keys]:
    here = {name: (*path, name) for name in schema["properties"]}
    begun = {name for name, below in here.items() if _begun(below, given)}
    names = _required(schema, begun) | begun
    if not names:
        # A part in which nothing is required still has to hold something.
        names = {next(iter(here))}
    for name, below in schema["properties"].items():
        if name in names and below["type"] == "object":
            yield from _needed(below, here[name], given)
        elif name in names and _has_parts(below):
            yield from _needed(below["items"], (*here[name], EACH), given)
        elif name in names:
            yield here[name]


def _begun(path: Keys, given: Collection[Keys]) -> bool:
    return any(other[: len(path)] == path for other in given)


def _required(schema: Schema, begun: set[str]) -> set[str]:
    """The keys that a map must have, when it has those that are begun."""
    names = set(schema.get("required", ()))
    for name, others in schema.get("dependentRequired", {}).items():
        names.update(others if name in begun else ())
    if "if" in schema:
        then = begun.issuperset(schema["if"]["required"])
        names |= _required(schema.get("then" if then else "else", {}), begun)
    return names
