"""Pictures of tasks that follow each other: around one task, in a phase, and for a theme."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.follow import follows, from_entries
from ketenhandboek.chain.net import END
from ketenhandboek.graphs.ego import with_used_kinds
from ketenhandboek.graphs.view import Edge, EdgeKind, Node, NodeKind, View
from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Duration
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.follow import Follow
    from ketenhandboek.graphs.views import Address
    from ketenhandboek.kinds.phase import Phase

ENTRY = NodeKind("ingang", "Taak waar een route begint", "ingangen", "tab", 2)
TASK = NodeKind("taak", "Taak", "taken", "box", 1)
OUTSIDE = NodeKind("elders", "Taak in een andere fase", "taken", "ellipse", 0)
FINISH = NodeKind("einde", "Einde", "einden", "octagon", 0)
TRACKS = {
    "hulp": EdgeKind("hulp", "Spoor: hulp", "bold", 1),
    "strafrecht": EdgeKind("strafrecht", "Spoor: strafrecht", "dashed", 5),
    "bestuur": EdgeKind("bestuur", "Spoor: bestuur", "dotted", 4),
}
NO_TRACK = EdgeKind("zonder-spoor", "Zonder eigen spoor", "solid", 0)
"""The line of an arrow tells the track of the task to which it leads; at the end, of the task before."""


def around_task(chain: Chain, address: Address, task: Task) -> View | None:
    """A task with those before and after it; None when nothing leads to it or follows on it."""
    arrows = [follow for follow in follows(chain) if task.id in (follow.task, follow.next.task)]
    title = f"Wat komt voor en na: {task.name}"
    about = f"Welke taak op welke uitkomst volgt, rond {lower_first(task.name)}."
    return _Route(chain, address, arrows).view(f"taak-{task.id}", title, about, focus=task.id)


def of_phase(chain: Chain, address: Address, phase: Phase) -> View | None:
    """The tasks of a phase, with the tasks of other phases to which they are tied."""
    tasks = chain.records.of(Task)
    inside = {id_ for id_, task in tasks.items() if task.phase == phase.id}
    arrows = [follow for follow in follows(chain) if inside & {follow.task, follow.next.task}]
    about = "De taken van deze fase, en de taken ervoor en erna."
    return _Route(chain, address, arrows, inside).view(f"fase-{phase.id}", phase.name, about)


def of_situations(chain: Chain, address: Address, id_: str, title: str, within: int) -> View | None:
    """The route of a family in some situations, from where it can begin to where it ends."""
    arrows = from_entries(chain, follows(chain, within))
    about = "Welke taak op welke uitkomst volgt, van het begin van de route tot het einde."
    return _Route(chain, address, arrows).view(id_, title, about)


class _Route:
    def __init__(
        self, chain: Chain, address: Address, arrows: list[Follow], inside: Collection[str] = ()
    ) -> None:
        self._chain = chain
        self._address = address
        self._arrows = arrows
        self._tasks = chain.records.of(Task)
        self._inside = inside

    def view(self, id_: str, title: str, about: str, focus: str | None = None) -> View | None:
        """All that the arrows connect; arrows between the same tasks are one, with every outcome on it."""
        if not self._arrows:
            return None
        between: dict[tuple[str, str], list[Follow]] = defaultdict(list)
        for follow in self._arrows:
            between[follow.task, follow.next.task].append(follow)
        named = {name for pair in between for name in pair}
        ordered = [name for name in (*self._tasks, END) if name in named]
        return with_used_kinds(
            View(
                id_,
                title,
                about,
                tuple(map(self._node, ordered)),
                tuple(self._edge(*pair, several) for pair, several in between.items()),
                (ENTRY, TASK, OUTSIDE, FINISH),
                (*TRACKS.values(), NO_TRACK),
                direction="TB",
                focus=focus if focus in named else None,
            )
        )

    def _node(self, name: str) -> Node:
        task = self._tasks.get(name)
        if task is None:
            return Node(END, "Einde", FINISH.id)
        elsewhere = self._inside and name not in self._inside
        kind = OUTSIDE if elsewhere else ENTRY if task.entry else TASK
        return Node(name, task.name, kind.id, self._address("taak", name))

    def _edge(self, source: str, target: str, several: list[Follow]) -> Edge:
        names = self._chain.names
        outcomes = dict.fromkeys(
            lower_first(names.of("uitkomst", follow.next.outcome))
            for follow in several
            if follow.next.outcome
        )
        track = self._tasks[source if target == END else target].track or ""
        note = "; ".join(filter(None, (*_handovers(several), self._where(several))))
        return Edge(source, target, listed(outcomes, "of"), TRACKS.get(track, NO_TRACK).id, note)

    def _where(self, several: list[Follow]) -> str:
        """In which municipalities the arrow holds, when not in all."""
        space = self._chain.space
        cells = 0
        for follow in several:
            cells |= follow.cells
        here = space.municipalities_of(cells)
        if len(here) == len(self._chain.areas.municipalities):
            return ""
        return f"alleen in {self._chain.names.listed('gemeente', here)}"


def _handovers(several: Iterable[Follow]) -> list[str]:
    """Within which time the next task starts and the other confirms, each once."""
    return list(dict.fromkeys(said for follow in several for said in _times(follow)))


def _times(follow: Follow) -> Iterator[str]:
    if isinstance(follow.next.within, Duration):
        yield f"start binnen {follow.next.within}"
    handover = follow.next.handover
    if handover is not None:
        yield f"de ander bevestigt binnen {handover.confirmed_within}"
