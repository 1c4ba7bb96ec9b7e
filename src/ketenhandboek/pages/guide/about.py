"""How each kind of topic is answered: what is called, decided, shared and heard, and what if it is stuck."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.pages.guide.calling import say_whom
from ketenhandboek.pages.guide.ladders import CASE, ladders, routes, say_first_step, say_ladder, say_stuck
from ketenhandboek.pages.guide.sharing import say_shared, say_sharing, shared
from ketenhandboek.pages.guide.statements import Question
from ketenhandboek.pages.guide.tasks import say_call, say_decider, say_task
from ketenhandboek.pages.guide.validity import say_rest, say_rests
from ketenhandboek.values import Ref, Unknown
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Next
    from ketenhandboek.pages.guide.scene import Scene


class Given(NamedTuple):
    """A line of the reader, and a step with which it hands a family over."""

    line: Line
    step: Next
    cells: int


def about_tasks(
    scene: Scene, *, called: tuple[str, ...], own: tuple[str, ...] = (), after: tuple[str, ...] = ()
) -> None:
    """Call who has the first tasks; the reader's own tasks come before, those of others after."""
    others: set[str] = set()
    for task in own:
        for line, cells in scene.lines(task, own=True):
            say_task(scene, line, cells)
    for task in (*called, *after):
        for line, cells in scene.lines(task):
            if task in called:
                say_call(scene, line, cells)
            say_task(scene, line, cells, decider=task in after or not after)
            others |= _accountable(line)
    say_sharing(scene, {*own, *called, *after}, others)
    say_stuck(scene, others)


def about_danger(scene: Scene, *, tasks: tuple[str, ...]) -> None:
    """Call those that the agreements name for danger, and see who decides on the first tasks then."""
    for found in scene.once(routes):
        for ref in found.route.direct:
            say_whom(scene, ref, "", found.cells)
        if found.route.direct:
            way = scene.link("escalatieroute", found.route.id)
            scene.say(Question.STUCK, ("Bel direct: ", way, "."), found.cells)
            say_rest(scene, found.agreement, found.cells)
    for task in tasks:
        for line, cells in scene.lines(task):
            say_task(scene, line, cells)
    say_sharing(scene, tasks, ())


def given(scene: Scene, task: str) -> Iterator[Given]:
    """The reader's lines after which a task follows."""
    return (found for found in scene.once(_handed) if found.step.task == task)


def _handed(scene: Scene) -> Iterator[Given]:
    """Every step from a line of the reader to another task."""
    for holding in scene.situations.lines:
        if scene.ours(holding.line.line.accountable):
            yield from (Given(holding.line, step, holding.cells) for step in holding.line.line.next)


def about_handover(scene: Scene, *, task: str) -> None:
    """Call who takes over; the reader decides to hand over, the other confirms."""
    others: set[str] = set()
    for found in given(scene, task):
        _say_step(scene, found)
    for line, cells in scene.lines(task):
        say_call(scene, line, cells)
        say_task(scene, line, cells)
        others |= _accountable(line)
    say_sharing(scene, (task,), others)
    say_stuck(scene, others)


def _say_step(scene: Scene, found: Given) -> None:
    line, step, cells = found
    if line.line.decides:
        say_decider(scene, line, cells)
    else:
        scene.say(Question.DECIDES, ("Overdragen: uw organisatie.",), cells)
    if step.within:
        scene.say(
            Question.DEADLINE, ("Overdragen na ", scene.to_line(line), f": {_within(step.within)}."), cells
        )
    if step.handover:
        within = _within(step.handover.confirmed_within)
        scene.say(Question.HEAR, (f"De ander bevestigt de overdracht: {within}.",), cells)
        if step.handover.otherwise:
            trigger = lower_first(scene.chain.names.of("aanleiding", step.handover.otherwise))
            scene.say(Question.STUCK, (f"Lukt de overdracht niet? Dan geldt: {trigger}.",), cells)
    say_rests(scene, line, cells)


def about_sharing(scene: Scene, *, other: str) -> None:
    """What goes between the reader and one other, and the tasks for which that is."""
    tasks: dict[str, int] = {}
    for found in scene.once(shared):
        if found.other(scene) == other:
            say_whom(scene, Ref(other), found.flow.task or "", found.cells)
            say_shared(scene, found)
            if found.flow.task:
                tasks[found.flow.task] = tasks.get(found.flow.task, 0) | found.cells
    for task, cells in tasks.items():
        for line, here in scene.lines(task):
            if scene.ours(line.line.accountable) or other in _accountable(line):
                say_task(scene, line, here & cells)
    say_stuck(scene, {other})


def about_disagreement(scene: Scene, *, other: str) -> None:
    """The ladders that the reader and one other stand on together, from the first step up."""
    for found in scene.once(ladders):
        ours = any(map(scene.is_us, found.between))
        if found.route.ladder != CASE and ours and other in found.between:
            say_first_step(scene, found, other)
            say_ladder(scene, found, found.cells)
    say_sharing(scene, (), {other})


def about_scaling_up(scene: Scene, *, route: str) -> None:
    """A ladder for cases, from the first step up."""
    for found in scene.once(ladders):
        if found.route.id == route:
            say_first_step(scene, found)
            say_ladder(scene, found, found.cells)
            say_sharing(scene, (), found.parties)


def _accountable(line: Line) -> set[str]:
    accountable = line.line.accountable
    return {accountable.name} if isinstance(accountable, Ref) else set()


def _within(within: object) -> str:
    return "de termijn is niet bekend" if isinstance(within, Unknown) else f"binnen {within}"
