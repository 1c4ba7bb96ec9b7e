"""Escalation routes as rules look at them: on which day, in which municipalities, with whom on each step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Question
from ketenhandboek.kinds.level import Level
from ketenhandboek.rules.shared.phrases import but_only_in, keeper
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.values import Unknown
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute, Step
    from ketenhandboek.source.document import Place
    from ketenhandboek.values import Ref

UNKNOWN_NAME = Unknown.UNKNOWN.value


class Seat(NamedTuple):
    """A name on a step; steps count from 1."""

    number: int
    step: Step
    who: Ref
    place: Place


@dataclass(frozen=True, eq=False)
class JudgedRoute:
    """An escalation route with the chain on the day on which it is judged."""

    chain: Chain
    agreement: Agreement
    route: EscalationRoute

    @property
    def called(self) -> str:
        """The route as sentences name it."""
        return f"'{self.route.name}'"

    @property
    def keeper(self) -> str:
        """Whom to ask about it."""
        return keeper(self.chain, self.agreement)

    @cached_property
    def ladder(self) -> str:
        """`samenwerking` or `casus`; where the route does not say so, the ladder of its first level."""
        known = self.chain.records.of(Level)
        named = (known[level].ladder for step in self.route.steps for level in step.levels if level in known)
        return self.route.ladder or next(named, "")

    @cached_property
    def levels(self) -> dict[str, Level]:
        """The levels of its ladder by id, from low to high."""
        return {level.id: level for level in self.chain.functions.levels(self.ladder)}

    @cached_property
    def municipalities(self) -> list[str]:
        """Where it holds: the agreement's area, narrowed by its own."""
        here = self.chain.areas.of(self.agreement.areas)
        own = self.chain.areas.of(self.route.areas) if self.route.areas else here
        return [municipality.id for municipality in self.chain.areas.sorted(here & own)]

    def ranks(self, step: Step) -> list[int]:
        """The ranks of the levels that a step names on this ladder, from low to high."""
        return sorted(self.levels[level].rank for level in step.levels if level in self.levels)

    def level_names(self, levels: Iterable[str]) -> str:
        """`teammanager en beleid`."""
        return listed(lower_first(self.chain.names.of("niveau", level)) for level in levels)

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Every name on every step."""
        return tuple(
            Seat(number, step, who, place)
            for number, step in enumerate(self.route.steps, 1)
            for who, place in zip(step.who, step.place.at("wie").items(), strict=False)
        )

    def where(self, partner: str, named: Ref) -> set[str]:
        """The municipalities in which a name on a step means this partner; its own id means it everywhere."""
        here = set(self.municipalities)
        return here if named.name == partner else here & self.chain.binding.municipalities(partner)

    def but_only_in(self, municipalities: Collection[str]) -> str:
        """` in Elsbroek`, or nothing when that is everywhere where the route holds."""
        return but_only_in(self.chain, municipalities, self.municipalities)

    def ladder_of(self, level: str) -> str:
        """The ladder to which any level belongs, or nothing for a level that is not known."""
        found = self.chain.records.of(Level).get(level)
        return found.ladder if found else ""

    def meant(self, who: Ref) -> list[str]:
        """The ids of every partner that a name on a step can mean, or the name when there is none."""
        return [partner.id for partner in self.chain.binding.meant(who.name)] or [who.name]

    def unknown_levels(self, *steps: int) -> Iterator[Question]:
        """A question for each level that is not known yet, on these steps or on every step."""
        for number, step in enumerate(self.route.steps, 1):
            if steps and number not in steps:
                continue
            for place in unknown_items(step.place.at("niveaus")):
                question = f"Welk niveau heeft trede {number} van {self.called}?"
                yield Question(place.span, question, self.keeper)


def routes(chain: Chain) -> tuple[JudgedRoute, ...]:
    """Every route of every agreement that counts."""
    return chain.once(_routes)


def _routes(chain: Chain) -> tuple[JudgedRoute, ...]:
    return tuple(
        JudgedRoute(then, agreement, route)
        for agreement, then in standing(chain)
        for route in agreement.escalation_routes
    )


def ladders(chain: Chain) -> Iterator[JudgedRoute]:
    """The routes with steps; a direct way has none."""
    return (route for route in routes(chain) if route.route.steps)


def unknown_items(place: Place) -> Iterator[Place]:
    """The items of a list that say `onbekend`."""
    return (item for item in place.items() if item.data == UNKNOWN_NAME)
