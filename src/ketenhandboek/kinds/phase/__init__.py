"""Fase: a part of the approach, from signalling to aftercare; the file's order is the order of the phases."""

from __future__ import annotations

from ketenhandboek.kinds.build import item
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class Phase(NationalRecord):
    """A phase of the approach."""


KIND = Kind("fase", "fasen", Phase, "fasen.yaml", "fasen", national=True)
