"""The example region with its texts changed, and with what its schemas allow added, as files."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ketenhandboek.kinds.kind import Schema, catalogue
from ketenhandboek.rules import example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Change = Callable[[str, str, int], str]
    """(definition in the schema, text, number) → the text that stands there instead."""

REGION = Path(example.__file__).parent / "voorbeeldregio"
FREE = ("regel", "tekst", "regelOfNummer")
"""The definitions of text that may say anything."""
NOTES = {
    "opmerking": "Opmerking.",
    "bron": {"tekst": "Bron.", "citaat": "Citaat."},
    "open": [{"vraag": "Vraag?", "aan": "Vraagbaak"}],
}


def write_altered(folder: Path, change: Change) -> None:
    """Write the region with notes in every part that may have them, and each free text changed."""
    numbers = count()
    for kind in catalogue().values():
        for source in sorted(REGION.glob(kind.file)):
            data = yaml.load(source.read_text("utf-8"), Loader=yaml.BaseLoader)
            altered = _altered(data, kind.schema, kind.schema, change, numbers)
            target = folder / source.relative_to(REGION)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(_lines(altered, "")) + "\n", "utf-8")


def _altered(data: Any, schema: Schema, root: Schema, change: Change, numbers: Iterator[int]) -> Any:
    name, schema = _resolved(schema, root)
    if isinstance(data, dict):
        known = schema["properties"]
        data = data | {key: value for key, value in NOTES.items() if key in known and key not in data}
        return {key: _altered(value, known[key], root, change, numbers) for key, value in data.items()}
    if isinstance(data, list):
        return [_altered(item, schema["items"], root, change, numbers) for item in data]
    return change(name, data, next(numbers)) if name in FREE else data


def _resolved(schema: Schema, root: Schema) -> tuple[str, Schema]:
    """The name of the last definition that a schema refers to, and the schema with everything in it."""
    name = ""
    while "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**root["$defs"][name], **rest}
    return name, schema


def _lines(data: Any, margin: str) -> Iterator[str]:
    """Block style with every text in double quotes, as the reader wants it."""
    for key, value in data.items() if isinstance(data, dict) else ((None, item) for item in data):
        head = f"{margin}- " if key is None else f"{margin}{key}: "
        if isinstance(value, str):
            yield f"{head}{json.dumps(value, ensure_ascii=False)}"
        elif key is None:
            first, *rest = _lines(value, f"{margin}  ")
            yield f"{head}{first.lstrip()}"
            yield from rest
        else:
            yield head.rstrip()
            yield from _lines(value, f"{margin}  ")
