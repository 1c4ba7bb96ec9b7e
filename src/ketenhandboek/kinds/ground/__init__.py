"""Grondslag: the legal ground on which one party may share information with another."""

from __future__ import annotations

from ketenhandboek.kinds.build import item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class Ground(NationalRecord):
    """A legal ground; empty lists of senders, receivers or data kinds mean that the law names none."""

    law: str = key("wet")
    article: str | None = maybe("artikel")
    senders: tuple[str, ...] = many("van_soorten")
    receivers: tuple[str, ...] = many("naar_soorten")
    data_kinds: tuple[str, ...] = many("gegevens")
    written_decision: bool = key("schriftelijk_besluit", False)


KIND = Kind("grondslag", "grondslagen", Ground, "grondslagen.yaml", "grondslagen", national=True)
