"""What a page is, and what every page is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ketenhandboek.history.values import History

if TYPE_CHECKING:
    from collections.abc import Callable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Report
    from ketenhandboek.graphs.pictures import Failure, Picture
    from ketenhandboek.graphs.view import View


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the handbook: its path inside the docs folder, such as `handboek/partners/politie.md`."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class State:
    """A chain from practice at one moment, such as `voor`, and what the check says about it."""

    name: str
    chain: Chain
    report: Report


@dataclass(frozen=True, slots=True)
class Practice:
    """A chain from practice: its story in Markdown without HTML, and its states from old to new."""

    id: str
    title: str
    story: str
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """What the handbook is made from: the chain on its day, the check, a way to draw, the past.

    `judge` remembers what the check says; few pages ask for it.
    """

    chain: Chain
    judge: Callable[[], Report]
    draw: Callable[[View], Picture | Failure]
    practice: tuple[Practice, ...] = ()
    history: History = field(default_factory=History)

    @property
    def report(self) -> Report:
        """What the check says."""
        return self.judge()
