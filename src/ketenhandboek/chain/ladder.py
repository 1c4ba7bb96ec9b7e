"""A ladder as a reader climbs it: its steps, and between them the levels at which nobody stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.functions import Functions
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute, Step


class Rung(NamedTuple):
    """The levels of a step, or one level that the ladder skips: that has no step and no number."""

    levels: tuple[str, ...]
    step: Step | None = None
    number: int = 0


def rungs(functions: Functions, route: EscalationRoute) -> Iterator[Rung]:
    """The steps of a route from low to high, numbered from 1, with every level skipped on the way."""
    stops = {level for step in route.steps for level in step.levels}
    below: int | None = None
    for number, step in enumerate(route.steps, 1):
        ranks = [rank for level in step.levels if (rank := functions.rank(level)) is not None]
        if ranks:
            for level in functions.levels(route.ladder or ""):
                if level.id not in stops and below and below < level.rank < min(ranks):
                    yield Rung((level.id,))
            below = max(ranks)
        yield Rung(step.levels, step, number)
