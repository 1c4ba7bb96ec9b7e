"""Names in records: `x-id` in a schema declares them, `x-ref` uses them. One walk finds both."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ketenhandboek.kinds.kind import Kind, Schema, catalogue
from ketenhandboek.source.document import Data, Document, Place

if TYPE_CHECKING:
    import yaml


class Use(NamedTuple):
    """A name used as a reference. `targets` are the kinds it may name; `path` the keys that lead to it."""

    text: str
    targets: tuple[str, ...]
    function: str
    words: tuple[str, ...]
    of: str
    path: tuple[str, ...]
    document: Document
    node: yaml.Node
    label: yaml.Node | None
    siblings: dict[str, Data]

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return Place(self.document, self.node, self.label)


class Declaration(NamedTuple):
    """A name declared by an id; `scope` is the list it must be unique in, or None for the whole region."""

    kind: str
    id: str
    document: Document
    node: yaml.Node
    scope: yaml.Node | None

    @property
    def place(self) -> Place:
        """Where the id stands."""
        return Place(self.document, self.node)


class _Reference(NamedTuple):
    """What a schema says of the names under one key, in the order of `Use`."""

    targets: tuple[str, ...]
    function: str
    words: tuple[str, ...]
    of: str
    path: tuple[str, ...]

    @classmethod
    def read(cls, written: dict[str, Any], path: tuple[str, ...]) -> _Reference:
        return cls(
            tuple(written["naar"]),
            written.get("functie", ""),
            tuple(written.get("woorden", ())),
            written.get("van", ""),
            path,
        )


@dataclass(slots=True)
class _Branch:
    """The part of a schema below one key that leads to names; everything else is cut off."""

    properties: dict[str, _Branch] = field(default_factory=dict)
    items: _Branch | None = None
    reference: _Reference | None = None
    declares: str = ""
    local: bool = False

    @property
    def leads_somewhere(self) -> bool:
        return bool(self.properties or self.items or self.reference or self.declares)


def names_in(kind: Kind, data: Data, place: Place) -> list[Use | Declaration]:
    """The names in one item of a collection, or in a record that is a whole file."""
    walk = _Walk(place.document, [])
    branch = _branch(kind.name)
    if branch is not None:
        walk.down(branch, data, place.node, place.label, {})
    return walk.found


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
        reference=_Reference.read(schema["x-ref"], path) if "x-ref" in schema else None,
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
    """The walk through one record; it gathers the names that it comes past in `found`."""

    document: Document
    found: list[Use | Declaration]

    def down(
        self,
        branch: _Branch,
        data: Data,
        node: yaml.Node,
        label: yaml.Node | None,
        siblings: dict[str, Data],
    ) -> None:
        if isinstance(data, dict):
            branches = branch.properties
            for (name, value), (key, below) in zip(data.items(), node.value, strict=True):
                if name in branches:
                    self.down(branches[name], value, below, key, data)
        elif isinstance(data, list):
            self._list(branch, data, node, siblings)
        elif branch.reference is not None and data is not None:
            self.found.append(Use(str(data), *branch.reference, self.document, node, label, siblings))
        elif branch.declares:
            self.found.append(Declaration(branch.declares, str(data), self.document, node, None))

    def _list(self, branch: _Branch, data: list[Data], node: yaml.Node, siblings: dict[str, Data]) -> None:
        for value, below in zip(data, node.value, strict=True):
            if branch.declares and isinstance(value, dict) and "id" in value:
                identifier = next(text for key, text in below.value if key.value == "id")
                scope = node if branch.local else None
                self.found.append(
                    Declaration(branch.declares, str(value["id"]), self.document, identifier, scope)
                )
            if branch.items is not None:
                self.down(branch.items, value, below, None, siblings)
