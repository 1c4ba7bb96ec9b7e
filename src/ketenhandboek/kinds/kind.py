"""What a kind of record is, and the catalogue of all kinds: the folders beside this file."""

from __future__ import annotations

import importlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ketenhandboek.kinds.build import Record

Schema = dict[str, Any]
_HERE = Path(__file__).parent
_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')


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
    folders = sorted(entry.name for entry in _HERE.iterdir() if (entry / "schema.json").is_file())
    kinds = [importlib.import_module(f"ketenhandboek.kinds.{name}").KIND for name in folders]
    return {kind.name: kind for kind in kinds}


def resolved(root: Schema, schema: Schema) -> Schema:
    """A part of a schema with the definition of `root` that it refers to filled in."""
    if "$ref" not in schema:
        return schema
    return resolved(root, root["$defs"][schema["$ref"].rpartition("/")[2]]) | schema


@cache
def _schema(folder: str) -> Schema:
    """The hand-written schema of a folder, with the definitions that it uses from beside it filled in."""
    schema: Schema = json.loads((_HERE / folder / "schema.json").read_text("utf-8"))
    beside = _definitions("") | _definitions(folder)
    used: Schema = {}
    missing = _used(schema)
    while missing:
        added = {name: beside[name] for name in sorted(missing)}
        used |= added
        missing = _used(added) - used.keys()
    return schema | {"$defs": used}


@cache
def _definitions(folder: str) -> Schema:
    """All definitions in the JSON files of a folder."""
    entries = (_HERE / folder).iterdir()
    texts = [entry.read_text("utf-8") for entry in entries if entry.name.endswith(".json")]
    return {name: schema for text in texts for name, schema in json.loads(text).get("$defs", {}).items()}


def _used(schema: Schema) -> set[str]:
    return set(_REFERENCE.findall(json.dumps(schema)))
