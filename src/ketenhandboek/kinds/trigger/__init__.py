"""Aanleiding: why somebody steps on a ladder, or calls for help at once."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class Trigger(NationalRecord):
    """A trigger; an acute one is on no ladder."""

    ladder: str | None = maybe("ladder")
    acute: bool = key("acuut", False)


KIND = Kind("aanleiding", "aanleidingen", Trigger, "aanleidingen.yaml", "aanleidingen", national=True)
