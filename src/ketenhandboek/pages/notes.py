"""What records say about themselves: remarks, the source they rest on, and what is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.build import Annotated, Item, keys_of
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ketenhandboek.chain.names import Names
    from ketenhandboek.kinds.build import Citation, OpenQuestion


class Note(NamedTuple):
    """What one part says; `about` names the part and is empty for the item itself."""

    about: str
    remark: str | None
    citation: Citation | None
    questions: tuple[OpenQuestion, ...]


def notes(names: Names, item: Item, without: Collection[str] = ()) -> list[Note]:
    """The notes of an item and its parts from the outside in; the fields in `without` are told elsewhere."""
    return list(_notes(names, item, "", without))


def _notes(names: Names, item: Item, about: str, without: Collection[str]) -> Iterator[Note]:
    if isinstance(item, Annotated) and (item.remark or item.citation or item.open_questions):
        yield Note(about, item.remark, item.citation, item.open_questions)
    for name, part in _parts(names, item, without):
        yield from _notes(names, part, f"{about}, {lower_first(name)}" if about else name, ())


def _parts(names: Names, item: Item, without: Collection[str]) -> Iterator[tuple[str, Item]]:
    """The parts that are items themselves, each with what a reader calls it."""
    for field, key in keys_of(type(item)).items():
        value = None if field in without else getattr(item, field)
        if isinstance(value, Item):
            yield _called(names, value, key), value
        elif isinstance(value, tuple):
            for number, part in enumerate(value, 1):
                if isinstance(part, Item):
                    yield _called(names, part, f"{key} {number}"), part


def _called(names: Names, part: Item, otherwise: str) -> str:
    task, partner, norm = (getattr(part, key, None) for key in ("task", "partner", "norm"))
    called = (
        getattr(part, "name", None)
        or getattr(part, "title", None)
        or (names.of("taak", task) if task else "")
        or (names.party(partner) if partner else "")
        or (names.of("norm", norm) if norm else "")
        or otherwise.replace("_", " ")
    )
    return upper_first(called)
