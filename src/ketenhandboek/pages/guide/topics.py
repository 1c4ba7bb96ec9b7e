"""What a reader can want, and about what: each topic with a way to answer every question about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.connections import DIVIDED
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.guide.about import (
    about_danger,
    about_disagreement,
    about_handover,
    about_scaling_up,
    about_sharing,
    about_tasks,
    given,
)
from ketenhandboek.pages.guide.ladders import CASE, ladders
from ketenhandboek.pages.guide.sharing import shared
from ketenhandboek.pages.markup import visible
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.pages.guide.scene import Scene

ASK, ADVISE, REPORT, RECEIVE, TRIAGE = (
    "advies-vragen",
    "advies-geven",
    "melden",
    "melding-ontvangen",
    "triage",
)
FIRST_AID = ("noodhulp", "crisisinterventie")


class Topic(NamedTuple):
    """Something that a reader asks about, and what answers it."""

    name: str
    answer: Callable[[Scene], None]


def _advice(_: Scene) -> Iterator[Topic]:
    yield Topic("advies", partial(about_tasks, called=(ADVISE,), own=(ASK,)))


def _report(_: Scene) -> Iterator[Topic]:
    yield Topic("een melding", partial(about_tasks, called=(RECEIVE,), own=(REPORT,), after=(TRIAGE,)))


def _acute(scene: Scene) -> Iterator[Topic]:
    yield Topic("iemand is nu in gevaar", partial(about_danger, tasks=FIRST_AID))
    for task in scene.chain.records.of(Task).values():
        if task.acute and task.id not in (*FIRST_AID, RECEIVE) and any(scene.lines(task.id)):
            yield Topic(lower_first(task.name), partial(about_tasks, called=(task.id,)))


def _handover(scene: Scene) -> Iterator[Topic]:
    tasks = scene.chain.records.of(Task)
    for id_, task in tasks.items():
        takers = (line for line, _ in scene.lines(id_) if not scene.ours(line.line.accountable))
        if task.division == DIVIDED and any(takers) and any(given(scene, id_)):
            yield Topic(lower_first(task.name), partial(about_handover, task=id_))


def _sharing(scene: Scene) -> Iterator[Topic]:
    for other in dict.fromkeys(found.other(scene) for found in scene.once(shared)):
        yield Topic(f"met {scene.chain.names.party(other)}", partial(about_sharing, other=other))


def _stuck(scene: Scene) -> Iterator[Topic]:
    """The two ladders stay apart: escalating is with somebody, scaling up is for a case."""
    found = scene.once(ladders)
    ours = [
        item.between for item in found if item.route.ladder != CASE and any(map(scene.is_us, item.between))
    ]
    for other in dict.fromkeys(name for between in ours for name in sorted(between)):
        if not scene.is_us(other):
            name = f"escaleren met {scene.chain.names.party(other)}"
            yield Topic(name, partial(about_disagreement, other=other))
    for item in found:
        if item.route.ladder == CASE:
            name = f"opschalen: {visible(item.route.name)}"
            yield Topic(name, partial(about_scaling_up, route=item.route.id))


class Wish(NamedTuple):
    """What a reader wants, and the topics that it has for the reader's kind of partner."""

    name: str
    topics: Callable[[Scene], Iterator[Topic]]


WISHES = {
    "advies": Wish("advies vragen", _advice),
    "melden": Wish("melden", _report),
    "acuut": Wish("acute hulp", _acute),
    "overdragen": Wish("overdragen", _handover),
    "delen": Wish("iets delen", _sharing),
    "vast": Wish("het loopt vast", _stuck),
}
