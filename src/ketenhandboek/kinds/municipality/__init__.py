"""Landelijke gemeente: a municipality by its official code, dated."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
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
