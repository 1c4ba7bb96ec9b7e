"""Records that show every key of every kind, made from the examples in the schemas themselves."""

from __future__ import annotations

from typing import Any

import yaml

from ketenhandboek.kinds.explain.validator import inlined
from ketenhandboek.kinds.kind import Kind, Schema, catalogue
from ketenhandboek.source.document import Data, Document
from ketenhandboek.source.reader import read_text

KINDS = list(catalogue().values())


def specimen(kind: Kind) -> Data:
    """The data of a whole file in which every key of the kind stands once."""
    return _filled(inlined(kind))


def _filled(schema: Schema) -> Any:
    if schema["type"] == "object":
        return {name: _filled(below) for name, below in schema["properties"].items()}
    if schema["type"] == "array" and "properties" in schema["items"]:
        return [_filled(schema["items"])]
    return schema["examples"][0]


def written(data: Data) -> str:
    """Data as YAML in block style, as far as it has that form: an empty list or map has not."""
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def document(text: str) -> Document:
    """A document that can be read."""
    found = read_text(text, "bestand.yaml")
    assert isinstance(found, Document), found
    return found
