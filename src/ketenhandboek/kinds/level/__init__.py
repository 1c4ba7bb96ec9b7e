"""Niveau: a level of responsibility on one of the two ladders."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class Level(NationalRecord):
    """A level; `rank` counts from 1 at the bottom of its ladder (`samenwerking` or `casus`)."""

    ladder: str = key("ladder")
    rank: int = key("rang")
    decides: bool = key("beslist", False)


KIND = Kind("niveau", "niveaus", Level, "niveaus.yaml", "niveaus", national=True)
