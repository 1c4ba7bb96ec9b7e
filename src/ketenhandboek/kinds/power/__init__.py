"""Bevoegdheid: a power that an administrative body has by law, and whether it may be mandated."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord
from ketenhandboek.values import Ref


@item
class Power(NationalRecord):
    """A power: whose it is, whether and to whom it may be mandated, and the task it belongs to."""

    holder: Ref = key("van")
    mandatable: bool = key("mandateerbaar")
    receiver: Ref | None = maybe("aan")
    task: str | None = maybe("taak")


KIND = Kind("bevoegdheid", "bevoegdheden", Power, "bevoegdheden.yaml", "bevoegdheden", national=True)
