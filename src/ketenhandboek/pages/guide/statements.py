"""What the Routewijzer says: short statements, each with the situations in which it is an answer."""

from __future__ import annotations

from collections import defaultdict
from enum import IntEnum
from functools import lru_cache

Part = str | tuple[str, str]
"""Plain text, where a line break starts a new line, or a text with the address that it leads to."""
Parts = tuple[Part, ...]

ADVICE: Parts = (
    " Bel Veilig Thuis ",
    ("0800-2000", "tel:08002000"),
    "; bij direct gevaar ",
    ("112", "tel:112"),
    ".",
)


class Question(IntEnum):
    """What a reader asks, in order; the first question of all, whether it is acute, has one answer."""

    CALL = 0
    DECIDES = 1
    DEADLINE = 2
    SHARE = 3
    HEAR = 4
    STUCK = 5
    VALID = 6


NOTHING: dict[Question, Parts] = {
    Question.CALL: ("Hierover is niets afgesproken.", *ADVICE),
    Question.DECIDES: ("Er is niet afgesproken wie hierover beslist.",),
    Question.DEADLINE: ("Hierover is geen termijn afgesproken.",),
    Question.SHARE: ("Over delen is hier niets afgesproken.",),
    Question.HEAR: ("Er is niet afgesproken wat u terughoort.",),
    Question.STUCK: ("Hiervoor is geen ladder afgesproken.",),
    Question.VALID: ("Hierover is geen afspraak van kracht.",),
}
"""What is said where no statement is an answer."""


class Answers:
    """The statements on every question about one topic, in the order in which they were first made."""

    def __init__(self) -> None:
        self._said: defaultdict[Question, dict[Parts, int]] = defaultdict(dict)

    def say(self, question: Question, parts: Parts, cells: int) -> None:
        """Answer a question in some situations, counted over all periods."""
        if cells:
            told, said = _merged(parts), self._said[question]
            said[told] = said.get(told, 0) | cells

    def on(self, question: Question) -> tuple[tuple[Parts, int], ...]:
        """The answers to a question, each with its situations."""
        return tuple(self._said[question].items())


@lru_cache(maxsize=1 << 14)
def _merged(parts: Parts) -> Parts:
    """The same with neighbouring texts joined, so that one sentence is one value."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part:
            found.append(part)
    return tuple(found)
