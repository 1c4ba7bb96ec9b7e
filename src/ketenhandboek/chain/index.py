"""Names: where each is declared, where it is used, and which uses name nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.references import Declaration, Use, names_in
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.records import Entry, Records

EVENT = "gebeurtenis"
Name = tuple[str, str]
"""A kind of name and the name itself: `("partner", "politie-oost")`."""


class Declared(NamedTuple):
    """A declared name and the record that declares it."""

    declaration: Declaration
    entry: Entry


class Used(NamedTuple):
    """A used name and the record that uses it."""

    use: Use
    entry: Entry


@dataclass(frozen=True)
class Index:
    """All names of a region and its national layer."""

    declared: dict[str, dict[str, Declared]]
    clashes: tuple[tuple[Declared, Declared], ...]
    uses: tuple[Used, ...]
    backlinks: dict[Name, tuple[Used, ...]]

    @classmethod
    def of(cls, records: Records) -> Index:
        """Walk over every record once."""
        collector = _Collector()
        for entry in records.entries:
            collector.declare(_own_name(entry), entry)
            for name in names_in(entry.kind, entry.data, entry.place):
                if isinstance(name, Use):
                    collector.uses.append(Used(name, entry))
                else:
                    collector.declare(name, entry)
        declared, uses = dict(collector.declared), tuple(collector.uses)
        return cls(declared, tuple(collector.clashes), uses, _backlinks(uses, declared))

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
    name = Ref.parse(use.text).name
    return next((kind for kind in use.targets if name in declared.get(kind, ())), None)


def is_word(use: Use) -> bool:
    """Whether the text is one of the words that may stand instead of a name, or `onbekend`."""
    return use.text in use.words or use.text == Unknown.UNKNOWN.value


class _Collector:
    """Gathers names during the walk; a name in a list of its own scope clashes only within that list."""

    def __init__(self) -> None:
        self.declared: dict[str, dict[str, Declared]] = defaultdict(dict)
        self.clashes: list[tuple[Declared, Declared]] = []
        self.uses: list[Used] = []
        self._seen: dict[tuple[str, str, int], Declared] = {}

    def declare(self, name: Declaration, entry: Entry) -> None:
        found = Declared(name, entry)
        self.declared[name.kind].setdefault(name.id, found)
        first = self._seen.setdefault((name.kind, name.id, id(name.scope)), found)
        if first is not found and name.kind != EVENT:
            self.clashes.append((first, found))


def _own_name(entry: Entry) -> Declaration:
    return Declaration(entry.kind.name, entry.id, entry.place.document, entry.place.at("id").node, None)


def _backlinks(
    uses: tuple[Used, ...], declared: dict[str, dict[str, Declared]]
) -> dict[Name, tuple[Used, ...]]:
    found: dict[Name, list[Used]] = defaultdict(list)
    for used in uses:
        kind = kind_named(used.use, declared)
        name = Ref.parse(used.use.text).name
        if kind is not None and declared[kind][name].entry is not used.entry:
            found[kind, name].append(used)
    return {name: tuple(places) for name, places in found.items()}
