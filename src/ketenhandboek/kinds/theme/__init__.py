"""Thema: a form of violence or abuse."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key, many
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class Theme(NationalRecord):
    """A theme with the target groups that it concerns."""

    target_groups: tuple[str, ...] = many("doelgroepen")
    synonyms: tuple[str, ...] = many("synoniemen")
    needs_own_route: bool = key("vraagt_eigen_route", False)


KIND = Kind("thema", "themas", Theme, "themas.yaml", "themas", national=True)
