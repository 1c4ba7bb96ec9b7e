"""Why something does not happen in a run, and which line of which agreement it stops at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.values import Ending
from ketenhandboek.chain.elaboration import origin
from ketenhandboek.findings import Related
from ketenhandboek.kinds.task import Task
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from ketenhandboek.chain.cases.scene import Scene
    from ketenhandboek.chain.cases.values import Run, Step, Stop
    from ketenhandboek.kinds.agreement.lines import Next

_WHY = {
    Ending.NOBODY: "niemand heeft dan deze taak",
    Ending.SEVERAL: "meer partijen hebben deze taak, en er staat niet wie nu aan zet is",
    Ending.STUCK: "niemand bevestigt de overdracht, en er is geen escalatieroute voor",
    Ending.ROUND: "de route draait rond zonder besluit",
}


def explained(scene: Scene, run: Run, task: str) -> tuple[str, Related]:
    """Why a task does not happen: it could not start, another outcome leads to it, or the route ends."""
    for stop in run.stops:
        if stop.task == task and stop.next and stop.ending in _WHY:
            return _not_taken(scene, run, stop, stop.next)
    for step in run.steps:
        for item in step.line.line.next:
            if item.task == task and item.outcome not in (None, step.outcome):
                return _otherwise(scene, step, item)
    return _ended(scene, run, task)


def stuck(run: Run) -> tuple[str, Related | None]:
    """Why nobody climbs a ladder."""
    for stop in run.stops:
        if stop.ending is Ending.STUCK and stop.next:
            return "Er is geen escalatieroute voor deze overdracht.", _here(stop.next)
    return "Elke overdracht wordt bevestigd.", None


def _not_taken(scene: Scene, run: Run, stop: Stop, item: Next) -> tuple[str, Related]:
    where = scene.chain.names.of("gemeente", scene.municipality)
    before = _called(scene, run.after(stop).task)
    said = f"{_begin(scene, stop.task)} begint niet na {before} in {where}: {_WHY[stop.ending]}."
    return said, _here(item)


def _otherwise(scene: Scene, step: Step, item: Next) -> tuple[str, Related]:
    outcomes = scene.chain.records.of(Task)[step.task].outcomes
    wanted = next((lower_first(one.name) for one in outcomes if one.id == item.outcome), "")
    title = origin(step.line, "next").agreement.title
    said = (
        f"{_begin(scene, item.task)} gebeurt hier niet. In '{title}' volgt dat na "
        f"{_called(scene, step.task)} alleen op de uitkomst '{wanted}'."
    )
    return said, _here(item)


def _ended(scene: Scene, run: Run, task: str) -> tuple[str, Related]:
    """The dead end if there is one, else where the longest track ends."""
    dead = [stop for stop in run.stops if stop.ending is Ending.DEAD_END]
    stop = (dead or sorted(run.stops, key=lambda item: -item.after))[0]
    step = run.after(stop)
    why = "staat niet wat er dan gebeurt" if dead else "eindigt de route"
    said = (
        f"{_begin(scene, task)} gebeurt hier niet. Na {_called(scene, step.task)} {why}, "
        f"in '{origin(step.line, 'next').agreement.title}'."
    )
    place = stop.next.place.at("naar") if stop.next else step.line.own.place
    return said, Related(place.span, "hier houdt de route op")


def _here(item: Next) -> Related:
    return Related(item.place.at("naar").span, "hier staat wat er volgt")


def _begin(scene: Scene, task: str) -> str:
    return upper_first(scene.chain.names.of("taak", task))


def _called(scene: Scene, task: str) -> str:
    return lower_first(scene.chain.names.of("taak", task))
