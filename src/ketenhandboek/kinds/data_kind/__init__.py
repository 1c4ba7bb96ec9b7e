"""Gegeven: a kind of data that partners share."""

from __future__ import annotations

from dataclasses import dataclass

from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DataKind(NationalRecord):
    """A kind of data."""


KIND = Kind("gegeven", "gegevens", DataKind, "gegevens.yaml", "gegevens", national=True)
