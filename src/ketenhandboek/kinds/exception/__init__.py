"""Uitzondering: a finding that the region accepts for a while."""

from __future__ import annotations

from dataclasses import dataclass

from ketenhandboek.kinds.build import Record, key, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.values import Day


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExceptionRecord(Record):
    """An accepted finding: which rule, on which record (`<kind>/<id>`), why, until when and by whom."""

    rule: str = key("regel")
    record: str = key("record")
    reason: str = key("reden")
    end: Day = key("tot_en_met")
    by: str | None = maybe("door")


KIND = Kind("uitzondering", "uitzonderingen", ExceptionRecord, "uitzonderingen.yaml", "uitzonderingen")
