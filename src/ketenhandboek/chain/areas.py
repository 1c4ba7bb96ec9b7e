"""Which municipalities an area means on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ketenhandboek.kinds.region import Area, Municipality, Region

WHOLE_REGION = "regio"


class Areas:
    """The region's municipalities and areas as they are on one day.

    A membership whose dates are not known exactly counts as a membership.
    """

    def __init__(self, region: Region | None, day: date) -> None:
        self._day = day
        self._of: dict[tuple[str, ...], frozenset[str]] = {}
        self.municipalities: dict[str, Municipality] = {
            municipality.id: municipality
            for municipality in (region.municipalities if region else ())
            if municipality.period.contains(day) is not Truth.NO
        }
        self._areas: dict[str, Area] = {area.id: area for area in (region.areas if region else ())}

    def members(self, name: str) -> frozenset[str]:
        """The ids of the municipalities in an area, a municipality itself, or the whole region."""
        if name == WHOLE_REGION:
            return frozenset(self.municipalities)
        if name in self.municipalities:
            return frozenset((name,))
        area = self._areas.get(name)
        members = area.members if area else ()
        return frozenset(
            member.municipality
            for member in members
            if member.municipality in self.municipalities
            and member.period.contains(self._day) is not Truth.NO
        )

    def of(self, names: Iterable[str]) -> frozenset[str]:
        """The municipalities in any of these areas."""
        asked = tuple(names)
        if asked not in self._of:
            self._of[asked] = frozenset[str]().union(*map(self.members, asked))
        return self._of[asked]

    def sorted(self, ids: Iterable[str]) -> list[Municipality]:
        """Municipalities in the order of the region's own list."""
        wanted = set(ids)
        return [municipality for id_, municipality in self.municipalities.items() if id_ in wanted]
