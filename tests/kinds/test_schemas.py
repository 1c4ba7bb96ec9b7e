"""The schemas are the form of the records: closed, complete, and explained to an editor at every key."""

from __future__ import annotations

import dataclasses
import re
import typing

import pytest
from jsonschema import Draft202012Validator
from specimens import KINDS

from ketenhandboek.kinds.build import Item, keys_of
from ketenhandboek.kinds.explain.faults import GRAVEST_FIRST
from ketenhandboek.kinds.explain.sentences import SENTENCES
from ketenhandboek.kinds.explain.validator import inlined
from ketenhandboek.kinds.formats import FORMATS
from ketenhandboek.kinds.kind import Kind, Schema, catalogue

if typing.TYPE_CHECKING:
    from collections.abc import Iterator

ANNOTATIONS = {"$schema", "$id", "title", "description", "examples", "patternErrorMessage"}
APPLICATORS = {"$ref", "$defs", "properties", "items", "if", "then", "else"}
OF_OUR_OWN = {"x-id", "x-ref", "x-uniek"}
TARGETS = {*catalogue(), "gemeente", "gebied", "tijdvenster", "gegevensstroom", "escalatieroute", "mandaat"}
TARGETS |= {"verantwoordelijkheid", "uitkomst", "functie", "gebeurtenis", "record"}

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def schemas_in(schema: Schema) -> Iterator[Schema]:
    """A schema and all schemas inside it."""
    yield schema
    for name in ("properties", "$defs"):
        for below in schema.get(name, {}).values():
            yield from schemas_in(below)
    for name in ("items", "if", "then", "else", "not"):
        if name in schema:
            yield from schemas_in(schema[name])


def properties_of(kind: Kind) -> list[tuple[str, Schema]]:
    """Every property of a kind with its references filled in, at any depth."""
    return [
        (name, below)
        for schema in schemas_in(inlined(kind))
        for name, below in schema.get("properties", {}).items()
    ]


def items_of(cls: type[Item], schema: Schema) -> Iterator[tuple[type[Item], Schema]]:
    """A dataclass with the schema of its map, and so for all dataclasses below it."""
    yield cls, schema
    for name, hint in typing.get_type_hints(cls).items():
        inner = next((part for part in (hint, *typing.get_args(hint)) if _is_item(part)), None)
        if inner is not None:
            below = schema["properties"][keys_of(cls)[name]]
            yield from items_of(inner, below.get("items", below))


def _is_item(hint: object) -> bool:
    return isinstance(hint, type) and issubclass(hint, Item)


def maps_of(kind: Kind) -> Iterator[tuple[type[Item], Schema]]:
    schema = inlined(kind)
    return items_of(
        kind.record, schema["properties"][kind.collection]["items"] if kind.collection else schema
    )


def keys_outside_the_file(cls: type[Item], kind: Kind) -> set[str]:
    """The id of a record that is a whole file is the name of the file; a region has only one file."""
    return {"id"} if cls is kind.record and "*" in kind.file else set()


@every_kind
def test_a_schema_fits_the_metaschema(kind: Kind) -> None:
    assert kind.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert kind.schema["$id"] == f"urn:ketenhandboek:schema:{kind.name}"
    Draft202012Validator.check_schema(kind.schema)


@every_kind
def test_the_keys_of_a_schema_are_the_keys_of_its_dataclasses(kind: Kind) -> None:
    for cls, schema in maps_of(kind):
        keys = set(keys_of(cls).values()) - keys_outside_the_file(cls, kind)
        assert set(schema["properties"]) == keys, cls


@every_kind
def test_what_a_dataclass_cannot_do_without_is_required(kind: Kind) -> None:
    for cls, schema in maps_of(kind):
        names = keys_of(cls)
        needed = {
            names[f.name]
            for f in dataclasses.fields(cls)
            if f.name in names and f.default is dataclasses.MISSING
        }
        assert set(schema.get("required", ())) == needed - keys_outside_the_file(cls, kind), cls


@every_kind
def test_every_map_is_closed_and_nothing_has_two_shapes(kind: Kind) -> None:
    for schema in schemas_in(inlined(kind)):
        assert not {"oneOf", "anyOf", "allOf"} & schema.keys()
        assert schema.get("type") != "object" or schema["additionalProperties"] is False


@every_kind
def test_a_list_holds_at_least_one_item(kind: Kind) -> None:
    lists = [schema for schema in schemas_in(inlined(kind)) if schema.get("type") == "array"]
    assert [schema for schema in lists if schema.get("minItems", 0) < 1] == []


@every_kind
def test_every_key_is_explained_to_the_editor(kind: Kind) -> None:
    for name, schema in properties_of(kind):
        assert schema["title"], name
        assert schema["description"].endswith("."), name
        assert schema["examples"], name


@every_kind
def test_the_explanations_are_short(kind: Kind) -> None:
    sentences = [
        sentence
        for _, schema in properties_of(kind)
        for sentence in re.split(r"(?<=[.!?]) ", schema["description"])
    ]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


@every_kind
def test_every_example_fits_its_own_schema(kind: Kind) -> None:
    for name, schema in properties_of(kind):
        validator = Draft202012Validator(schema)
        for example in schema["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], name


@every_kind
def test_every_pattern_says_what_to_write(kind: Kind) -> None:
    for schema in schemas_in(inlined(kind)):
        if "pattern" in schema:
            assert schema["patternErrorMessage"].startswith("Schrijf ")
            assert schema["pattern"].startswith("^")
            assert schema["pattern"].endswith("$")


@every_kind
def test_references_name_kinds_of_names_that_exist(kind: Kind) -> None:
    references = [schema["x-ref"] for schema in schemas_in(inlined(kind)) if "x-ref" in schema]
    for reference in references:
        assert set(reference["naar"]) <= TARGETS
        assert reference.keys() <= {"naar", "functie", "woorden", "van"}
        assert reference.get("functie", "mag") in ("mag", "moet")


@every_kind
def test_declared_names_are_names_that_references_can_use(kind: Kind) -> None:
    declared = {schema["x-id"] for schema in schemas_in(inlined(kind)) if "x-id" in schema}
    assert kind.name in declared
    assert declared <= TARGETS | {"bijlage"}


def test_every_keyword_has_a_message_of_our_own() -> None:
    used = {keyword for kind in KINDS for schema in schemas_in(kind.schema) for keyword in schema}
    closed = used - ANNOTATIONS - APPLICATORS - OF_OUR_OWN
    assert closed == SENTENCES.keys()
    assert set(GRAVEST_FIRST) == SENTENCES.keys()


def test_every_format_has_a_check_of_our_own() -> None:
    used = {schema["format"] for kind in KINDS for schema in schemas_in(kind.schema) if "format" in schema}
    assert used == FORMATS.keys()


def test_a_schema_holds_no_definition_that_it_does_not_use() -> None:
    for kind in KINDS:
        used = {schema["$ref"].rpartition("/")[2] for schema in schemas_in(kind.schema) if "$ref" in schema}
        assert used == kind.schema["$defs"].keys()
