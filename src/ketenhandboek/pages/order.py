"""The order in which a reader expects responsibilities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.words import ALL_THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line


def in_order(chain: Chain, lines: Iterable[Line]) -> list[Line]:
    """Lines in the order of the tasks; of one task first those of the agreement with the widest reach."""
    places = {id_: place for place, id_ in enumerate(chain.records.of(Task))}

    def key(line: Line) -> tuple[int, bool, int]:
        themes = line.agreement.themes
        return (places.get(line.own.task, len(places)), ALL_THEMES not in themes, -len(themes))

    return sorted(lines, key=key)
