"""Uitzondering: a finding that the region accepts for a while, or a rule that it weighs otherwise."""

from __future__ import annotations

from ketenhandboek.kinds.build import Record, item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.values import Day


@item
class ExceptionRecord(Record):
    """Which rule, on which record (`<kind>/<id>`) and in which areas, why, until when and by whom.

    With a severity the findings stay, as grave as it says; without, they are accepted, and then the record
    and the last day are there. No record or no areas is everywhere.
    """

    rule: str = key("regel")
    record: str | None = maybe("record")
    areas: tuple[str, ...] = many("gebied")
    severity: str | None = maybe("ernst")
    reason: str = key("reden")
    end: Day | None = maybe("tot_en_met")
    longer_because: str | None = maybe("langer_omdat")
    by: str = key("door")


KIND = Kind("uitzondering", "uitzonderingen", ExceptionRecord, "uitzonderingen.yaml", "uitzonderingen")
