"""Themes with a route of their own, as the region says, and whether an agreement describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

OWN_ROUTE = "eigen"
_EVERY_THEME = "alle"


def unwritten(chain: Chain) -> frozenset[str]:
    """The themes with a route of their own that no agreement in force describes."""
    described = _described(chain)
    themes = chain.region.themes if chain.region else ()
    return frozenset(item.theme for item in themes if item.route == OWN_ROUTE) - described


def _described(chain: Chain) -> set[str]:
    """The themes that an agreement in force names in so many words, with at least one task."""
    found: set[str] = set()
    for agreement in chain.lifecycle.in_force.values():
        for own in agreement.responsibilities:
            limits = own.applies_to
            found |= set(limits.themes if limits and limits.themes else agreement.themes)
    return found - {_EVERY_THEME}
