"""What happens when nobody confirms a handover: the ladder that the agreements have for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.cases.values import Climb, Gap, Rung, Time
from ketenhandboek.chain.situations import EVERY_THEME, accountable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.chain.cases.scene import Scene
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.values import Duration, Unknown

    Ends = Callable[[Duration | Unknown | None, Time, Gap], Time]
    """When a term ends that counts from a time; the gap is what there is to say without a term."""

_FOR_ALL, _FOR_OTHERS = 3, 4


class Refused(NamedTuple):
    """A handover that nobody confirmed: who gave, who should take, why it is stuck, and since when."""

    giver: Line
    taker: Line
    trigger: str
    since: Time


def climbed(scene: Scene, refused: Refused, ends: Ends) -> Climb | None:
    """The ladder between the two parties for this trigger, climbed to its top; none when there is none.

    One that names both parties goes before one that names an organisation to which they belong, and that
    before one for everybody.
    """
    ladders = list(_ladders(scene, refused))
    far = [_distance(scene, route, refused) for _, route in ladders]
    near = min(zip(far, ladders, strict=True), key=lambda item: item[0], default=None)
    if near is None or near[0] == _FOR_OTHERS:
        return None
    agreement, route = near[1]
    gap = Gap(agreement, refused.taker.own.task, route.place, "opgelost_binnen")
    solved = ends(route.solved_within, refused.since, gap)
    return Climb(agreement, route, refused.since, tuple(_rungs(agreement, route, refused, ends)), solved)


def _ladders(scene: Scene, refused: Refused) -> Iterator[tuple[Agreement, EscalationRoute]]:
    """The ladders here for what went wrong."""
    areas = scene.chain.areas
    for agreement in scene.chain.lifecycle.in_force.values():
        about = EVERY_THEME in agreement.themes or scene.theme in agreement.themes
        if about and scene.municipality in areas.of(agreement.areas):
            for route in agreement.escalation_routes:
                here = not route.areas or scene.municipality in areas.of(route.areas)
                if route.steps and refused.trigger in route.triggers and here:
                    yield agreement, route


def _distance(scene: Scene, route: EscalationRoute, refused: Refused) -> int:
    """How far a ladder is from the two parties."""
    if not route.between:
        return _FOR_ALL
    families, where = scene.chain.families, scene.municipality
    far = 0
    for line in (refused.giver, refused.taker):
        party = accountable(line)
        own, family = families.meant(party, where), families.of(party, where)
        if not any(own & families.meant(name, where) for name in route.between):
            far += 1
            if not any(family & families.of(name, where) for name in route.between):
                return _FOR_OTHERS
    return far


def _rungs(agreement: Agreement, route: EscalationRoute, refused: Refused, ends: Ends) -> Iterator[Rung]:
    asked = refused.since
    for step in route.steps:
        gap = Gap(agreement, refused.taker.own.task, step.place, "reageert_binnen")
        asked = ends(step.responds_within, asked, gap)
        yield Rung(step, asked)
