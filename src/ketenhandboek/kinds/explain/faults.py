"""What `jsonschema` finds in data that does not fit, as one fault a place: the one that matters most."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from ketenhandboek.kinds.explain.nearby import near_misses
from ketenhandboek.kinds.explain.validator import explainer, inlined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jsonschema import ValidationError

    from ketenhandboek.kinds.kind import Kind, Schema
    from ketenhandboek.source.document import Data, Path

MOST_FAULTS = 200
GRAVEST_FIRST = (
    "type",
    "const",
    "enum",
    "minLength",
    "maxLength",
    "not",
    "pattern",
    "format",
    "x-na",
    "x-anders",
    "minimum",
    "maximum",
    "minItems",
    "uniqueItems",
    "additionalProperties",
    "dependentRequired",
    "required",
)


class Fault(NamedTuple):
    """A keyword of the schema that the value at a path breaks.

    `limit` is what the keyword asks for: the missing keys of `required` and `dependentRequired`,
    the index of the first equal item of `uniqueItems`, the value with which `x-na` and `x-anders` compare,
    else the keyword's value.
    `schema` is the schema of the value, with the title and description of its property; of an unknown
    key it is the schema of the map. `needed` says whether the map must have this value.
    """

    path: Path
    keyword: str
    limit: Any
    value: Data
    schema: Schema
    needed: bool = False

    @property
    def name(self) -> str:
        """The key that leads to the value, or nothing for the whole file."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")


def faults(kind: Kind, data: Data) -> tuple[list[Fault], bool]:
    """One fault for each place, and whether that is all: after 200 the search stops."""
    errors = explainer(kind).iter_errors(data)
    every = chain.from_iterable(map(_faults_in, errors))
    found: dict[Path, Fault] = {}
    for fault in islice(every, MOST_FAULTS):
        known = found.get(fault.path)
        found[fault.path] = fault if known is None else _graver(known, fault)
    root = inlined(kind)
    return [_in_context(fault, root) for fault in _without_cascades(found)], next(every, None) is None


def _graver(first: Fault, second: Fault) -> Fault:
    if first.keyword == second.keyword == "required":
        return first._replace(limit=tuple(dict.fromkeys((*first.limit, *second.limit))))
    return min(first, second, key=lambda fault: GRAVEST_FIRST.index(fault.keyword))


def _without_cascades(found: dict[Path, Fault]) -> Iterator[Fault]:
    """Leave out what an unknown key explains: a missing key misspelt, or a value that should be indented."""
    strangers: dict[Path, set[str]] = defaultdict(set)
    for fault in found.values():
        if fault.keyword == "additionalProperties":
            strangers[fault.path[:-1]].add(fault.name)
    for fault in found.values():
        beside = strangers[fault.path[:-1]]
        if fault.keyword in ("required", "dependentRequired"):
            there = strangers[fault.path] if fault.keyword == "required" else beside
            meant = {name for key in there for name in near_misses(key, fault.limit)}
            fault = fault._replace(limit=tuple(name for name in fault.limit if name not in meant))
        outdented = fault.value is None and beside & fault.schema.get("properties", {}).keys()
        if fault.limit != () and not outdented:
            yield fault


def _faults_in(error: ValidationError) -> Iterator[Fault]:
    path, keyword = tuple(error.absolute_path), str(error.validator)
    value: Data = error.instance
    limit: Any = error.validator_value
    schema: Any = error.schema
    if keyword == "additionalProperties":
        for key in (key for key in value if key not in schema["properties"]):
            yield Fault((*path, key), keyword, limit, value, schema)
    elif keyword == "dependentRequired":
        for key in (key for key in limit if key in value):
            yield Fault((*path, key), keyword, _missing(limit[key], value), value, schema)
    elif keyword == "required":
        yield Fault(path, keyword, _missing(limit, value), value, schema)
    else:
        yield Fault(path, keyword, limit, value, schema)


def _in_context(fault: Fault, root: Schema) -> Fault:
    if fault.keyword == "required":
        return fault._replace(schema=_part(root, fault.path))
    if fault.value is None and fault.path:
        above = _part(root, fault.path[:-1])
        return fault._replace(needed=fault.path[-1] in above.get("required", ()))
    return fault


def _part(schema: Schema, path: Path) -> Schema:
    """The schema of the value at a path."""
    for step in path:
        schema = schema["items"] if isinstance(step, int) else schema["properties"][step]
    return schema


def _missing(names: Iterable[str], value: dict[str, Data]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in value)
