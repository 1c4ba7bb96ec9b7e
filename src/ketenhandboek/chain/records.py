"""The records of a region on top of the national layer, with what could not be read or did not fit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ketenhandboek.chain.index import Index, Layer
from ketenhandboek.chain.week import Week
from ketenhandboek.kinds.build import Record
from ketenhandboek.kinds.kind import Kind, catalogue
from ketenhandboek.kinds.references import Names, declaring
from ketenhandboek.kinds.region import Region

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ketenhandboek.findings import Problem, Span
    from ketenhandboek.source.document import Data, Place

NATIONAL = "landelijk"
REGIONAL = "regio"
_WORD = r"(?<![\w-]){}(?![\w-])"
RecordType = TypeVar("RecordType", bound=Record)


class Entry(NamedTuple):
    """One record that fits its schema, with its data and the layer that it comes from."""

    kind: Kind
    id: str
    record: Record
    data: Data
    place: Place
    layer: str
    names: Names = Names()

    @property
    def key(self) -> str:
        """`<kind>/<id>`, as exceptions and reports name it."""
        return f"{self.kind.name}/{self.id}"


class Loss(NamedTuple):
    """A file or record that could not be used: its kind, and the text that shows what it may hold.

    Without a text it may hold anything. `whole` is a whole file with records.
    """

    kind: str
    text: str = ""
    whole: bool = False

    def declares(self, name: str) -> bool:
        """Whether this name may be declared in it."""
        return not self.text or bool(re.search(_WORD.format(re.escape(name)), self.text))

    def mentions(self, *words: str) -> bool:
        """Whether it may speak of all these things, in capitals or not."""
        text = self.text.casefold()
        return not text or all(re.search(_WORD.format(re.escape(word.casefold())), text) for word in words)


@dataclass(frozen=True)
class Records:
    """Every usable record by kind and id, and what was left out on the way; `base` is what they stand on."""

    entries: tuple[Entry, ...] = field(repr=False)
    unreadable: tuple[Problem, ...] = ()
    misfits: tuple[Problem, ...] = ()
    repeated: tuple[tuple[Entry, Entry], ...] = ()
    lost: tuple[Loss, ...] = field(repr=False, default=())
    texts: tuple[tuple[str, str], ...] = field(repr=False, default=())
    base: Layer = field(repr=False, default=Layer())

    @cached_property
    def _by_kind(self) -> dict[str, dict[str, Entry]]:
        found: dict[str, dict[str, Entry]] = {name: {} for name in catalogue()}
        for entry in self.entries:
            found[entry.kind.name][entry.id] = entry
        return found

    @cached_property
    def _kind_of(self) -> dict[type[Record], str]:
        return {kind.record: name for name, kind in catalogue().items()}

    @cached_property
    def _typed(self) -> dict[str, dict[str, Record]]:
        return {
            name: {id_: entry.record for id_, entry in entries.items()}
            for name, entries in self._by_kind.items()
        }

    def of(self, cls: type[RecordType]) -> Mapping[str, RecordType]:
        """All records of a dataclass by id, in the order of the files."""
        return self._typed[self._kind_of[cls]]  # type: ignore[return-value]

    def entry(self, kind: str, id_: str) -> Entry | None:
        """One record with its data and layer."""
        return self._by_kind.get(kind, {}).get(id_)

    def regional(self, cls: type[RecordType]) -> Mapping[str, RecordType]:
        """As `of`, without the national layer."""
        entries = self._by_kind[self._kind_of[cls]]
        return {id_: record for id_, record in self.of(cls).items() if entries[id_].layer == REGIONAL}

    @cached_property
    def index(self) -> Index:
        """Every name that is declared or used."""
        return Index.of(self.entries, self.base)

    @cached_property
    def week(self) -> Week:
        """The region's time windows, and the atoms that they cut the week into; the same on every day."""
        region = next(iter(self.of(Region).values()), None)
        return Week(region.windows if region else ())

    def whole(self, *kinds: str) -> bool:
        """Whether every record of these kinds could be read and fits: no cascade of findings otherwise."""
        return not any(loss.kind in kinds for loss in self.lost)

    def may_declare(self, kind: str, name: str) -> bool:
        """Whether a name of this kind may stand in what could not be used; another rule says that already."""
        return any(loss.kind in declaring(kind) and loss.declares(name) for loss in self.lost)

    def may_mention(self, *names: str) -> bool:
        """Whether what could not be used may mention one of these names."""
        return any(loss.mentions(name) for loss in self.lost for name in names)

    @cached_property
    def lines(self) -> str:
        """Every line of the files once: files repeat most of theirs, so this is far less to search."""
        return "\n".join(dict.fromkeys("\n".join(text for _, text in self.texts).split("\n")))

    def owner(self, span: Span) -> str:
        """The record in which a span lies, as `<kind>/<id>`; empty outside any record."""
        starts = self._starts_in(span.file)
        found = bisect_right(starts, (span.line, "\uffff")) - 1
        return starts[found][1] if found >= 0 else ""

    def _starts_in(self, file: str) -> list[tuple[int, str]]:
        """Where each record of a file begins, in order."""
        if file not in self._starts:
            self._starts[file] = sorted(
                (entry.place.node.start_mark.line + 1 if entry.kind.collection else 1, entry.key)
                for entry in self._by_file.get(file, ())
            )
        return self._starts[file]

    @cached_property
    def _starts(self) -> dict[str, list[tuple[int, str]]]:
        return {}

    @cached_property
    def _by_file(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.place.document.file].append(entry)
        return found
