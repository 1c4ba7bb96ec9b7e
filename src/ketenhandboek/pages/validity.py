"""The line at the top of a record that says whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.pages.markup import Markup
from ketenhandboek.pages.pen import badge
from ketenhandboek.values import Day

if TYPE_CHECKING:
    from ketenhandboek.kinds.parts import Validity

_STYLES = {
    State.IN_FORCE: "goed",
    State.UNSURE: "info",
    State.FUTURE: "rust",
    State.CONCEPT: "rust",
    State.CONSULTATION: "rust",
    State.REPLACED: "rust",
    State.EXPIRED: "fout",
    State.WITHDRAWN: "fout",
}


def state_badge(state: State) -> Markup:
    """The state of an agreement as a label."""
    return badge(_STYLES[state], state.value[:1].upper() + state.value[1:])


def validity_data(validity: Validity | None) -> Markup:
    """The validity as data on the page, so that a script can warn when the page has grown old."""
    if validity is None:
        return Markup("")
    ends = (("data-geldig-van", validity.start, "first"), ("data-geldig-tot", validity.end, "last"))
    known = ((name, getattr(value, end)) for name, value, end in ends if isinstance(value, Day))
    return Markup("".join(f' {name}="{value.isoformat()}"' for name, value in known))
