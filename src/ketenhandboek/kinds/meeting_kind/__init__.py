"""Overlegsoort: a kind of meeting or body."""

from __future__ import annotations

from dataclasses import dataclass

from ketenhandboek.kinds.build import key
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MeetingKind(NationalRecord):
    """A kind of meeting; in a case meeting people talk about families, in the others about the approach."""

    discusses_cases: bool = key("bespreekt_casussen", False)


KIND = Kind(
    "overlegsoort", "overlegsoorten", MeetingKind, "overlegsoorten.yaml", "overlegsoorten", national=True
)
