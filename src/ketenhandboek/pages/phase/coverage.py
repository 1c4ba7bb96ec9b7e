"""How far the tasks of a phase are settled, as a table of municipalities and target groups."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.heat import State
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.tools import badge, dots, lines

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.heat import Heat
    from ketenhandboek.kinds.task import Task
    from ketenhandboek.pages.links import Links


def coverage_of(chain: Chain, heat: Heat, links: Links, tasks: list[Task]) -> Markup:
    """The table; nothing without municipalities, target groups or tasks that one party has."""
    groups = chain.space.groups.names
    counted = [task for task in tasks if task.division == "een"]
    if not (groups and counted and chain.areas.municipalities):
        return Markup("")
    head = ("Gemeente", *(plain(chain.names.of("doelgroep", group)) for group in groups))
    rows = [
        (links.to("gemeente", id_), *(_cell(heat, links, counted, id_, group) for group in groups))
        for id_ in chain.areas.municipalities
    ]
    every = (head, ("---",) * len(head), *rows)
    return Markup("\n".join(f"| {' | '.join(row)} |" for row in every))


def _cell(heat: Heat, links: Links, tasks: list[Task], municipality: str, group: str) -> Markup:
    """How many tasks are settled, and which are not; only a gap alarms."""
    found: dict[State, list[Task]] = defaultdict(list)
    gaps: list[Task] = []
    for task in tasks:
        cell = heat.cell(task, municipality, group)
        found[cell.state].append(task)
        if cell.gap:
            gaps.append(task)
    about = sum(map(len, found.values())) - len(found[State.OUTSIDE])
    if not about:
        return Markup("geen taak")
    settled = badge("fout" if gaps else "goed", f"{len(found[State.ALWAYS])} van {about} altijd")
    partly = _named(links, "deels", [task for task in found[State.PARTLY] if task not in gaps])
    missing = _named(links, "open", gaps)
    none = _named(links, "niemand", [*found[State.FREE], *(t for t in found[State.NEVER] if t not in gaps)])
    return lines((settled, missing, partly, none))


def _named(links: Links, label: str, tasks: list[Task]) -> Markup:
    named = dots(links.to("taak", task.id) for task in tasks)
    return Markup(f"{label}: {named}" if named else "")
