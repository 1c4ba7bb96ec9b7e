"""A change as a sentence: the beginning of it, to which each module beside this one adds its own values."""

from __future__ import annotations

from functools import singledispatch

from ketenhandboek.changes import values as v


@singledispatch
def said(change: v.Change) -> str:
    """What changed, in one or a few sentences."""
    raise NotImplementedError(type(change))
