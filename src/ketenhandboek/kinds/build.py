"""Checked data → frozen dataclasses that remember where they stand.

A dataclass names the Dutch key of each field; how its text becomes a value follows from the field's type.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, dataclass_transform

from ketenhandboek.source.document import Data, Document, Path, Place
from ketenhandboek.values import UNKNOWN, Day, Duration, Ref, Unknown

if TYPE_CHECKING:
    Parse = Callable[[Data], Any]
    Convert = Callable[[Document, Path, Data], Any]
    Put = Callable[[Any, Any], None]


ItemType = TypeVar("ItemType", bound="Item")


def key(name: str, default: Any = MISSING) -> Any:
    """A field that stands under the key `name`; without a default it is required."""
    return field(default=default, metadata={"key": name})


def maybe(name: str) -> Any:
    """A field that may be left out: None then."""
    return key(name, None)


def many(name: str) -> Any:
    """A list that may be left out: empty then."""
    return key(name, ())


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def item(cls: type[ItemType]) -> type[ItemType]:
    """A frozen dataclass, made from `Item`, which sets the fields of all of them.

    Python would write that out for each class, and more that nobody asks: a tenth of the start of a check.
    """
    return dataclass(cls, frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Item:
    """Anything with a place of its own in a record."""

    place: Place

    def __init__(self, **values: Any) -> None:
        known = {f.name: f.default for f in dataclasses.fields(self)} | values
        for name, value in known.items():
            if value is MISSING:
                raise TypeError(name)
            object.__setattr__(self, name, value)


@item
class Citation(Item):
    """The sentence in a source on which an item rests."""

    text: str = key("tekst")
    quotation: str | None = maybe("citaat")


@item
class OpenQuestion(Item):
    """What is not known yet, and whom to ask."""

    question: str = key("vraag")
    ask: str | None = maybe("aan")


@item
class Annotated(Item):
    """An item that may carry a remark, its source and its open questions."""

    remark: str | None = maybe("opmerking")
    citation: Citation | None = maybe("bron")
    open_questions: tuple[OpenQuestion, ...] = many("open")


@item
class Record(Annotated):
    """An item that others can name by its id; a record that is a file has the file's name as id."""

    id: str = key("id")


def build(cls: type[ItemType], place: Place, **extra: Any) -> ItemType:
    """Make a `cls` out of data that fits its schema; `extra` gives fields that stand outside the data."""
    item = _made(cls, place)
    for name, value in extra.items():
        object.__setattr__(item, name, value)
    return item


def changed(item: ItemType, **values: Any) -> ItemType:
    """An item with other values in some fields; four times as fast as `dataclasses.replace`."""
    plan: _Plan = _plan(type(item))  # type: ignore[arg-type] # a class can be hashed
    copy = object.__new__(type(item))
    for name, put in plan.puts.items():
        put(copy, values[name] if name in values else getattr(item, name))
    return copy


def keys_of(cls: type[Item]) -> dict[str, str]:
    """The Dutch key of each field of a dataclass, by field name."""
    keys: dict[str, str] = _keys(cls)  # type: ignore[arg-type] # a class can be hashed
    return keys


@cache
def _keys(cls: Any) -> dict[str, str]:
    return {f.name: f.metadata["key"] for f in dataclasses.fields(cls) if "key" in f.metadata}


def _made(cls: type[ItemType], place: Place) -> ItemType:
    """An item with its fields set through their slots: twice as fast as a frozen dataclass sets them."""
    plan: _Plan = _plan(cls)  # type: ignore[arg-type] # a class can be hashed
    item = object.__new__(cls)
    plan.puts["place"](item, place)
    for put, default in plan.defaults:
        put(item, default)
    for name, value in place.data.items():
        put, plain, convert = plan.fields[name]
        put(item, convert(value) if plain else convert(place.document, (*place.path, name), value))
    return item


class _Field(NamedTuple):
    """What sets a field, and how its data becomes a value; a `plain` one needs only the data."""

    put: Put
    plain: bool
    convert: Callable[..., Any]


class _Plan(NamedTuple):
    """How a dataclass is filled: what sets each field, its defaults, and its fields by their Dutch keys."""

    puts: dict[str, Put]
    defaults: list[tuple[Put, Any]]
    fields: dict[str, _Field]


@cache
def _plan(cls: type[Item]) -> _Plan:
    hints = {name: hint for base in reversed(cls.__mro__) for name, hint in _own_hints(base).items()}
    puts = {f.name: getattr(cls, f.name).__set__ for f in dataclasses.fields(cls)}
    fields = {key: _Field(puts[name], *_converter(hints[name])) for name, key in keys_of(cls).items()}
    defaults = [(puts[f.name], f.default) for f in dataclasses.fields(cls) if f.default is not MISSING]
    return _Plan(puts, defaults, fields)


@cache
def _own_hints(cls: type) -> dict[str, Any]:
    """The types of the fields that a class itself adds; many classes share the bases that add the rest."""
    return inspect.get_annotations(cls, eval_str=True)


def _converter(hint: Any) -> tuple[bool, Callable[..., Any]]:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _union(typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return _sequence(*_converter(typing.get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, Item):
        return False, _item(hint)
    return True, _LEAVES[hint]


def _union(members: tuple[Any, ...]) -> tuple[bool, Callable[..., Any]]:
    plain, inner = next(_converter(member) for member in members if member not in (types.NoneType, Unknown))
    if Unknown not in members:
        return plain, inner
    unknown = UNKNOWN.value

    def convert(*placed: Any) -> Any:
        return UNKNOWN if placed[-1] == unknown else inner(*placed)

    return plain, convert


def _sequence(plain: bool, inner: Callable[..., Any]) -> tuple[bool, Callable[..., Any]]:
    return plain, _plain_sequence(inner) if plain else _placed_sequence(inner)


def _plain_sequence(inner: Parse) -> Parse:
    def convert(data: Data) -> Any:
        return tuple(map(inner, data))

    return convert


def _placed_sequence(inner: Convert) -> Convert:
    def convert(document: Document, path: Path, data: Data) -> Any:
        return tuple([inner(document, (*path, number), value) for number, value in enumerate(data)])

    return convert


def _item(cls: type[Item]) -> Convert:
    def convert(document: Document, path: Path, data: Data) -> Any:
        return _made(cls, Place(document, path, data))

    return convert


_LEAVES: dict[Any, Callable[[Data], Any]] = {
    str: str,
    int: int,
    bool: lambda data: data == "ja",
    Day: lambda data: Day.parse(str(data)),
    Duration: Duration.parse,
    Ref: Ref.parse,
}
