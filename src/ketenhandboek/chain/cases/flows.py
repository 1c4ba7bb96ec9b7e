"""Which information goes along with the tasks of a run."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.situations import EVERY_THEME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.cases.scene import Scene
    from ketenhandboek.chain.cases.values import Run, Step
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Flow


class Sent(NamedTuple):
    """A flow, and the agreement in which it stands."""

    agreement: Agreement
    flow: Flow


class Flows:
    """The flows in force on a chain's day."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def with_step(self, scene: Scene, run: Run, step: Step) -> Iterator[Sent]:
        """What the parties to a task share for it, and what its sender gives along with it.

        A sender gives what belongs to the task itself, or to any task that leads to it. Somebody who has no
        part in the case neither gives nor receives.
        """
        own, present = self._parties(scene, step), self._present(scene, run, step)
        before = run.before(step)
        for sent in self._here(scene, step.task):
            ends = [set(scene.partners(end)) for end in (sent.flow.sender, sent.flow.receiver)]
            if any(own & end for end in ends) and all(present & end for end in ends):
                yield sent
        for task in sorted(self._leading.get(step.task, ())) if before else ():
            for sent in self._here(scene, task):
                if before and self._from_to(scene, sent.flow, before.partners, step.partners):
                    yield sent

    def _parties(self, scene: Scene, step: Step) -> frozenset[str]:
        performers = (scene.partners(ref) for ref in step.line.line.performers)
        return frozenset(step.partners).union(*performers)

    def _present(self, scene: Scene, run: Run, step: Step) -> frozenset[str]:
        """Everybody who has a task in the run, and whom the step consults or informs."""
        line = step.line.line
        asked = (scene.partners(ref) for ref in (*line.consults, *line.informs))
        having = (self._parties(scene, other) for other in run.steps)
        return frozenset[str]().union(*asked, *having)

    def _from_to(self, scene: Scene, flow: Flow, givers: tuple[str, ...], takers: tuple[str, ...]) -> bool:
        senders, receivers = scene.partners(flow.sender), scene.partners(flow.receiver)
        return bool(set(senders) & set(givers) and set(receivers) & set(takers))

    def _here(self, scene: Scene, task: str) -> Iterator[Sent]:
        return (sent for sent in self._by_task.get(task, ()) if self._holds(sent, scene))

    def _holds(self, sent: Sent, scene: Scene) -> bool:
        areas, only = self._chain.areas, sent.flow.applies_to
        if scene.municipality not in areas.of(sent.agreement.areas):
            return False
        if not _names(sent.agreement.themes, scene.theme):
            return False
        return only is None or (
            (not only.areas or scene.municipality in areas.of(only.areas))
            and _names(only.themes, scene.theme)
            and scene.group in self._chain.binding.groups_in(only.target_groups)
        )

    @cached_property
    def _by_task(self) -> Mapping[str, list[Sent]]:
        found: dict[str, list[Sent]] = defaultdict(list)
        for agreement in self._chain.lifecycle.in_force.values():
            for flow in agreement.flows:
                found[flow.task or ""].append(Sent(agreement, flow))
        return found

    @cached_property
    def _leading(self) -> Mapping[str, set[str]]:
        """For each task the tasks after which it can come; a flow for no task belongs to all."""
        found: dict[str, set[str]] = defaultdict(lambda: {""})
        for holding in self._chain.situations.lines:
            for item in holding.line.line.next:
                found[item.task].add(holding.line.own.task)
        return found


def _names(themes: tuple[str, ...], theme: str) -> bool:
    return not themes or EVERY_THEME in themes or theme in themes
