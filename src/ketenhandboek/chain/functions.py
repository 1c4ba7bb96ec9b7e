"""The functions of a partner: its own on top of those that its kind gives it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.kinds.level import Level
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.partner_kind import PartnerKind

if TYPE_CHECKING:
    from ketenhandboek.chain.records import Records
    from ketenhandboek.kinds.parts import Function

COOPERATION = "samenwerking"


class Functions:
    """Functions with their level and deputy, by partner or kind."""

    def __init__(self, records: Records) -> None:
        self._kinds = records.of(PartnerKind)
        self._partners = records.of(Partner)
        self._levels = records.of(Level)
        self._known: dict[str, dict[str, Function]] = {}

    def of(self, name: str) -> dict[str, Function]:
        """The functions of a partner or a kind, by id."""
        if name not in self._known:
            self._known[name] = self._merged(name)
        return self._known[name]

    def get(self, name: str, function: str) -> Function | None:
        """One function of a partner or kind."""
        return self.of(name).get(function)

    def rank(self, level: str) -> int | None:
        """The place of a level on its ladder, from 1 at the bottom."""
        found = self._levels.get(level)
        return found.rank if found else None

    def levels(self, ladder: str) -> list[Level]:
        """The levels of a ladder from low to high."""
        return sorted(
            (level for level in self._levels.values() if level.ladder == ladder), key=lambda x: x.rank
        )

    def _merged(self, name: str) -> dict[str, Function]:
        partner = self._partners.get(name)
        kind = self._kinds.get(partner.kind if partner else name)
        functions = {function.id: function for function in (kind.functions if kind else ())}
        for own in partner.functions if partner else ():
            functions[own.id] = _filled(own, functions.get(own.id))
        return functions


def _filled(own: Function, usual: Function | None) -> Function:
    """What the partner writes, with what it leaves out taken from the kind."""
    if usual is None:
        return own
    return replace(
        own,
        name=own.name or usual.name,
        level=own.level or usual.level,
        deputy=own.deputy or usual.deputy,
    )
