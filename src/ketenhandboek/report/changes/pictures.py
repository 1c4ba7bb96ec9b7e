"""The pictures of the handbook that a change redraws: as they were and as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from ketenhandboek.chain.connections import Way
from ketenhandboek.changes import values as v
from ketenhandboek.graphs import views
from ketenhandboek.graphs.ego import ego
from ketenhandboek.graphs.routes import around_task
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.graphs.view import Edge, Node, View

    Draw = Callable[[Chain], View | None]

_MOST = 6
"""Pictures under one comment that a reader still looks at."""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """One picture before and after; None where it was not there, or no longer is."""

    old: View | None
    new: View | None

    @property
    def title(self) -> str:
        """What the picture is about, in the words of now."""
        view = self.new or self.old
        return view.title if view else ""

    @property
    def name(self) -> str:
        """What its files are called."""
        view = self.new or self.old
        return view.id if view else ""

    @property
    def gone(self) -> tuple[Node | Edge, ...]:
        """What stood in the picture and no longer does."""
        return _beyond(self.old, self.new)

    @property
    def come(self) -> tuple[Node | Edge, ...]:
        """What stands in the picture and did not."""
        return _beyond(self.new, self.old)

    @property
    def other(self) -> tuple[Edge, ...]:
        """The lines that stay and say something else now."""
        was, now = _lines(self.old), _lines(self.new)
        return tuple(edge for ends, edge in now.items() if ends in was and edge.label != was[ends].label)


def redrawn(comparison: v.Comparison, old: Chain, new: Chain) -> tuple[Redrawn, ...]:
    """Each picture that differs, once, in the order of the changes; at most six.

    Both chains bear the ids of now, as in a Pair.
    """
    return tuple(islice(_differing(comparison, old, new), _MOST))


def _differing(comparison: v.Comparison, old: Chain, new: Chain) -> Iterator[Redrawn]:
    seen: set[str] = set()
    for change in comparison.changes:
        for draw in _drawings(change):
            found = Redrawn(*(_bare(draw(chain)) for chain in (old, new)))
            if found.name not in seen and (found.gone or found.come or found.other):
                seen.add(found.name)
                yield found


def _bare(view: View | None) -> View | None:
    """The view without links, which hold on the pages of the site only."""
    return view and replace(view, nodes=tuple(replace(node, url=None) for node in view.nodes))


def _beyond(these: View | None, others: View | None) -> tuple[Node | Edge, ...]:
    """The nodes and lines that the other view does not have, as a reader sees them: by their words."""
    known = {node.label for node in others.nodes} if others else set()
    nodes = [node for node in these.nodes if node.label not in known] if these else []
    lines = [edge for ends, edge in _lines(these).items() if ends not in _lines(others)]
    return (*nodes, *lines)


def _lines(view: View | None) -> dict[tuple[str, str], Edge]:
    """Each line by the words at its ends."""
    labels = {node.id: node.label for node in view.nodes} if view else {}
    return {(labels[edge.source], labels[edge.target]): edge for edge in view.edges} if view else {}


def _drawings(change: v.Change) -> Iterator[Draw]:
    """The pictures in which a change may be seen."""
    match change:
        case v.AccountableChanged() | v.CoverageChanged():
            yield from (_municipality(id_) for id_ in change.extents[0].municipalities[:1])
        case v.FollowUpChanged():
            yield _task(change.task.id)
        case v.LadderChanged() | v.LevelChanged() | v.StepChanged():
            yield _ladder(change.agreement.id, change.route.id)
        case v.FlowChanged():
            yield _flows(change.sender)
        case v.AgreementAdded() | v.AgreementRemoved():
            yield _route(change.agreement.id)
        case v.MeetingChanged() | v.MeetingEnded() | v.MeetingRenamed():
            yield lambda chain: views.meetings(chain, _nowhere)
        case v.MemberChanged() | v.MemberEnded():
            yield _member(change.member)


def _member(member: v.Named) -> Draw:
    if member.kind == "gemeente":
        return _municipality(member.id)
    return lambda chain: views.around_partner(chain, _nowhere, member.id)


def _municipality(id_: str) -> Draw:
    def draw(chain: Chain) -> View | None:
        place = chain.areas.municipalities.get(id_)
        return views.in_municipality(chain, _nowhere, place) if place else None

    return draw


def _task(id_: str) -> Draw:
    def draw(chain: Chain) -> View | None:
        task = chain.records.of(Task).get(id_)
        return around_task(chain, _nowhere, task) if task else None

    return draw


def _ladder(agreement: str, id_: str) -> Draw:
    def draw(chain: Chain) -> View | None:
        found = _agreements(chain).get(agreement)
        routes = {route.id: route for route in found.escalation_routes} if found else {}
        if id_ not in routes:
            return None
        route = routes[id_]
        return views.direct_way(chain, _nowhere, route) if route.direct else views.ladder(chain, route)

    return draw


def _flows(sender: v.Named) -> Draw:
    def draw(chain: Chain) -> View | None:
        flows = [flow for flow in chain.connections.all if flow.way is Way.INFORMATION]
        if not any(sender.id in flow[:2] for flow in flows):
            return None
        title = f"Met wie {sender.name} gegevens deelt"
        whole = views.connected(chain, _nowhere, "gegevens", title, flows)
        return ego(whole, sender.id, view_id=f"gegevens-{sender.id}", title=title, description=f"{title}.")

    return draw


def _route(agreement: str) -> Draw:
    def draw(chain: Chain) -> View | None:
        found = _agreements(chain).get(agreement)
        return views.route_of(chain, _nowhere, found) if found else None

    return draw


def _agreements(chain: Chain) -> Mapping[str, Agreement]:
    return chain.records.regional(Agreement)


def _nowhere(kind: str, id_: str) -> str:  # noqa: ARG001 - a picture in a comment leads to no page
    return ""
