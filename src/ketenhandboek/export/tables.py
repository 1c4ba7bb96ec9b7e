"""The records of each kind as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from ketenhandboek.kinds.build import Annotated, keys_of
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.kind import Kind

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK_OF_UTF_8 = "\ufeff"
_LAYER = "laag"


def csv_files(chain: Chain) -> dict[str, str]:
    """A table per kind (path → text): UTF-8 with its mark and semicolons, as Dutch spreadsheets expect.

    A list of words becomes one cell with `; ` between them, anything deeper becomes JSON. A cell that a
    spreadsheet could take for a formula begins with an apostrophe.
    """
    return {f"downloads/csv/{name}.csv": _table(chain, kind) for name, kind in catalogue().items()}


def columns(kind: Kind) -> tuple[str, ...]:
    """The name, the layer, and every key that a record of the kind may have; remarks come last."""
    last = tuple(keys_of(Annotated).values())
    own = (key for key in keys_of(kind.record).values() if key not in ("id", *last))
    return ("id", _LAYER, *own, *last)


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _table(chain: Chain, kind: Kind) -> str:
    names = columns(kind)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(names)
    for entry in chain.records.entries:
        if entry.kind is kind:
            values = {**entry.data, "id": entry.id, _LAYER: entry.layer}
            writer.writerow(safe(_cell(values.get(name))) for name in names)
    return _MARK_OF_UTF_8 + stream.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        return "; ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
