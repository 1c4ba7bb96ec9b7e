"""The line at the top of a record that says whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.pages.markup import Markup
from ketenhandboek.pages.tools import badge
from ketenhandboek.values import Day
from ketenhandboek.wording import upper_first

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

_WARNINGS = {
    State.UNSURE: "Het is niet bekend of deze afspraak nu geldt.",
    State.FUTURE: "Deze afspraak geldt nog niet.",
    State.CONCEPT: "Dit is een concept. De partijen hebben het nog niet vastgesteld.",
    State.CONSULTATION: "Dit is een voorstel. De partijen kunnen er nog op reageren.",
    State.REPLACED: "Deze afspraak geldt niet meer: een andere is ervoor in de plaats gekomen.",
    State.EXPIRED: "Deze afspraak is verlopen.",
    State.WITHDRAWN: "Deze afspraak is ingetrokken.",
}


def warning(state: State) -> str:
    """What a reader must know before relying on the agreement; nothing when it is in force."""
    return _WARNINGS.get(state, "")


def state_badge(state: State) -> Markup:
    """The state of an agreement as a label."""
    return badge(_STYLES[state], upper_first(state.value))


def validity_data(validity: Validity | None) -> Markup:
    """The validity as data on the page, so that a script can warn when the page has grown old."""
    if validity is None:
        return Markup("")
    ends = (("data-geldig-van", validity.start, "first"), ("data-geldig-tot", validity.end, "last"))
    known = ((name, getattr(value, end)) for name, value, end in ends if isinstance(value, Day))
    return Markup("".join(f' {name}="{value.isoformat()}"' for name, value in known))
