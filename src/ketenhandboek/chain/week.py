"""The week cut into atoms: the smallest pieces in which the same time windows hold.

A day is one of the seven weekdays or a holiday. What holds in the small hours also depends on the day before,
because a window past midnight belongs to the day on which it begins; a holiday has only its own windows.
"""

from __future__ import annotations

from functools import cached_property
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ketenhandboek.kinds.region import Window

WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
HOLIDAY = "feestdag"
ALWAYS = "altijd"
WHOLE_DAY = 24 * 60
_SAID = {
    "kantooruren": "in kantooruren",
    "kantoortijd": "in kantoortijd",
    "werkdagen": "op werkdagen",
    "ochtend": "'s ochtends",
    "middag": "'s middags",
    "dag": "overdag",
    "avond": "'s avonds",
    "nacht": "'s nachts",
    "weekend": "in het weekend",
    "feestdagen": "op feestdagen",
    **{day: f"op {day}" for day in WEEK},
}
_MOST_TRIED = 12


class Piece(NamedTuple):
    """A piece of a day, in minutes since midnight; the end is exclusive."""

    start: int
    end: int


def successions() -> Iterator[tuple[str, str]]:
    """Every kind of day after every kind of day that can come before it."""
    yield from pairwise((WEEK[-1], *WEEK))
    for day in WEEK:
        yield day, HOLIDAY
        yield HOLIDAY, day
    yield HOLIDAY, HOLIDAY


def pieces(window: Window, before: str, today: str) -> Iterator[Piece]:
    """What a window covers of a day, given the kind of day before it."""
    start = minutes(window.start or "00:00")
    end = minutes(window.end or "24:00")
    if _falls_on(window, today):
        yield Piece(start, end if end > start else WHOLE_DAY)
    if _falls_on(window, before) and end <= start:
        yield Piece(0, end)


def minutes(clock: str) -> int:
    """`08:30` as minutes since midnight."""
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


class Week:
    """The atoms of a region's windows; a region without windows has the one atom `altijd`.

    `atoms` holds the ids of the windows that hold in each atom. Minutes in no window belong to no atom.
    """

    def __init__(self, windows: Iterable[Window]) -> None:
        self.windows = {window.id: window for window in windows}
        found = (held for succession in successions() for held in self._cut(*succession))
        self.atoms: tuple[frozenset[str], ...] = (
            tuple(dict.fromkeys(held for held in found if held)) if self.windows else (frozenset((ALWAYS,)),)
        )

    def atom(self, before: str, today: str, minute: int) -> int | None:
        """The place in `atoms` of a minute of a day; None where no window holds."""
        held = _held(self._covered(before, today), minute) if self.windows else self.atoms[0]
        return self._numbers.get(held)

    def within(self, names: Iterable[str]) -> frozenset[int]:
        """The atoms in any of these windows; all of them for no names at all or the word `altijd`."""
        wanted = set(names)
        if not wanted or ALWAYS in wanted:
            return frozenset(range(len(self.atoms)))
        return frozenset(number for number, held in enumerate(self.atoms) if held & wanted)

    def words(self, atoms: Iterable[int]) -> str:
        """These atoms in the windows' own names: `in het weekend en 's nachts`, or `altijd`."""
        wanted = frozenset(atoms)
        if len(wanted) == len(self.atoms):
            return ALWAYS
        whole = [name for name in self.windows if self.within((name,)) and self.within((name,)) <= wanted]
        said = self._fewest(whole, wanted)
        rest = wanted - self.within(said) if said else wanted
        return listed((*map(self._said, said), *map(self._exactly, sorted(rest))))

    @cached_property
    def _numbers(self) -> dict[frozenset[str], int]:
        return {held: number for number, held in enumerate(self.atoms)}

    def _cut(self, before: str, today: str) -> Iterator[frozenset[str]]:
        """What holds in each stretch of a day between two moments at which a window begins or ends."""
        covered = self._covered(before, today)
        borders = {0} | {border for found in covered.values() for piece in found for border in piece}
        for border in sorted(borders - {WHOLE_DAY}):
            yield _held(covered, border)

    def _covered(self, before: str, today: str) -> dict[str, tuple[Piece, ...]]:
        return {id_: tuple(pieces(window, before, today)) for id_, window in self.windows.items()}

    def _fewest(self, names: Sequence[str], wanted: frozenset[int]) -> tuple[str, ...]:
        """The smallest choice of windows that holds as many of the wanted atoms as all of them do."""
        if not names:
            return ()
        reach = self.within(names)
        sizes = range(1, len(names) + 1 if len(names) <= _MOST_TRIED else 3)
        choices = (choice for size in sizes for choice in combinations(names, size))
        return next((choice for choice in choices if self.within(choice) >= reach & wanted), tuple(names))

    def _exactly(self, atom: int) -> str:
        """One atom that no window of its own says: `in kantooruren, maar niet overdag`."""
        held = [name for name in self.windows if name in self.atoms[atom]]
        both = " en tegelijk ".join(map(self._said, held))
        inside = [other for other in self.atoms if set(held) < other]
        more = frozenset[str]().union(*inside)
        outside = [name for name in self.windows if name in more and name not in held]
        return f"{both}, maar niet {listed(map(self._said, outside), 'of')}" if outside else both

    def _said(self, name: str) -> str:
        """A window in a sentence: `Avond en nacht` is `'s avonds en 's nachts`."""
        called = self.windows[name].name
        words = called.lower().replace(",", " en").split(" en ")
        if all(word.strip() in _SAID for word in words):
            return listed(_SAID[word.strip()] for word in words)
        return f"in het tijdvenster '{called}'"


def _falls_on(window: Window, day: str) -> bool:
    return window.holidays if day == HOLIDAY else day in window.days


def _held(covered: Mapping[str, tuple[Piece, ...]], minute: int) -> frozenset[str]:
    """The windows that hold at a minute of a day, given what each of them covers of that day."""
    return frozenset(
        id_ for id_, found in covered.items() if any(piece.start <= minute < piece.end for piece in found)
    )
