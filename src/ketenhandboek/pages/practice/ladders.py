"""The ladders of a chain from practice, told without links: its records have no pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ketenhandboek.chain.ladder import Rung, rungs
from ketenhandboek.graphs.views import ladder
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.phrases import Phrases
from ketenhandboek.values import UNKNOWN

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.graphs.view import View
    from ketenhandboek.values import Ref


class Unlinked(Links):
    """Names from a chain that has no pages in the handbook."""

    def to_page(self, target: str, text: object) -> Markup:  # noqa: ARG002 - there is no page to link to
        """The text alone."""
        return plain(text)


@dataclass(frozen=True, slots=True)
class Ladder:
    """A ladder with its rungs, its picture, and what its own chain calls things."""

    name: str
    rungs: tuple[Rung, ...]
    view: View
    links: Links
    say: Phrases

    def meant(self, who: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """The parties as the agreement names them: no municipality is at hand."""
        return who


def ladders(chain: Chain, here: str, prefix: str) -> list[Ladder]:
    """The ladders of every agreement in force of which some level is known.

    `prefix` begins the ids of their pictures.
    """
    links = Unlinked(chain, here)
    return [
        Ladder(
            route.name,
            tuple(rungs(chain.functions, route)),
            replace(ladder(chain, route), id=f"{prefix}-{route.id}"),
            links,
            Phrases(chain, links),
        )
        for agreement in chain.lifecycle.in_force.values()
        for route in agreement.escalation_routes
        if any(level != UNKNOWN.value for step in route.steps for level in step.levels)
    ]
