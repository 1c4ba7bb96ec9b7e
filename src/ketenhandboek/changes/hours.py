"""One week for two chains: cut by the windows of both, so that a window that moved is seen to the minute."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.chain.week import Week
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.region import Window

_BEFORE = "-zoals-het-was"


class _Earlier(Week):
    """The joint week for lines as they were: their names mean the windows as they were."""

    def __init__(self, windows: Iterable[Window], meant: Mapping[str, str]) -> None:
        super().__init__(windows)
        self._meant = meant

    def within(self, names: Iterable[str]) -> frozenset[int]:
        """As of any week, for the names that the windows had."""
        return super().within(self._meant.get(name, name) for name in names)


def one_week(old: Chain, new: Chain) -> tuple[Week, Week]:
    """The week for what is said now, and the same week for what was said before."""
    windows = {window.id: window for window in (new.region.windows if new.region else ())}
    meant: dict[str, str] = {}
    for window in old.region.windows if old.region else ():
        now = windows.get(window.id)
        if now is None or _hours(now) != _hours(window):
            meant[window.id] = window.id + _BEFORE
    was = [
        replace(window, id=meant[window.id], name=f"{lower_first(window.name)} zoals het was")
        for window in (old.region.windows if old.region else ())
        if window.id in meant
    ]
    joint = (*windows.values(), *was)
    return Week(joint), _Earlier(joint, meant)


def _hours(window: Window) -> tuple[object, ...]:
    return frozenset(window.days), window.start, window.end, window.holidays
