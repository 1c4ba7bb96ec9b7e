"""Aanleiding: why somebody steps on a ladder, or calls for help at once."""

from __future__ import annotations

from dataclasses import dataclass

from ketenhandboek.kinds.build import key, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trigger(NationalRecord):
    """A trigger; an acute one is on no ladder."""

    ladder: str | None = maybe("ladder")
    acute: bool = key("acuut", False)


KIND = Kind("aanleiding", "aanleidingen", Trigger, "aanleidingen.yaml", "aanleidingen", national=True)
