"""Where a kind of partner is meant: the municipalities and target groups of the line that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.agreement.lines import Flow, Mandate, Responsibility
    from ketenhandboek.kinds.references import Use

    Scoped = Responsibility | Flow | EscalationRoute | Mandate

_FOR_EVERY_GROUP = ("eindverantwoordelijk", "beslist")
"""Who holds these must be there for each target group; anybody else only for some group."""


class Meant(NamedTuple):
    """A kind as one line of an agreement names it: where and for which target groups that line holds."""

    use: Use
    kind: str
    municipalities: frozenset[str]
    groups: frozenset[str]

    @property
    def for_every_group(self) -> bool:
        """Whether each of the target groups needs a partner."""
        return self.use.path[-1] in _FOR_EVERY_GROUP


def meant_by(use: Use, kind: str, agreement: Agreement, chain: Chain) -> Meant | None:
    """Where the line holds in which a kind is named; None where no municipality is at hand."""
    sections: dict[str, tuple[Scoped, ...]] = {
        "partijen": (),
        "verantwoordelijkheden": agreement.responsibilities,
        "gegevensstromen": agreement.flows,
        "escalatieroutes": agreement.escalation_routes,
        "mandaten": agreement.mandates,
    }
    if use.path[0] not in sections:
        return None
    here = chain.areas.of(agreement.areas)
    item = _around(use, sections[use.path[0]])
    applies = getattr(item, "applies_to", None)
    areas = applies.areas if applies else getattr(item, "areas", ())
    groups = (applies.target_groups if applies else ()) or _groups_of_task(item, chain)
    municipalities = here & chain.areas.of(areas) if areas else here
    return Meant(use, kind, municipalities, chain.binding.groups_in(groups))


def _around(use: Use, items: Iterable[Scoped]) -> Scoped | None:
    """The item of a list in which a name stands."""
    line = use.node.start_mark.line
    before = (item for item in items if item.place.node.start_mark.line <= line)
    return max(before, key=lambda item: item.place.node.start_mark.line, default=None)


def _groups_of_task(item: Scoped | None, chain: Chain) -> tuple[str, ...]:
    task = chain.records.of(Task).get(getattr(item, "task", None) or "")
    return task.target_groups if task else ()
