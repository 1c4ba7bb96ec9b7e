"""What a rule is: a statement about the chain that it can prove, with the examples that show it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from functools import cached_property
from textwrap import dedent
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Problem, Question, Severity

MARK = "# hier"
"""Ends the line of a bad example on which the finding must stand."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of an example: its path inside a region's folder, and its text."""

    file: str
    text: str


@dataclass(frozen=True)
class Example:
    """Records laid over the clean example region (`example.py`); the same id replaces a record.

    `day` is the reference date when the example needs one of its own, such as `2026-03-01`. An example that
    stands alone is a region by itself, laid over nothing but the national layer.
    """

    shows: str
    texts: tuple[tuple[str, str], ...]
    day: str = ""
    stands_alone: bool = False

    @classmethod
    def of(cls, shows: str, day: str = "", /, **texts: str) -> Example:
        """Texts by file: `partners=…` is `partners.yaml`, `afspraken__x_y=…` is `afspraken/x-y.yaml`.

        A text may be indented as the code around it is.
        """
        return cls(shows, tuple(texts.items()), day)

    @classmethod
    def alone(cls, shows: str, day: str = "", /, **texts: str) -> Example:
        """As `of`, for records that stand alone."""
        return replace(cls.of(shows, day, **texts), stands_alone=True)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Its files."""
        return tuple(
            Source(f"{name.replace('__', '/').replace('_', '-')}.yaml", dedent(text).strip("\n") + "\n")
            for name, text in self.texts
        )

    @cached_property
    def marks(self) -> tuple[tuple[str, int], ...]:
        """File and line (from 1) of every mark, in order."""
        return tuple(
            (source.file, number)
            for source in self.sources
            for number, line in enumerate(source.text.splitlines(), 1)
            if line.rstrip().endswith(MARK)
        )


class Rule(ABC):
    """A rule; the name of its class is its code.

    `needs` names the record kinds of which every record must fit its schema before the rule can be judged;
    a rule that looks at one record at a time needs none. A `firm` rule knows no exceptions, and keeps its
    severity in every region.
    """

    severity: ClassVar[Severity]
    statement: ClassVar[str]
    why: ClassVar[str]
    remedy: ClassVar[str]
    needs: ClassVar[tuple[str, ...]] = ()
    firm: ClassVar[bool] = False
    good: ClassVar[tuple[Example, ...]]
    bad: ClassVar[tuple[Example, ...]]

    @property
    def code(self) -> str:
        """The rule's code, such as `ESC001`."""
        return type(self).__name__

    @abstractmethod
    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """What is wrong in the chain, or what must be known before this can be judged."""
