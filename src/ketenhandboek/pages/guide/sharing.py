"""Answers about information: what the reader may share with whom, on which ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.pages.guide.statements import Question
from ketenhandboek.pages.guide.validity import say_rest
from ketenhandboek.pages.markup import visible
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Flow
    from ketenhandboek.pages.guide.scene import Scene
    from ketenhandboek.pages.guide.statements import Part, Parts


class Shared(NamedTuple):
    """A flow of information of which the reader is one end, with the agreement and where it holds."""

    agreement: Agreement
    flow: Flow
    cells: int

    def other(self, scene: Scene) -> str:
        """The name of the other end."""
        return self.flow.receiver.name if scene.ours(self.flow.sender) else self.flow.sender.name


def shared(scene: Scene) -> Iterator[Shared]:
    """Every flow in force that the reader's kind of partner gives or gets."""
    for agreement in scene.chain.lifecycle.in_force.values():
        for flow in agreement.flows:
            if scene.ours(flow.sender) or scene.ours(flow.receiver):
                yield Shared(agreement, flow, scene.situations.where(agreement, flow.applies_to))


def say_shared(scene: Scene, found: Shared) -> None:
    """What goes to or comes from the other end, and on which ground."""
    scene.say(Question.SHARE, (*_direction(scene, found.flow), *_what(scene, found.flow)), found.cells)
    say_rest(scene, found.agreement, found.cells)


def say_sharing(scene: Scene, tasks: Container[str], others: Container[str]) -> None:
    """What the reader gives at some tasks, or at any task to some others."""
    for found in scene.once(shared):
        gives = scene.ours(found.flow.sender) or found.flow.mutual
        if gives and (found.flow.task in tasks or found.other(scene) in others):
            say_shared(scene, found)


def _direction(scene: Scene, flow: Flow) -> Parts:
    if scene.ours(flow.sender):
        back = " (en krijgt ook terug)" if flow.mutual else ""
        return ("U geeft aan ", *scene.party(flow.receiver), f"{back}: ")
    back = " (en geeft ook terug)" if flow.mutual else ""
    return ("U krijgt van ", *scene.party(flow.sender), f"{back}: ")


def _what(scene: Scene, flow: Flow) -> Parts:
    return scene.common(("flow", id(flow)), lambda: _carried(scene, flow))


def _carried(scene: Scene, flow: Flow) -> Parts:
    names = scene.chain.names
    data = ", ".join(lower_first(names.of("gegeven", id_)) for id_ in flow.data_kinds)
    choice = f" (een selectie: {flow.criterion or 'niet bekend welke'})" if flow.extent == "selectie" else ""
    at = f", bij {lower_first(names.of('taak', flow.task))}" if flow.task else ""
    decision = f" Besluit: {visible(flow.decision)}." if flow.decision else ""
    return (visible(data + choice + at), ". Grond: ", *_grounds(scene, flow), f".{decision}")


def _grounds(scene: Scene, flow: Flow) -> Parts:
    found: list[Part] = []
    for ground in flow.grounds:
        found += [", "] if found else []
        found.append(scene.link("grondslag", ground))
    return tuple(found) or ("niet genoemd",)
