"""What changed in the words of the field, and in the exceptions that the region accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.dates import day
from ketenhandboek.changes.values import Change, ExceptionChanged, Named, TermChanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.changes.edits import Edit
    from ketenhandboek.changes.pair import Pair, Touched
    from ketenhandboek.source.document import Data


def presence(pair: Pair, touched: Touched) -> Iterator[Change]:
    """A whole term more or less."""
    old, new = (entry.data["betekenis"] if entry else "" for entry in (touched.old, touched.new))
    yield TermChanged(pair.names.named("begrip", touched.entry.id), old, new)


def meaning(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`betekenis`."""
    yield TermChanged(pair.names.named("begrip", touched.entry.id), str(edit.old), str(edit.new))


def exception(pair: Pair, touched: Touched) -> Iterator[Change]:
    """A whole exception more or less."""
    old, new = (day(entry.data["tot_en_met"]) if entry else "" for entry in (touched.old, touched.new))
    yield _exception(pair, touched.entry.data, old, new)


def until(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`tot_en_met` of an exception."""
    yield _exception(pair, touched.entry.data, day(edit.old), day(edit.new))


def _exception(pair: Pair, data: Data, old: str, new: str) -> Change:
    kind, _, id_ = data["record"].partition("/")
    record: Named = pair.names.agreement(id_) if kind == "afspraak" else pair.names.named(kind, id_)
    return ExceptionChanged(data["regel"], record, data["reden"], old, new)
