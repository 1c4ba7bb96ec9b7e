"""Where a kind of partner is meant: the municipalities and target groups of the line that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.agreement.lines import Flow, Mandate, Responsibility
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.kinds.references import Use

    Scoped = Responsibility | Flow | EscalationRoute | Mandate

_PARTIES = "partijen"
_LINES = {
    "verantwoordelijkheden": "responsibilities",
    "gegevensstromen": "flows",
    "escalatieroutes": "escalation_routes",
    "mandaten": "mandates",
}
_FOR_EVERY_GROUP = ("eindverantwoordelijk", "beslist")
"""Who holds these must be there for each target group; anybody else only for some group."""


class Meant(NamedTuple):
    """A kind as a line of an agreement names it: where and for which target groups that line holds."""

    kind: str
    municipalities: frozenset[str]
    groups: frozenset[str]
    for_every_group: bool


class Verdict(NamedTuple):
    """The municipalities in which a kind means nobody, and those in which it means several partners."""

    absent: tuple[str, ...]
    crowded: dict[str, tuple[Partner, ...]]

    @property
    def clear(self) -> bool:
        """Whether it means one party everywhere."""
        return not self.absent and not self.crowded


def meant_by(use: Use, kind: str, agreement: Agreement, chain: Chain) -> Meant | None:
    """Where the line holds in which a kind is named; None where no municipality is at hand."""
    section, here = use.said.path[0], chain.areas.of(agreement.areas)
    if section == _PARTIES:
        return Meant(kind, here, chain.binding.groups_in(()), False)
    if section not in _LINES:
        return None
    item = _around(use, getattr(agreement, _LINES[section]))
    applies = getattr(item, "applies_to", None)
    areas = applies.areas if applies else getattr(item, "areas", ())
    groups = (applies.target_groups if applies else ()) or _groups_of_task(item, chain)
    municipalities = here & chain.areas.of(areas) if areas else here
    return Meant(kind, municipalities, chain.binding.groups_in(groups), use.said.path[-1] in _FOR_EVERY_GROUP)


def _around(use: Use, items: tuple[Scoped, ...]) -> Scoped:
    """The item of a list in which a name stands."""
    position = use.where[1]
    assert isinstance(position, int)
    return items[position]


def _groups_of_task(item: Scoped, chain: Chain) -> tuple[str, ...]:
    task = chain.records.of(Task).get(getattr(item, "task", None) or "")
    return task.target_groups if task else ()


def judge_meant(meant: Meant, chain: Chain) -> Verdict:
    """Whether it is clear who is meant, in each of the municipalities."""
    kind, groups = meant.kind, meant.groups
    bound = {here: chain.binding.for_each(kind, here, groups) for here in sorted(meant.municipalities)}
    there = all if meant.for_every_group else any
    absent = tuple(here for here, by_group in bound.items() if not there(by_group))
    if not chain.binding.single(kind):
        return Verdict(absent, {})
    crowded = ((here, _several(by_group)) for here, by_group in bound.items())
    return Verdict(absent, {here: partners for here, partners in crowded if partners})


def _several(by_group: tuple[tuple[Partner, ...], ...]) -> tuple[Partner, ...]:
    """The partners among whom a reader would have to guess."""
    return next((partners for partners in by_group if len(partners) > 1), ())
