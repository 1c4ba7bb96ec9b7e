"""On which agreements an answer rests: whether each is valid, since when, and who keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.pages.guide.statements import Question
from ketenhandboek.pages.tools import day, period
from ketenhandboek.pages.validity import warning
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.pages.guide.scene import Scene
    from ketenhandboek.pages.guide.statements import Parts


def say_rests(scene: Scene, line: Line, cells: int) -> None:
    """The agreement in which a line stands, and those that it elaborates."""
    say_rest(scene, line.agreement, cells)
    if line.base is not None:
        say_rests(scene, line.base, cells)


def say_rest(scene: Scene, agreement: Agreement, cells: int) -> None:
    """One agreement on which answers rest."""
    scene.say(Question.VALID, scene.common(("rest", agreement.id), lambda: _rest(scene, agreement)), cells)


def _rest(scene: Scene, agreement: Agreement) -> Parts:
    state = scene.chain.lifecycle.states[agreement.id]
    holds = "van kracht" if state is State.IN_FORCE else warning(state).rstrip(".").lower()
    since = f": {holds}, {period(agreement.valid.period)}."
    return (scene.link("afspraak", agreement.id), since, *_kept(scene, agreement))


def _kept(scene: Scene, agreement: Agreement) -> Parts:
    keeping = agreement.stewardship
    if keeping is None or not isinstance(keeping.keeper, Ref):
        return (" Niet bekend is wie de afspraak beheert.",)
    last = day(keeping.evaluation.last) if keeping.evaluation else ""
    evaluated = f" Laatst geëvalueerd: {last}." if last else ""
    return (" Beheerder: ", *scene.party(keeping.keeper), f".{evaluated}")
