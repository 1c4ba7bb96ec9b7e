"""Records that are the same under another id, and the records of before retold with the ids of now."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.changes.edits import normal
from ketenhandboek.changes.retelling import retold_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.index import Name
    from ketenhandboek.chain.records import Entry
    from ketenhandboek.source.document import Data

_NAMES = ("naam", "titel")
_PARTS = (
    ("gemeenten", "gemeente", "code"),
    ("gebieden", "gebied", "naam"),
    ("tijdvensters", "tijdvenster", "naam"),
)
_NEARLY_EQUAL = 0.9
_ALIKE = 0.5
_NAMES_ALIKE = 0.6


def retold(old: Chain, new: Chain) -> Chain:
    """The old chain with the ids that its records have now, so that only a change of meaning is left."""
    renames = dict(found_renames(old, new))
    return replace(old, records=retold_records(old.records, renames)) if renames else old


def found_renames(old: Chain, new: Chain) -> Iterator[tuple[Name, str]]:
    """Each kind and id of before with the id of now: records first, then parts of the region."""
    gone, come = _without(old, new), _without(new, old)
    pairs = [(likeness, was, now) for was in gone for now in come if (likeness := _likeness(was, now))]
    taken: set[str] = set()
    for _, was, now in sorted(pairs, key=lambda pair: (-pair[0], pair[1].id, pair[2].id)):
        if not taken & {f"-{was.key}", f"+{now.key}"}:
            taken |= {f"-{was.key}", f"+{now.key}"}
            yield (was.kind.name, was.id), now.id
    yield from _parts(old, new)


def _without(these: Chain, others: Chain) -> list[Entry]:
    return [
        entry
        for entry in these.records.entries
        if entry.layer == REGIONAL and others.records.entry(entry.kind.name, entry.id) is None
    ]


def _likeness(was: Entry, now: Entry) -> float:
    """From 0, another record, up to 2, surely the same."""
    if was.kind != now.kind:
        return 0
    old, new = _name(was.data), _name(now.data)
    if old in (item["naam"] for item in now.data.get("voorheen", ())):
        return 2
    alike = _shared(was.data, now.data)
    names = SequenceMatcher(None, old, new).ratio()
    same = (alike >= _ALIKE and old == new) or (alike >= _NEARLY_EQUAL and names >= _NAMES_ALIKE)
    return (alike + names) / 2 if same else 0


def _name(data: Mapping[str, Data]) -> str:
    return next((str(data[key]) for key in _NAMES if key in data), "")


def _shared(old: Data, new: Data) -> float:
    """Which part of all that two records say, names apart, they both say."""
    one, other = (Counter(_leaves(normal(data))) for data in (old, new))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0


def _leaves(value: Data, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, below in value.items():
            if path or key not in ("id", *_NAMES):
                yield from _leaves(below, f"{path}/{key}")
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, path)
    else:
        yield path, str(value)


def _parts(old: Chain, new: Chain) -> Iterator[tuple[Name, str]]:
    """Parts of the region with another id and the same code or name."""
    before, after = (_region(chain) for chain in (old, new))
    for collection, kind, key in _PARTS:
        now = {item[key]: item["id"] for item in after.get(collection, ())}
        for item in before.get(collection, ()):
            id_ = now.get(item[key], item["id"])
            if id_ != item["id"]:
                yield (kind, item["id"]), id_


def _region(chain: Chain) -> Mapping[str, Data]:
    return next((entry.data for entry in chain.records.entries if entry.kind.name == "regio"), {})
