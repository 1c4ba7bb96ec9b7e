"""What the chain knows about one task."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.kinds.norm import Norm
from ketenhandboek.kinds.power import Power
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.phrases import Phrases


@dataclass(frozen=True)
class Portrait:
    """A task with the lines that settle it, in words for one page."""

    chain: Chain
    task: Task
    say: Phrases
    settled: list[Line]

    @cached_property
    def before(self) -> list[str]:
        """The ids of the tasks on which it follows, in the order of the tasks."""
        lines = self.chain.elaboration.lines
        found = {line.own.task for line in lines for item in line.line.next if item.task == self.task.id}
        return [id_ for id_ in self.chain.records.of(Task) if id_ in found]

    @cached_property
    def conditions(self) -> list[tuple[str, str]]:
        """What must be done or true before it may start: a task, and the condition in words."""
        found = (condition for line in self.settled for condition in line.line.preconditions)
        return list(dict.fromkeys((item.task, item.condition or "") for item in found))

    @cached_property
    def after(self) -> dict[str, list[Markup]]:
        """What follows on each outcome, by its name; what always follows has no name."""
        found: dict[str, dict[Markup, None]] = {}
        for line in self.settled:
            for outcome, following in self.say.outcomes(line.line):
                found.setdefault(outcome, {}).update(dict.fromkeys(following))
        return {outcome: list(following) for outcome, following in found.items()}

    @cached_property
    def feedback(self) -> list[Markup]:
        """Who hears how it ended."""
        return list(
            dict.fromkeys(self.say.feedback(line.line) for line in self.settled if line.line.feedback)
        )

    @cached_property
    def norms(self) -> list[Norm]:
        """The norms for it, and those on which its lines rest."""
        cited = {item.norm for line in self.settled for item in line.line.norms}
        norms = self.chain.records.of(Norm).values()
        return [norm for norm in norms if norm.task == self.task.id or norm.id in cited]

    @cached_property
    def powers(self) -> list[Power]:
        """The powers that belong to it."""
        return [power for power in self.chain.records.of(Power).values() if power.task == self.task.id]
