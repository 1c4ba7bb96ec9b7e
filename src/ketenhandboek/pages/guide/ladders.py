"""Answers for when it is stuck: the ladders on which the reader stands, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.ladder import rungs
from ketenhandboek.pages.guide.calling import say_whom
from ketenhandboek.pages.guide.statements import Question
from ketenhandboek.pages.guide.validity import say_rest
from ketenhandboek.pages.words import Words
from ketenhandboek.values import Duration, Unknown
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.ladder import Rung
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute, Step
    from ketenhandboek.pages.guide.scene import Scene
    from ketenhandboek.pages.guide.statements import Part, Parts

CASE = "casus"


class Climbed(NamedTuple):
    """A route in force, with its agreement and where it holds."""

    agreement: Agreement
    route: EscalationRoute
    cells: int

    @property
    def verb(self) -> str:
        """What one does on it: the two ladders are never one."""
        return "Opschalen" if self.route.ladder == CASE else "Escaleren"

    @property
    def between(self) -> set[str]:
        """The names of those who disagree; whoever stands only on a higher step is not among them."""
        return set(self.route.between) or self.parties

    @property
    def parties(self) -> set[str]:
        """The names of those who stand on it."""
        return {*self.route.between, *(ref.name for step in self.route.steps for ref in step.who)}


def ladders(scene: Scene) -> Iterator[Climbed]:
    """The ladders in force on which the reader stands; one for cases that names no parties is everyone's."""
    for found in scene.once(routes):
        open_to_all = found.route.ladder == CASE and not found.route.between
        if found.route.steps and (open_to_all or any(map(scene.is_us, found.parties))):
            yield found


def routes(scene: Scene) -> Iterator[Climbed]:
    """Every route in force, with where it holds."""
    for agreement in scene.chain.lifecycle.in_force.values():
        for route in agreement.escalation_routes:
            areas = scene.chain.areas.of(route.areas)
            here = scene.in_municipalities(areas) if route.areas else -1
            yield Climbed(agreement, route, scene.situations.where(agreement) & here)


def say_stuck(scene: Scene, others: set[str]) -> None:
    """The ladders that the reader shares with the others; where there is none, its other ladders by name."""
    found = [item for item in scene.once(ladders) if item.route.ladder != CASE]
    shared = [item for item in found if item.between & others]
    covered = 0
    for item in shared:
        covered |= item.cells
        say_ladder(scene, item, item.cells)
    for item in found:
        if item not in shared:
            scene.say(Question.STUCK, (f"{item.verb}: ", _link(scene, item), "."), item.cells & ~covered)


def say_ladder(scene: Scene, item: Climbed, cells: int) -> None:
    """All steps of a ladder: the function and the term of each."""
    scene.say(Question.STUCK, scene.common(("ladder", item.route.id), lambda: _ladder(scene, item)), cells)
    say_rest(scene, item.agreement, cells)


def _ladder(scene: Scene, item: Climbed) -> Parts:
    solved = Words(scene.chain).solved(item.route.solved_within)
    steps = [part for rung in rungs(scene.chain.functions, item.route) for part in _rung(scene, rung)]
    end = f"\n{solved}" if isinstance(item.route.solved_within, Duration) else ""
    return (f"{item.verb}: ", _link(scene, item), *steps, end)


def say_first_step(scene: Scene, item: Climbed, other: str = "") -> None:
    """Whom to call on a ladder, who decides there and by when: those of its first step.

    Of several parties only the `other` is called, when it stands on that step.
    """
    step = item.route.steps[0]
    called = [ref for ref in step.who if not scene.ours(ref)]
    for ref in [ref for ref in called if ref.name == other] or called:
        say_whom(scene, ref, "", item.cells)
    level = f"Trede 1, {lower_first(_levels(scene, step.levels))}: "
    scene.say(Question.DECIDES, (level, *scene.parties(step.who, " en "), "."), item.cells)
    scene.say(Question.DEADLINE, (level, lower_first(_term(step))), item.cells)


def _link(scene: Scene, item: Climbed) -> Part:
    return scene.link("escalatieroute", item.route.id)


def _rung(scene: Scene, rung: Rung) -> Parts:
    levels = lower_first(_levels(scene, rung.levels))
    if rung.step is None:
        return (f"\nOvergeslagen: {levels}.",)
    return (
        f"\nTrede {rung.number}, {levels}: ",
        *scene.parties(rung.step.who, " en "),
        f". {_term(rung.step)}",
    )


def _levels(scene: Scene, levels: Iterable[str]) -> str:
    return Words(scene.chain).some("niveau", levels)


def _term(step: Step) -> str:
    within = step.responds_within
    if isinstance(within, Unknown):
        return "De reactietermijn is niet bekend."
    return f"Reactie binnen {within}." if within else "Er is geen reactietermijn."
