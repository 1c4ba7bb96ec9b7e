"""Doelgroep: whom a task is for."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, many
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class TargetGroup(NationalRecord):
    """A target group; `includes` names the groups that it stands for together."""

    includes: tuple[str, ...] = many("omvat")


KIND = Kind("doelgroep", "doelgroepen", TargetGroup, "doelgroepen.yaml", "doelgroepen", national=True)
