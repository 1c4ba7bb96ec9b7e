"""Thema: a form of violence or abuse."""

from __future__ import annotations

from dataclasses import dataclass

from ketenhandboek.kinds.build import key, many
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme(NationalRecord):
    """A theme with the target groups that it concerns."""

    target_groups: tuple[str, ...] = many("doelgroepen")
    synonyms: tuple[str, ...] = many("synoniemen")
    needs_own_route: bool = key("vraagt_eigen_route", False)


KIND = Kind("thema", "themas", Theme, "themas.yaml", "themas", national=True)
