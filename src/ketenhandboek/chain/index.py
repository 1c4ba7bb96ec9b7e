"""Names: where each is declared, where it is used, and which uses name nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.values import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.records import Entry
    from ketenhandboek.kinds.references import Declaration, Use

EVENT = "gebeurtenis"
_UNKNOWN = Unknown.UNKNOWN.value
Name = tuple[str, str]
"""A kind of name and the name itself: `("partner", "politie-oost")`."""


class Declared(NamedTuple):
    """A declared name and the record that declares it."""

    declaration: Declaration
    entry: Entry

    @property
    def name(self) -> Name:
        """The kind of the name, and the name itself."""
        return self.declaration.kind, self.declaration.id


class Used(NamedTuple):
    """A used name, the record that uses it, and what it names: None when nothing has that name."""

    use: Use
    entry: Entry
    declared: Declared | None = None


@dataclass(frozen=True, eq=False)
class Layer:
    """Records that many regions stand on."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def collected(self) -> _Collector:
        """The names in them."""
        collector = _Collector()
        collector.declare_all(self.entries)
        return collector


@dataclass(frozen=True)
class Index:
    """All names of a region and its national layer."""

    declared: dict[str, dict[str, Declared]]
    clashes: tuple[tuple[Declared, Declared], ...]
    uses: tuple[Used, ...]

    @classmethod
    def of(cls, entries: tuple[Entry, ...], base: Layer) -> Index:
        """Gather the names of every record; most begin with all of `base`, of which that is done."""
        first = len(base.entries)
        begun = entries[:first] == base.entries
        collector = base.collected.copy() if begun else _Collector()
        collector.declare_all(entries[first:] if begun else entries)
        uses = tuple(collector.looked_up(entries))
        return cls(dict(collector.declared), tuple(collector.clashes), uses)

    @cached_property
    def backlinks(self) -> dict[Name, tuple[Used, ...]]:
        """The uses of each name outside the record that declares it."""
        found: dict[Name, list[Used]] = defaultdict(list)
        for used in self.uses:
            declared = used.declared
            if declared is not None and declared.entry is not used.entry:
                declaration = declared.declaration
                found[declaration.kind, declaration.id].append(used)
        return {name: tuple(places) for name, places in found.items()}

    def knows(self, kind: str, name: str) -> bool:
        """Whether a name of this kind is declared anywhere."""
        return name in self.declared.get(kind, ())

    def names(self, kinds: tuple[str, ...]) -> Iterator[str]:
        """Every declared name of these kinds."""
        for kind in kinds:
            yield from self.declared.get(kind, ())

    def used_by(self, kind: str, name: str) -> tuple[Used, ...]:
        """Where a name is used, outside the record that declares it."""
        return self.backlinks.get((kind, name), ())


def kind_named(use: Use, declared: dict[str, dict[str, Declared]]) -> str | None:
    """The kind of name that a use hits: the first of its targets that declares it."""
    name = use.text.partition("/")[0]
    for kind in use.said.targets:
        if name in declared.get(kind, ()):
            return kind
    return None


def is_word(use: Use) -> bool:
    """Whether the text is one of the words that may stand instead of a name, or `onbekend`."""
    return use.text == _UNKNOWN or use.text in use.said.words


class _Collector:
    """Gathers names during the walk; a name in a list of its own scope clashes only within that list."""

    def __init__(self) -> None:
        self.declared: dict[str, dict[str, Declared]] = defaultdict(dict)
        self.clashes: list[tuple[Declared, Declared]] = []
        self._seen: dict[tuple[str, str, int], Declared] = {}

    def copy(self) -> _Collector:
        """Another one, that goes on from here."""
        other = _Collector()
        other.declared.update({kind: dict(names) for kind, names in self.declared.items()})
        other.clashes.extend(self.clashes)
        other._seen.update(self._seen)
        return other

    def declare_all(self, entries: Iterable[Entry]) -> None:
        """Take in what these records declare."""
        for entry in entries:
            for name in entry.names.declared:
                self._declare(name, entry)

    def _declare(self, name: Declaration, entry: Entry) -> None:
        found = Declared(name, entry)
        first = self.declared[name.kind].setdefault(name.id, found)
        if name.scope is not None:
            first = self._seen.setdefault((name.kind, name.id, id(name.scope)), found)
        if first is not found and name.kind != EVENT:
            self.clashes.append((first, found))

    def looked_up(self, entries: Iterable[Entry]) -> Iterator[Used]:
        """The uses with what they name; the same text is looked up once."""
        known: dict[tuple[str, tuple[str, ...]], Declared | None] = {}
        for entry in entries:
            for use in entry.names.used:
                asked = use.text, use.said.targets
                if asked not in known:
                    kind = kind_named(use, self.declared)
                    known[asked] = self.declared[kind][use.text.partition("/")[0]] if kind else None
                yield Used(use, entry, known[asked])
