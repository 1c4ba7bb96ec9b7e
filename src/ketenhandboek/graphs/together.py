"""The picture of a small chain as a whole: who has to do with whom, in what, and who stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.graphs.ego import with_used_kinds
from ketenhandboek.graphs.view import Edge, EdgeKind, Node, View
from ketenhandboek.graphs.views import MEETING, PARTNER, REPORTS, SORT, TASK, TOGETHER, WAYS
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.values import UNKNOWN, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain

CHAIRS = EdgeKind("voorzitten", "Zit voor", "bold", 4)
TAKES_PART = EdgeKind("meedoen", "Doet mee", "solid", 5)
SHARES = EdgeKind("samen-doen", "Doet dit samen", "solid", 2)
TITLE = "Wie met wie te maken heeft"


def together(chain: Chain, view_id: str) -> View | None:
    """Partners, meetings and shared tasks of the day; None when nothing in force names anybody."""
    meetings = {m.id: m for m in chain.records.regional(Meeting).values() if chain.exists(m.exists)}
    edges = tuple(dict.fromkeys((*_connected(chain), *_meeting(meetings), *_shared(chain))))
    ends = (end for edge in edges for end in (edge.source, edge.target))
    names = dict.fromkeys((*ends, *_alone(chain), *meetings))
    if not names:
        return None
    return with_used_kinds(
        View(
            view_id,
            TITLE,
            f"{TITLE}, volgens de afspraken en overleggen van die dag. Wie los staat, heeft geen lijn.",
            tuple(_node(chain, name) for name in names),
            edges,
            (PARTNER, SORT, MEETING, TASK),
            (*WAYS.values(), CHAIRS, TAKES_PART, SHARES, REPORTS, TOGETHER),
        )
    )


def _connected(chain: Chain) -> Iterator[Edge]:
    """Handovers, flows, questions and feedback; one line for each way between two parties."""
    for found in chain.connections.all:
        yield Edge(found.source, found.target, "", WAYS[found.way].id, found.label)


def _meeting(meetings: dict[str, Meeting]) -> Iterator[Edge]:
    for meeting in meetings.values():
        chair = meeting.chair.name if isinstance(meeting.chair, Ref) else ""
        if chair:
            yield Edge(chair, meeting.id, "", CHAIRS.id)
        for participant in meeting.participants:
            if participant.name not in (chair, UNKNOWN.value):
                yield Edge(participant.name, meeting.id, "", TAKES_PART.id)
        if meeting.reports_to in meetings:
            yield Edge(meeting.id, meeting.reports_to or "", "", REPORTS.id)
        for link in meeting.linked_to:
            if link.meeting in meetings:
                yield Edge(meeting.id, link.meeting, "", TOGETHER.id)


def _shared(chain: Chain) -> Iterator[Edge]:
    """The tasks that several parties carry out together."""
    for line in chain.elaboration.lines:
        names = dict.fromkeys(ref.name for ref in line.line.performers if ref.name != UNKNOWN.value)
        if len(names) > 1:
            yield from (Edge(name, line.own.task, "", SHARES.id) for name in names)


def _alone(chain: Chain) -> Iterator[str]:
    """Who has a task, also when no line leads to or from them."""
    for line in chain.elaboration.lines:
        for ref in (line.line.accountable, *line.line.performers):
            if isinstance(ref, Ref) and ref.name != UNKNOWN.value:
                yield ref.name


def _node(chain: Chain, name: str) -> Node:
    for kind, shape in (("partner", PARTNER), ("overleg", MEETING), ("taak", TASK)):
        if chain.index.knows(kind, name):
            return Node(name, chain.names.of(kind, name), shape.id)
    return Node(name, chain.names.of("soort", name), SORT.id)
