"""What changed in the words of the field, and in the exceptions that the region accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.dates import day
from ketenhandboek.changes.values import Change, ExceptionChanged, Named, TermChanged, WeightChanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.changes.edits import Edit
    from ketenhandboek.changes.pair import Pair, Touched
    from ketenhandboek.source.document import Data

_WEIGHT = "ernst"


def presence(pair: Pair, touched: Touched) -> Iterator[Change]:
    """A whole term more or less."""
    old, new = (entry.data["betekenis"] if entry else "" for entry in (touched.old, touched.new))
    yield TermChanged(pair.names.named("begrip", touched.entry.id), old, new)


def meaning(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`betekenis`."""
    yield TermChanged(pair.names.named("begrip", touched.entry.id), str(edit.old), str(edit.new))


def exception(pair: Pair, touched: Touched) -> Iterator[Change]:
    """A whole exception more or less."""
    data = touched.entry.data
    if _WEIGHT in data:
        yield _weight(pair, data, touched.new is not None)
        return
    old, new = (day(entry.data["tot_en_met"]) if entry else "" for entry in (touched.old, touched.new))
    yield ExceptionChanged(data["regel"], _record(pair, data), data["reden"], old, new)


def until(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`tot_en_met` of an exception."""
    data = touched.entry.data
    if _WEIGHT in data:
        yield _weight(pair, data, added=True)
        return
    old, new = day(edit.old), day(edit.new)
    yield ExceptionChanged(data["regel"], _record(pair, data), data["reden"], old, new)


def _weight(pair: Pair, data: Data, added: bool) -> WeightChanged:
    record = _record(pair, data) if "record" in data else None
    return WeightChanged(
        data["regel"], record, data[_WEIGHT], data["reden"], day(data.get("tot_en_met")), added
    )


def _record(pair: Pair, data: Data) -> Named:
    kind, _, id_ = data["record"].partition("/")
    return pair.names.agreement(id_) if kind == "afspraak" else pair.names.named(kind, id_)
