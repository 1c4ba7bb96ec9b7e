"""Soort: a kind of partner, with the functions that every partner of the kind has."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key, many
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import Function, NationalRecord


@item
class PartnerKind(NationalRecord):
    """A kind of partner; `per_municipality` is `een` (exactly one is bound) or `meer` (at least one)."""

    plural: str = key("meervoud")
    per_municipality: str = key("per_gemeente")
    functions: tuple[Function, ...] = many("functies")
    synonyms: tuple[str, ...] = many("synoniemen")
    predecessors: tuple[str, ...] = many("opvolger_van")


KIND = Kind("soort", "soorten", PartnerKind, "soorten.yaml", "soorten", national=True)
