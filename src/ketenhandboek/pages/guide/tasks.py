"""Answers about a task: whom to call, who decides, by when, and what is heard of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.connections import REPORTER
from ketenhandboek.pages.guide.calling import say_whom, say_whom_of
from ketenhandboek.pages.guide.statements import ADVICE, Question
from ketenhandboek.pages.guide.validity import say_rests
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Feedback
    from ketenhandboek.kinds.parts import Deadline
    from ketenhandboek.pages.guide.scene import Scene
    from ketenhandboek.pages.guide.statements import Parts


def say_task(scene: Scene, line: Line, cells: int, *, decider: bool = True) -> None:
    """Who decides on a task, by when it is done, what is heard of it, and the agreement that says so.

    Without `decider` it is only said who decides when an agreement names them.
    """
    if decider or line.line.decides:
        say_decider(scene, line, cells)
    term = line.line.deadline
    if term:
        scene.say(Question.DEADLINE, (scene.to_line(line), f": {in_time(scene, term)}"), cells)
    if line.line.feedback:
        scene.say(Question.HEAR, _heard(scene, line, line.line.feedback), cells)
    say_rests(scene, line, cells)


def say_call(scene: Scene, line: Line, cells: int) -> None:
    """Whom to call for a task: the party that is accountable for it."""
    accountable = line.line.accountable
    if isinstance(accountable, Ref):
        say_whom(scene, accountable, line.own.task, cells)
    else:
        scene.say(Question.CALL, (scene.to_line(line), _nobody(line), *ADVICE), cells)


def say_decider(scene: Scene, line: Line, cells: int) -> None:
    """Who decides on a task; where only the accountable party is known, that is said instead."""
    about, decides, accountable = scene.to_line(line), line.line.decides, line.line.accountable
    if isinstance(decides, Ref):
        say_whom_of(scene, (about, ": "), decides, cells)
    elif isinstance(decides, Unknown):
        scene.say(Question.DECIDES, (about, ": niet bekend wie beslist."), cells)
    elif isinstance(accountable, Ref):
        say_whom_of(scene, (about, ": eindverantwoordelijk is "), accountable, cells)
    else:
        scene.say(Question.DECIDES, (about, _nobody(line)), cells)


def in_time(scene: Scene, term: Deadline) -> str:
    """`binnen 5 werkdagen vanaf ontvangst melding.`"""
    if isinstance(term.within, Unknown):
        return "de termijn is niet bekend."
    if isinstance(term.since, Ref):
        return f"binnen {term.within} vanaf {scene.chain.names.event(term.since)}."
    unknown = ", maar niet bekend is vanaf wanneer dat telt" if term.since else ""
    return f"binnen {term.within}{unknown}."


def _heard(scene: Scene, line: Line, feedback: Feedback) -> Parts:
    to = feedback.to
    hearer: Parts = ("de melder",) if to.name == REPORTER else ("u",) if scene.ours(to) else scene.party(to)
    within = feedback.within
    term = "de termijn is niet bekend" if isinstance(within, Unknown) else f"binnen {within}"
    return (scene.to_line(line), ": de uitkomst gaat naar ", *hearer, f", {term} na afloop.")


def _nobody(line: Line) -> str:
    if isinstance(line.line.accountable, Unknown):
        return ": niet bekend wie dit doet."
    local = "eindverantwoordelijk" in line.line.left_to_local
    return ": dit moet de gemeente nog invullen." if local else ": niet afgesproken wie dit doet."
