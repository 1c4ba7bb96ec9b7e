"""Change the files of a region as an editor would: a few lines at one place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from string import Template
from textwrap import dedent, indent
from typing import TYPE_CHECKING, NamedTuple

from places import Spot, find, parse

from ketenhandboek.rules.rule import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Texts = dict[str, str]


class Splice(NamedTuple):
    """Lines of a text, from 0 and without the last, that become other lines."""

    first: int
    end: int
    lines: list[str]

    def behind_dash(self, old: list[str]) -> list[str]:
        """The new lines, with the dash of a list where the first of the old lines had one before its key."""
        keeps = self.end > self.first and self.lines and old[0].lstrip().startswith("- ")
        if not keeps or self.lines[0].lstrip().startswith("- "):
            return self.lines
        dash = old[0].index("- ")
        return [f"{self.lines[0][:dash]}- {self.lines[0][dash + 2 :]}", *self.lines[1:]]


@dataclass(frozen=True, slots=True)
class Edit(ABC):
    """What happens at the first place in a region that a path leads to; see `places` for paths.

    Before the path may stand the start of a file's name with a colon: `afspraken/crisis: titel`. In path and
    text stands `$plaats` for a municipality of the region, and so on for its other words.
    """

    path: str
    text: str = ""

    @property
    def marks(self) -> bool:
        """Whether the edit says where the finding must stand."""
        return MARK in self.text

    def applied(self, texts: Texts, words: Mapping[str, str]) -> Texts:
        """The files after the edit."""
        start, _, path = Template(self.path).substitute(words).rpartition(": ")
        fragment = Template(dedent(self.text).strip("\n")).substitute(words)
        for file, text in texts.items():
            spot = find(text, path) if file.startswith(start) else None
            if spot is not None:
                return texts | {file: _spliced(text, list(self.splices(spot, fragment)))}
        raise LookupError(f"no such place in this region: {self.path}")

    @abstractmethod
    def splices(self, spot: Spot, fragment: str) -> Iterator[Splice]:
        """The lines that change."""


class Put(Edit):
    """Lay keys over a map, or add items to a list; `key: ~` takes a key away."""

    __slots__ = ()

    def splices(self, spot: Spot, fragment: str) -> Iterator[Splice]:
        return _laid_over(spot, parse(fragment + "\n"), fragment.splitlines())


class Drop(Edit):
    """Take a key or an item away."""

    __slots__ = ()

    def splices(self, spot: Spot, fragment: str) -> Iterator[Splice]:
        del fragment
        yield Splice(spot.line, spot.end, [])


class Below(Edit):
    """Write lines below a key or an item, as far to the right as it is itself."""

    __slots__ = ()

    def splices(self, spot: Spot, fragment: str) -> Iterator[Splice]:
        column = spot.column if spot.key else spot.inner - 2
        yield Splice(spot.end, spot.end, _shifted(fragment.splitlines(), column))


class Here(Edit):
    """Change nothing: the finding stands on this line."""

    __slots__ = ()

    @property
    def marks(self) -> bool:
        return True

    def splices(self, spot: Spot, fragment: str) -> Iterator[Splice]:
        del fragment
        yield _mark(spot)


class File(Edit):
    """A whole file: its path inside the region's folder, and its text."""

    __slots__ = ()

    def applied(self, texts: Texts, words: Mapping[str, str]) -> Texts:
        text = Template(dedent(self.text).strip("\n")).substitute(words)
        return texts | {self.path: f"{text}\n"}

    def splices(self, spot: Spot, fragment: str) -> Iterator[Splice]:
        raise NotImplementedError


def _spliced(text: str, splices: list[Splice]) -> str:
    """The text after all splices, whose lines are those of the text as it was."""
    lines = text.splitlines()
    for splice in sorted(splices, key=lambda each: (each.first, each.end), reverse=True):
        if splice.lines == [MARK]:
            lines[splice.first] += f" {MARK}"
        else:
            lines[splice.first : splice.end] = splice.behind_dash(lines[splice.first :])
    return "\n".join(lines) + "\n"


def _mark(spot: Spot) -> Splice:
    return Splice(spot.line, spot.line, [MARK])


def _laid_over(spot: Spot, new: Spot, lines: list[str]) -> Iterator[Splice]:
    if new.items:
        last = spot.items[-1]
        yield Splice(last.end, last.end, _shifted(lines, last.inner - 2))
        return
    keys = spot.keys
    end = max(each.end for each in keys.values())
    for name, given in new.keys.items():
        own = _shifted(lines[given.line : given.end], spot.inner - given.column)
        gone = given.node.value == "~"
        if name not in keys and not gone:
            yield Splice(end, end, own)
        elif name in keys and given.keys:
            if lines[given.line].endswith(MARK):
                yield _mark(keys[name])
            yield from _laid_over(keys[name], given, lines)
        elif name in keys:
            yield Splice(keys[name].line, keys[name].end, [] if gone else own)


def _shifted(lines: list[str], columns: int) -> list[str]:
    return [indent(line, " " * columns) if columns >= 0 else line[-columns:] for line in lines]
