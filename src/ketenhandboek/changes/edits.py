"""Where the data of two records differ, whatever their layout and order."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ketenhandboek.source.document import Data

Path = tuple[str, ...]
_ORDERED = frozenset(("treden", "direct", "verloop", "verwacht"))
_WHOLE = frozenset(("geldig", "bestaat", "treden", "grondslagen", "termijn", "daarna", "geldt_voor"))
_IDENTITY = ("id", "partner", "begrip", "taak", "gemeente", "gebied", "thema", "overleg", "naam")


class Edit(NamedTuple):
    """A place in a record where the data differ; None where there was or is nothing.

    `path` holds keys, and for an item of a list what tells it from the others.
    """

    path: Path
    old: Data
    new: Data


def edits(old: Data, new: Data, path: Path = ()) -> Iterator[Edit]:
    """Every place where two values differ, as deep as they can be told apart."""
    if old == new or normal(old, path) == normal(new, path):
        return
    key = path[-1] if path else ""
    if isinstance(old, dict) and isinstance(new, dict) and key not in _WHOLE:
        yield from _by_name(old, new, path)
    elif _are_items(old) and _are_items(new) and key not in _WHOLE | _ORDERED:
        yield from _by_name(*_named(old or (), new or ()), path)
    else:
        yield Edit(path, old, new)


def normal(value: Data, path: Path = ()) -> Data:
    """A value without what makes no difference: how text is broken, and the order of most lists."""
    if isinstance(value, dict):
        return {key: normal(below, (*path, key)) for key, below in value.items()}
    if isinstance(value, list):
        items = [normal(item, path) for item in value]
        return items if path and path[-1] in _ORDERED else sorted(items, key=_written)
    return " ".join(value.split()) if isinstance(value, str) else value


def _by_name(old: Mapping[str, Data], new: Mapping[str, Data], path: Path) -> Iterator[Edit]:
    for name in dict.fromkeys((*old, *new)):
        yield from edits(old.get(name), new.get(name), (*path, name))


def _are_items(value: Data) -> bool:
    """A list of maps; one that was left out is as good as empty."""
    return value is None or (isinstance(value, list) and all(isinstance(item, dict) for item in value))


def _named(old: Sequence[Data], new: Sequence[Data]) -> tuple[dict[str, Data], dict[str, Data]]:
    """The items of two lists by the first key that tells them apart, else by all that they hold."""
    for key in _IDENTITY:
        if all(key in item for item in (*old, *new)) and all(_unique(items, key) for items in (old, new)):
            return _apart({str(item[key]): item for item in old}, {str(item[key]): item for item in new}, key)
    return {_written(item): item for item in old}, {_written(item): item for item in new}


def _apart(old: dict[str, Data], new: dict[str, Data], key: str) -> tuple[dict[str, Data], dict[str, Data]]:
    """Named items without those that are the same under another name."""
    if key != "id":
        return old, new
    gone = {_without(item, key): name for name, item in old.items() if name not in new}
    for name, item in list(new.items()):
        same = gone.pop(_without(item, key), None) if name not in old else None
        if same is not None:
            del old[same], new[name]
    return old, new


def _without(item: Data, key: str) -> str:
    return _written(normal({name: value for name, value in item.items() if name != key}))


def _unique(items: Sequence[Data], key: str) -> bool:
    counted = Counter(_written(item[key]) for item in items)
    return all(number == 1 for number in counted.values())


def _written(value: Data) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
