"""Overleg: a meeting or body, which outlives one agreement."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Record, item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import Validity
from ketenhandboek.values import Duration, Ref, Unknown


@item
class Link(Annotated):
    """Another meeting that this one works with, and how."""

    meeting: str = key("overleg")
    via: str = key("via")


@item
class Meeting(Record):
    """A meeting or body."""

    name: str = key("naam")
    kind: str = key("soort")
    track: str | None = maybe("spoor")
    areas: tuple[str, ...] = many("gebied")
    themes: tuple[str, ...] = many("themas")
    chair: Ref | Unknown | None = maybe("voorzitter")
    deputy: Ref | Unknown | None = maybe("plaatsvervanger")
    participants: tuple[Ref, ...] = many("deelnemers")
    every: Duration | Unknown | None = maybe("elke")
    purpose: str | None = maybe("doel")
    entry_criteria: tuple[str, ...] = many("aanmeldcriteria")
    decides_on: tuple[str, ...] = many("beslist_over")
    reports_to: str | None = maybe("rapporteert_aan")
    linked_to: tuple[Link, ...] = many("verbonden_met")
    privacy_covenant: str | None = maybe("privacyconvenant")
    exists: Validity | None = maybe("bestaat")
    succeeded_by: str | None = maybe("opgevolgd_door")


KIND = Kind("overleg", "overleggen", Meeting, "overleggen.yaml", "overleggen")
