"""Changes under the ids of now: what a record was called before leads to the record that it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ketenhandboek.history.values import Key, Merged, Told


def followed(changes: Iterable[Merged]) -> Iterator[Merged]:
    """The same changes, from new to old, with every record under the id that it has now."""
    now: dict[Key, str] = {}
    for change in changes:
        yield replace(change, told=_renamed(change.told, now))
        earlier = {old: now.get((old[0], new), new) for old, new in change.told.renames}
        now |= earlier


def _renamed(told: Told, now: Mapping[Key, str]) -> Told:
    said = (
        item._replace(about=tuple((kind, now.get((kind, id_), id_)) for kind, id_ in item.about))
        for item in told.said
    )
    records = (record._replace(id=now.get((record.kind, record.id), record.id)) for record in told.records)
    return replace(told, said=tuple(said), records=tuple(records))
