"""The validator that explains: `jsonschema`, with two keywords made to judge as the gate does."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from ketenhandboek.kinds.formats import FORMATS, KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.protocols import Validator

    from ketenhandboek.kinds.kind import Kind, Schema
    from ketenhandboek.source.document import Data


@cache
def explainer(kind: Kind) -> Validator:
    """A validator that yields every error of a file, in the same cases as the gate refuses it."""
    checker = FormatChecker(formats=())
    for name, check in FORMATS.items():
        checker.checks(name)(check)
    keywords = {"pattern": _pattern, "uniqueItems": _unique_items} | dict.fromkeys(KEYWORDS, _compared)
    strict: type[Validator] = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]
    return strict(inlined(kind), format_checker=checker)


@cache
def inlined(kind: Kind) -> Schema:
    """The schema of a kind with every `$ref` replaced by what it names: each property in one piece."""
    definitions = kind.schema["$defs"]

    def inline(part: Any) -> Any:
        if isinstance(part, list):
            return [inline(item) for item in part]
        if not isinstance(part, dict):
            return part
        own = {name: inline(value) for name, value in part.items() if name not in ("$ref", "$defs")}
        return inline(definitions[part["$ref"].rpartition("/")[2]]) | own if "$ref" in part else own

    return inline(kind.schema)  # type: ignore[no-any-return]


def _pattern(_validator: Validator, pattern: str, value: Data, _schema: Schema) -> Iterator[ValidationError]:
    """As the gate does it: `$` is the very end of the text, also when the text ends with a new line."""
    if isinstance(value, str) and not re.search(rf"(?:{pattern})(?!\n)", value):
        yield ValidationError("")


def _compared(
    _validator: Validator, keys: tuple[str, str], value: Data, schema: Schema
) -> Iterator[ValidationError]:
    """At the second of two values that don't go together, with both keys."""
    for name, keyword in KEYWORDS.items():
        if schema.get(name) == keys and isinstance(value, dict) and not keyword.holds(value, keys):
            yield ValidationError("", path=[keys[1]], validator_value=value[keys[0]], instance=value[keys[1]])


def _unique_items(
    _validator: Validator, unique: bool, value: Data, _schema: Schema
) -> Iterator[ValidationError]:
    """At the second of two equal items, with the index of the first; in linear time."""
    first: dict[str, int] = {}
    if not unique or not isinstance(value, list):
        return
    for index, item in enumerate(value):
        seen = first.setdefault(repr(item), index)
        if seen != index:
            yield ValidationError("", path=[index], validator_value=seen, instance=item)
