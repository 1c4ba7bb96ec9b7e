"""Where a task goes from one party to another, by municipality."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Next
    from ketenhandboek.rules.shared.families import Families

EVERY_THEME = "alle"


class Handover(NamedTuple):
    """One party ends a task, and another is accountable for the task that follows."""

    municipality: str
    giver: Ref
    next: Next
    receiver: Ref
    accepted: Line


def handovers(chain: Chain, families: Families) -> Iterator[Handover]:
    """Every handover between two parties in the agreements in force.

    A task that is everybody's own (`ieder`) is handed to nobody in particular.
    """
    tasks = chain.records.of(Task)
    for municipality in chain.areas.municipalities:
        by_task: dict[str, list[Line]] = defaultdict(list)
        lines = chain.elaboration.in_municipality(municipality)
        for line in lines:
            if line.own.task in tasks and tasks[line.own.task].division == "een":
                by_task[line.own.task].append(line)
        for line in lines:
            for found in _from(line, by_task, municipality):
                if _different(found, families) and _together(line, found.accepted, chain):
                    yield found


def _from(line: Line, by_task: dict[str, list[Line]], municipality: str) -> Iterator[Handover]:
    giver = line.line.accountable
    if not isinstance(giver, Ref):
        return
    for following in line.line.next:
        for accepted in by_task.get(following.task, ()):
            receiver = accepted.line.accountable
            if isinstance(receiver, Ref):
                yield Handover(municipality, giver, following, receiver, accepted)


def _different(found: Handover, families: Families) -> bool:
    giver, receiver = (families.of(ref.name, found.municipality) for ref in (found.giver, found.receiver))
    return bool(giver and receiver) and not giver & receiver


def _together(one: Line, other: Line, chain: Chain) -> bool:
    """Whether two lines can hold for the same family: they share a theme and a target group."""
    themes = _themes(one), _themes(other)
    if all(EVERY_THEME not in named for named in themes) and not themes[0] & themes[1]:
        return False
    groups = [
        chain.binding.groups_in(line.line.applies_to.target_groups if line.line.applies_to else ())
        for line in (one, other)
    ]
    return bool(groups[0] & groups[1])


def _themes(line: Line) -> set[str]:
    own = line.line.applies_to
    return set(own.themes if own and own.themes else line.agreement.themes)
