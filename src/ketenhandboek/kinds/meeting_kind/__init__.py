"""Overlegsoort: a kind of meeting or body."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class MeetingKind(NationalRecord):
    """A kind of meeting; in a case meeting people talk about families, in the others about the approach."""

    discusses_cases: bool = key("bespreekt_casussen", False)


KIND = Kind(
    "overlegsoort", "overlegsoorten", MeetingKind, "overlegsoorten.yaml", "overlegsoorten", national=True
)
