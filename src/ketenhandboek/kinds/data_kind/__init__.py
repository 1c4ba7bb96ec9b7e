"""Gegeven: a kind of data that partners share."""

from __future__ import annotations

from ketenhandboek.kinds.build import item
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class DataKind(NationalRecord):
    """A kind of data."""


KIND = Kind("gegeven", "gegevens", DataKind, "gegevens.yaml", "gegevens", national=True)
