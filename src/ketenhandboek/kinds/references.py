"""Names in records: `x-id` in a schema declares them, `x-ref` uses them. One walk finds both."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ketenhandboek.kinds.kind import Kind, Schema, catalogue
from ketenhandboek.source.document import Data, Document, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@dataclass(slots=True)
class _Branch:
    """The part of a schema below one key that leads to names; everything else is cut off."""

    properties: dict[str, _Branch] = field(default_factory=dict)
    items: _Branch | None = None
    reference: dict[str, Any] | None = None
    declares: str = ""
    local: bool = False

    @property
    def leads_somewhere(self) -> bool:
        return bool(self.properties or self.items or self.reference or self.declares)


def names_in(kind: Kind, data: Data, place: Place) -> Iterator[Use | Declaration]:
    """The names in one item of a collection, or in a record that is a whole file."""
    branch = _branch(kind.name)
    if branch is not None:
        yield from _walk(branch, data, place.node, place.label, place.document, (), {})


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
    whole = _compile(kind.schema, kind.schema)
    if not kind.collection:
        return whole
    collection = whole.properties.get(kind.collection)
    return collection.items if collection else None


def _compile(schema: Schema, root: Schema) -> _Branch:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]] | schema
    branch = _Branch(
        reference=schema.get("x-ref"), declares=schema.get("x-id", ""), local=schema.get("x-uniek") == "hier"
    )
    for name, below in schema.get("properties", {}).items():
        compiled = _compile(below, root)
        if compiled.leads_somewhere:
            branch.properties[name] = compiled
    if isinstance(schema.get("items"), dict):
        compiled = _compile(schema["items"], root)
        branch.items = compiled if compiled.leads_somewhere else None
    return branch


def _walk(
    branch: _Branch,
    data: Data,
    node: yaml.Node,
    label: yaml.Node | None,
    document: Document,
    path: tuple[str, ...],
    siblings: dict[str, Data],
) -> Iterator[Use | Declaration]:
    if isinstance(data, dict):
        for (name, value), (key, below) in zip(data.items(), node.value, strict=True):
            next_branch = branch.properties.get(name)
            if next_branch is not None:
                yield from _walk(next_branch, value, below, key, document, (*path, name), data)
    elif isinstance(data, list):
        yield from _walk_list(branch, data, node, document, path, siblings)
    elif branch.reference is not None and data is not None:
        yield _use(branch.reference, str(data), node, label, document, path, siblings)
    elif branch.declares:
        yield Declaration(branch.declares, str(data), document, node, None)


def _walk_list(
    branch: _Branch,
    data: list[Data],
    node: yaml.Node,
    document: Document,
    path: tuple[str, ...],
    siblings: dict[str, Data],
) -> Iterator[Use | Declaration]:
    for value, below in zip(data, node.value, strict=True):
        if branch.declares and isinstance(value, dict) and "id" in value:
            identifier = next(text for key, text in below.value if key.value == "id")
            scope = node if branch.local else None
            yield Declaration(branch.declares, str(value["id"]), document, identifier, scope)
        if branch.items is not None:
            yield from _walk(branch.items, value, below, None, document, path, siblings)


def _use(
    reference: dict[str, Any],
    text: str,
    node: yaml.Node,
    label: yaml.Node | None,
    document: Document,
    path: tuple[str, ...],
    siblings: dict[str, Data],
) -> Use:
    return Use(
        text,
        tuple(reference["naar"]),
        reference.get("functie", ""),
        tuple(reference.get("woorden", ())),
        reference.get("van", ""),
        path,
        document,
        node,
        label,
        siblings,
    )
