"""All answers as one compact value: every text, set of situations and list of answers stands in it once.

A set of situations is a row of blocks, one for each period and municipality. A block has one bit for each
hour and pair of theme and target group, four to a hexadecimal digit with the lowest first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ketenhandboek.pages.guide.scene import Scene
from ketenhandboek.pages.guide.statements import NOTHING, Answers, Question
from ketenhandboek.pages.guide.topics import WISHES

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.pages.links import Links


def packed(chain: Chain, links: Links, kinds: list[str]) -> dict[str, Any]:
    """The answers for every kind of partner in every situation up to the horizon."""
    pack = _Pack(chain)
    scenes = tuple(_scenes(chain, links))
    work = {
        kind: {wish: pack.topics(topics) for wish, topics in _answered(scenes, kind).items()}
        for kind in kinds
    }
    return {**pack.tables(), "nothing": [NOTHING[question] for question in Question], "work": work}


def _scenes(chain: Chain, links: Links) -> Iterator[Scene]:
    """Every period, seen by nobody yet."""
    for number, situations in enumerate(chain.coverage.periods):
        then = chain.at(chain.change_points[number])
        yield Scene(then, situations, links, chain.space, number * chain.space.size)


def _answered(scenes: Iterable[Scene], kind: str) -> dict[str, dict[str, Answers]]:
    """For one kind of partner the answers by wish and topic."""
    found: dict[str, dict[str, Answers]] = {id_: {} for id_ in WISHES}
    for scene in (period.seen_by(kind) for period in scenes):
        for id_, wish in WISHES.items():
            for topic in wish.topics(scene):
                answers = found[id_].setdefault(topic.name, Answers())
                topic.answer(replace(scene, answers=answers))
    return found


class _Pack:
    """The tables that the answers refer to by number."""

    def __init__(self, chain: Chain) -> None:
        self._space = chain.space
        self._periods = len(chain.change_points)
        places = max(1, len(self._space.municipalities.names))
        self._block = self._space.size // places
        self._blocks = places * self._periods
        self._tables: dict[str, dict[Any, int]] = {name: {} for name in ("texts", "blocks", "sets", "lists")}

    def topics(self, topics: dict[str, Answers]) -> list[list[Any]]:
        """Each topic with the number of its list of answers for every question."""
        return [
            [name, [self._list(answers, question) for question in Question]]
            for name, answers in topics.items()
        ]

    def tables(self) -> dict[str, list[Any]]:
        """Every table, in order of number."""
        sets: list[Any] = [self._row(cells) for cells in self._tables["sets"]]
        return {name: list(table) for name, table in self._tables.items()} | {"sets": sets}

    def _list(self, answers: Answers, question: Question) -> int:
        said = (
            (self._number("texts", parts), self._number("sets", cells))
            for parts, cells in answers.on(question)
        )
        return self._number("lists", tuple(said))

    def _row(self, cells: int) -> tuple[int, ...]:
        mask = (1 << self._block) - 1
        row = (cells >> (place * self._block) & mask for place in range(self._blocks))
        return tuple(self._number("blocks", f"{block:x}"[::-1]) for block in row)

    def _number(self, table: str, value: Hashable) -> int:
        return self._tables[table].setdefault(value, len(self._tables[table]))
