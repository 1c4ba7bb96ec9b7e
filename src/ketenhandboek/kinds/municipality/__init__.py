"""Landelijke gemeente: a municipality by its official code, dated."""

from __future__ import annotations

from dataclasses import dataclass

from ketenhandboek.kinds.build import key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NationalMunicipality(NationalRecord):
    """A municipality in the national list; the id is the code in lower case, such as `gm0518`."""

    code: str = key("code")
    province: str | None = maybe("provincie")
    also_known_as: tuple[str, ...] = many("ook_bekend_als")


KIND = Kind(
    "landelijke-gemeente",
    "landelijke gemeenten",
    NationalMunicipality,
    "gemeenten.yaml",
    "gemeenten",
    national=True,
)
