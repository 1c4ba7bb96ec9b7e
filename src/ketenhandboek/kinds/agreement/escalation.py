"""Escalation routes: the ladder for a disagreement, the ladder for a case, and the direct way in danger."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Item, item, key, many, maybe
from ketenhandboek.values import Duration, Ref, Unknown


@item
class Step(Annotated):
    """One step of a ladder: its levels, who meets there, and within how long they answer."""

    levels: tuple[str, ...] = key("niveaus")
    who: tuple[Ref, ...] = key("wie")
    responds_within: Duration | Unknown | None = maybe("reageert_binnen")
    what: str | None = maybe("wat")


@item
class StepDown(Item):
    """When and how the matter goes back down."""

    when: str = key("wanneer")
    decision: str | None = maybe("besluit")


@item
class EscalationRoute(Annotated):
    """A ladder (`samenwerking` or `casus`) with steps, or a direct way without any."""

    id: str = key("id")
    name: str = key("naam")
    ladder: str | None = maybe("ladder")
    between: tuple[str, ...] = many("tussen")
    triggers: tuple[str, ...] = key("aanleidingen")
    areas: tuple[str, ...] = many("gebied")
    solved_within: Duration | Unknown | None = maybe("opgelost_binnen")
    steps: tuple[Step, ...] = many("treden")
    direct: tuple[Ref, ...] = many("direct")
    step_down: StepDown | None = maybe("afschalen")
