"""Names in records: `x-id` in a schema declares them, `x-ref` uses them. One walk finds both."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from ketenhandboek.kinds.kind import Kind, Schema, catalogue
from ketenhandboek.source.document import Data, Document, Path, Place


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """What a schema says of the names under one key.

    `targets` are the kinds that a name may be of, `words` what may stand instead of a name; `path` has the
    keys that lead to it. `function` says whether a function may or must follow, `of` whose function it is.
    """

    targets: tuple[str, ...]
    function: str
    words: tuple[str, ...]
    of: str
    path: tuple[str, ...]

    @classmethod
    def read(cls, written: dict[str, Any], path: tuple[str, ...]) -> Reference:
        """As it stands under `x-ref`."""
        return cls(
            tuple(written["naar"]),
            written.get("functie", ""),
            tuple(written.get("woorden", ())),
            written.get("van", ""),
            path,
        )


class Use(NamedTuple):
    """A name used as a reference, with the map that it stands in; `where` leads to it from the top."""

    text: str
    said: Reference
    document: Document
    where: Path
    siblings: dict[str, Data]

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return self.document.place.at(*self.where)


class Declaration(NamedTuple):
    """A name declared by an id; `scope` is the list it must be unique in, or None for the whole region."""

    kind: str
    id: str
    document: Document
    where: Path
    scope: list[Data] | None

    @property
    def place(self) -> Place:
        """Where the id stands."""
        return self.document.place.at(*self.where)


class Names(NamedTuple):
    """The names that a record declares, and those that it uses, both in the order of its text."""

    declared: tuple[Declaration, ...] = ()
    used: tuple[Use, ...] = ()


@dataclass(slots=True)
class _Branch:
    """The part of a schema below one key that leads to names; everything else is cut off."""

    properties: dict[str, _Branch] = field(default_factory=dict)
    items: _Branch | None = None
    reference: Reference | None = None
    declares: str = ""
    local: bool = False

    @property
    def leads_somewhere(self) -> bool:
        return bool(self.properties or self.items or self.reference or self.declares)


def names_in(kind: Kind, place: Place) -> Names:
    """The names in one item of a collection, or in a record that is a whole file."""
    walk = _Walk(place.document, [], [])
    branch = _branch(kind.name)
    if branch is not None:
        walk.down(branch, place.path, place.data, {})
    return Names(tuple(walk.declared), tuple(walk.used))


@cache
def declaring(name: str) -> frozenset[str]:
    """The kinds of record in which names of a kind are declared: `regio` for `gemeente`."""
    return frozenset(kind for kind in catalogue() if name == kind or name in _declared(_branch(kind)))


def _declared(branch: _Branch | None) -> set[str]:
    if branch is None:
        return set()
    below = (_declared(child) for child in (*branch.properties.values(), branch.items))
    return {branch.declares}.union(*below)


@cache
def _branch(kind_name: str) -> _Branch | None:
    kind = catalogue()[kind_name]
    root = kind.schema
    if not kind.collection:
        return _compile(root, root, ())
    return _compile(root["properties"][kind.collection], root, ()).items


def _compile(schema: Schema, root: Schema, path: tuple[str, ...]) -> _Branch:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]] | schema
    branch = _Branch(
        reference=Reference.read(schema["x-ref"], path) if "x-ref" in schema else None,
        declares=schema.get("x-id", ""),
        local=schema.get("x-uniek") == "hier",
    )
    for name, below in schema.get("properties", {}).items():
        compiled = _compile(below, root, (*path, name))
        if compiled.leads_somewhere:
            branch.properties[name] = compiled
    if isinstance(schema.get("items"), dict):
        compiled = _compile(schema["items"], root, path)
        branch.items = compiled if compiled.leads_somewhere else None
    return branch


class _Walk(NamedTuple):
    """The walk through one record, that gathers the names it comes past."""

    document: Document
    declared: list[Declaration]
    used: list[Use]

    def down(self, branch: _Branch, where: Path, data: Data, siblings: dict[str, Data]) -> None:
        if isinstance(data, dict):
            branches = branch.properties
            for name, value in data.items():
                if name in branches:
                    self.down(branches[name], (*where, name), value, data)
        elif isinstance(data, list):
            self._list(branch, where, data, siblings)
        elif branch.reference is not None and data is not None:
            self.used.append(Use(str(data), branch.reference, self.document, where, siblings))
        elif branch.declares:
            self.declared.append(Declaration(branch.declares, str(data), self.document, where, None))

    def _list(self, branch: _Branch, where: Path, data: list[Data], siblings: dict[str, Data]) -> None:
        for position, value in enumerate(data):
            here = (*where, position)
            if branch.declares and isinstance(value, dict) and "id" in value:
                scope = data if branch.local else None
                declared = Declaration(branch.declares, str(value["id"]), self.document, (*here, "id"), scope)
                self.declared.append(declared)
            if branch.items is not None:
                self.down(branch.items, here, value, siblings)
