"""What fits on one sheet of paper: of every list only the most urgent part, and how much is left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ketenhandboek.kinds.agreement.escalation import EscalationRoute, Step
    from ketenhandboek.pages.municipality.callers import Caller
    from ketenhandboek.pages.municipality.portrait import Portrait
    from ketenhandboek.values import Ref

FOLDER = "handboek/noodkaart"
MOST_CALLERS, MOST_DECISIONS, MOST_DIRECT, MOST_LADDERS = 8, 6, 3, 3


@dataclass(frozen=True)
class Card:
    """The card of one municipality."""

    portrait: Portrait

    @cached_property
    def left_out(self) -> list[str]:
        """What did not fit, counted: `2 ladders`."""
        over = (
            (len(self._urgent) - MOST_CALLERS, "nummer", "nummers"),
            (len(self._decisions) - MOST_DECISIONS, "besluit", "besluiten"),
            (len(self._direct) - MOST_DIRECT, "route", "routes"),
            (len(self._ladders) - MOST_LADDERS, "ladder", "ladders"),
        )
        return [f"{count} {one if count == 1 else many}" for count, one, many in over if count > 0]

    @property
    def callers(self) -> Sequence[Caller]:
        """Whom to call, the most urgent first."""
        return self._urgent[:MOST_CALLERS]

    @property
    def decisions(self) -> Sequence[tuple[Ref, str]]:
        """Who decides on which acute tasks."""
        return self._decisions[:MOST_DECISIONS]

    @property
    def direct(self) -> Sequence[EscalationRoute]:
        """What needs no talk first."""
        return self._direct[:MOST_DIRECT]

    @property
    def ladders(self) -> Sequence[EscalationRoute]:
        """The ladders, those for a case first."""
        return self._ladders[:MOST_LADDERS]

    def climb(self, route: EscalationRoute) -> list[str]:
        """The steps in words: `1. teammanager van Veilig Thuis en Politie (2 werkdagen)`."""
        return [self._step(rung.number, rung.step) for rung in self.portrait.rungs(route) if rung.step]

    def _step(self, number: int, step: Step) -> str:
        names = self.portrait.chain.names
        holders: dict[str, list[str]] = {}
        for ref in self.portrait.all_meant(step.who):
            function = f"{names.function(ref)} van " if ref.function else ""
            holders.setdefault(function, []).append(names.party(ref.name))
        who = ", ".join(f"{function}{listed(found)}" for function, found in holders.items())
        within = f" ({step.responds_within})" if step.responds_within else ""
        return f"{number}. {who}{within}"

    @cached_property
    def _urgent(self) -> list[Caller]:
        return [caller for caller in self.portrait.callers if caller.urgent]

    @cached_property
    def _decisions(self) -> list[tuple[Ref, str]]:
        """Each decider once, with all its decisions in words."""
        names = self.portrait.chain.names
        found: dict[tuple[str, Ref], list[str]] = {}
        for caller in self.portrait.callers:
            for ref, task in caller.decisions:
                found.setdefault((caller.partner.id, ref), []).append(lower_first(names.of("taak", task)))
        return [
            (type(ref)(partner, ref.function), listed(dict.fromkeys(tasks)))
            for (partner, ref), tasks in found.items()
        ]

    @cached_property
    def _direct(self) -> list[EscalationRoute]:
        return [route for route in self.portrait.ladders if route.direct]

    @cached_property
    def _ladders(self) -> list[EscalationRoute]:
        steps = [route for route in self.portrait.ladders if route.steps]
        return sorted(steps, key=lambda route: route.ladder != "casus")
