"""Whom to call in a municipality: first who is there at all times or has a task when it is acute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.words import AT_ALL_TIMES
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.partner import Partner, Reachable
    from ketenhandboek.values import Unknown


@dataclass(frozen=True, slots=True)
class Caller:
    """A partner to call, the acute tasks that it does, and the decisions in them that are its own."""

    partner: Partner
    tasks: tuple[str, ...]
    decisions: tuple[tuple[Ref, str], ...]

    @property
    def urgent(self) -> bool:
        """Whether it belongs at the top of the page."""
        return bool(self.tasks or self.decisions or _numbers(self.partner))

    @property
    def contacts(self) -> tuple[Reachable, ...]:
        """The ways to reach it that always work; all of them when none does."""
        return _always(self.partner) or self.partner.reachable

    @property
    def other_tasks(self) -> list[str]:
        """Its acute tasks, without those that stand beside a way to reach it."""
        named = {task for contact in self.contacts for task in contact.tasks}
        return [task for task in self.tasks if task not in named]

    @property
    def order(self) -> tuple[bool, int, bool, str]:
        """Numbers that always answer come first, the shortest (112) before all, then who has most to do."""
        shortest = min(map(len, _numbers(self.partner)), default=0)
        return (not shortest, shortest, not self.tasks, self.partner.name)


def callers(chain: Chain, municipality: str) -> list[Caller]:
    """Every partner that works in the municipality, the most urgent first."""
    known = chain.records.of(Task)
    lines = chain.elaboration.in_municipality(municipality)
    acute = [line for line in lines if line.own.task in known and known[line.own.task].acute]
    here = (
        partner
        for partner in chain.binding.partners.values()
        if municipality in chain.binding.municipalities(partner.id)
    )
    return sorted((_caller(partner, acute) for partner in here), key=lambda caller: caller.order)


def _caller(partner: Partner, acute: Iterable[Line]) -> Caller:
    tasks: dict[str, None] = {}
    decisions: dict[tuple[Ref, str], None] = {}
    for line in acute:
        if isinstance(line.line.decides, Ref) and _is(partner, line.line.decides):
            decisions[line.line.decides, line.own.task] = None
        elif any(_is(partner, ref) for ref in (line.line.accountable, *line.line.performers)):
            tasks[line.own.task] = None
    return Caller(partner, tuple(tasks), tuple(decisions))


def _is(partner: Partner, ref: Ref | Unknown | None) -> bool:
    return isinstance(ref, Ref) and ref.name in (partner.id, partner.kind)


def _always(partner: Partner) -> tuple[Reachable, ...]:
    return tuple(contact for contact in partner.reachable if AT_ALL_TIMES in contact.windows)


def _numbers(partner: Partner) -> list[str]:
    """The digits of the numbers that answer at all times."""
    numbers = (contact.telephone for contact in _always(partner))
    return ["".join(filter(str.isdigit, number)) for number in numbers if number]
