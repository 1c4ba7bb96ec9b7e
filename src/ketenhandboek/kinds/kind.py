"""What a kind of record is, and the catalogue of all kinds: the folders beside this file."""

from __future__ import annotations

import importlib
import json
import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ketenhandboek.kinds.build import Record

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its Dutch name, its dataclass, and in which files it stands.

    `file` is a path inside a region's folder; `*` stands for the id of a record that is a whole file.
    `collection` is the top-level key of the list of records, or empty when the file is one record.
    A `national` kind stands in the national layer, and in `eigen/` for a region's own additions.
    """

    name: str
    plural: str
    record: type[Record]
    file: str
    collection: str = ""
    national: bool = False

    @property
    def folder(self) -> str:
        """The folder of the kind in this package."""
        return self.record.__module__.rpartition(".")[2]

    @property
    def schema_name(self) -> str:
        """The file name under which the schema is published."""
        return f"{self.name}.schema.json"

    @property
    def schema(self) -> Schema:
        """The JSON Schema of a file of this kind, complete in itself."""
        return _schema(self.folder)


@cache
def catalogue() -> dict[str, Kind]:
    """Every kind by its Dutch name, in alphabetical order of their folders."""
    package = importlib.import_module("ketenhandboek.kinds")
    folders = [module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg]
    kinds = [importlib.import_module(f"{package.__name__}.{name}").KIND for name in folders]
    return {kind.name: kind for kind in kinds}


@cache
def _schema(folder: str) -> Schema:
    """The hand-written schema of a folder, with the shared definitions that it uses filled in."""
    here = files("ketenhandboek.kinds")
    schema: Schema = json.loads((here / folder / "schema.json").read_text("utf-8"))
    shared: Schema = json.loads((here / "shared.json").read_text("utf-8"))["$defs"]
    definitions: Schema = schema.setdefault("$defs", {})
    missing = _used(schema) - definitions.keys()
    while missing:
        definitions.update({name: shared[name] for name in sorted(missing)})
        missing = _used(definitions) - definitions.keys()
    return schema


def _used(schema: Any) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(_used, schema))
    if not isinstance(schema, dict):
        return set()
    reference = schema.get("$ref")
    own = {reference.rpartition("/")[2]} if isinstance(reference, str) else set()
    return own.union(*(_used(value) for value in schema.values()))
