"""A JSON Schema → the fields of a form, in the words of Sveltia CMS and Decap CMS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ketenhandboek.kinds.kind import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.form.choices import Choices
    from ketenhandboek.kinds.kind import Schema

Field = dict[str, Any]
_LONGEST_LINE = 300
_TITLES = ("naam", "titel", "vraag", "taak", "partner", "gebied", "id")
"""The keys that say best what an item of a list is."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Makes fields; `root` is the schema of the file, `choices` fills the pickers.

    An editor with `open_groups` shows the fields of a group that is not there; none is required then.
    """

    root: Schema
    choices: Choices
    open_groups: bool = False

    def of(self, schema: Schema, *, there: bool = True) -> list[Field]:
        """A field for every key of a map, in the order of the schema; `there` tells whether the map is."""
        schema = resolved(self.root, schema)
        required = schema.get("required", ()) if there else ()
        return [
            self._field(name, below, required=name in required)
            for name, below in schema.get("properties", {}).items()
        ]

    def _field(self, name: str, schema: Schema, *, required: bool) -> Field:
        schema = resolved(self.root, schema)
        field = {"name": name, "label": schema.get("title", name), "required": required}
        if "description" in schema:
            field["hint"] = schema["description"]
        return field | dict(self._widget(schema, required=required))

    def _widget(self, schema: Schema, *, required: bool) -> Iterator[tuple[str, Any]]:
        if schema.get("type") == "array":
            yield from self._list(schema, resolved(self.root, schema["items"]), required=required)
        elif schema.get("type") == "object":
            fields = self.of(schema, there=required or not self.open_groups)
            yield from {"widget": "object", "collapsed": not required, "fields": fields}.items()
        elif options := self._options(schema):
            yield from {"widget": "select", "options": options}.items()
        else:
            yield from _text(schema)

    def _list(self, schema: Schema, items: Schema, *, required: bool) -> Iterator[tuple[str, Any]]:
        """A picker of several for ids and fixed words, else a list of items."""
        if required:
            yield "min", schema.get("minItems", 0)
        if options := self._options(items):
            yield from {"widget": "select", "multiple": True, "options": options}.items()
            return
        yield from {"widget": "list", "allow_add": True}.items()
        if items.get("type") == "object":
            fields = self.of(items)
            yield from {"label_singular": items.get("title", ""), "collapsed": True, "fields": fields}.items()
            yield "summary", _summary([field["name"] for field in fields])
        else:
            label = {"name": "regel", "label": schema["title"], "required": True}
            yield "field", label | dict(_text(items))

    def _options(self, schema: Schema) -> list[Any]:
        if "x-ref" in schema:
            return self.choices.of(schema["x-ref"])
        words = schema.get("enum", [schema["const"]] if "const" in schema else [])
        return [{"label": word.replace("-", " "), "value": word} for word in words]


def _text(schema: Schema) -> Iterator[tuple[str, Any]]:
    yield "widget", "text" if schema.get("maxLength", 0) > _LONGEST_LINE else "string"
    if "pattern" in schema and schema.get("type") in ("string", ["string", "integer"]):
        yield "pattern", [schema["pattern"], schema["patternErrorMessage"]]


def _summary(names: list[str]) -> str:
    name = next((title for title in _TITLES if title in names), names[0])
    return f"{{{{fields.{name}}}}}"
