"""Sets of situations as the extents of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.space import places
from ketenhandboek.changes.values import Extent

if TYPE_CHECKING:
    from ketenhandboek.chain.space import Box
    from ketenhandboek.changes.pair import Pair


def extents(pair: Pair, cells: int, within: int) -> tuple[Extent, ...]:
    """Situations over all periods as boxes in words; `within` holds those of one period that are at stake."""
    return tuple(_extent(pair, box, within) for box in pair.space.cover(cells))


def _extent(pair: Pair, box: Box, within: int) -> Extent:
    telling = pair.telling
    first = next(places(box.periods))
    return Extent(
        tuple(pair.space.municipalities.chosen(box.municipalities)),
        telling.where(box),
        telling.when(box),
        telling.about(box, within),
        telling.during(box),
        pair.change_points[first] if first else None,
    )
