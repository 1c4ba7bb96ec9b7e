"""Norm: a legal or professional limit that agreements must respect."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord
from ketenhandboek.values import Duration, Ref


@item
class Norm(NationalRecord):
    """A norm: a duration from one event to another, or a duty in words when there is no number."""

    binding: str = key("soort")
    task: str | None = maybe("taak")
    within: Duration | None = maybe("binnen")
    since: Ref | None = maybe("vanaf")
    until: Ref | None = maybe("tot")
    share: str | None = maybe("aandeel")


KIND = Kind("norm", "normen", Norm, "normen.yaml", "normen", national=True)
