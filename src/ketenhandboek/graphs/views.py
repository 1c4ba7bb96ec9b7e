"""The pictures of the handbook: each function turns a question about the chain into one view."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.connections import Way
from ketenhandboek.graphs.ego import ego
from ketenhandboek.graphs.view import Edge, EdgeKind, Node, NodeKind, View
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.values import Unknown
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.connections import Connection
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute, Step
    from ketenhandboek.kinds.region import Municipality

    Address = Callable[[str, str], str]
    """The address of a record's page, seen from the page with the picture: (kind, id) → relative address."""

PARTNER = NodeKind("partner", "Organisatie", "organisaties", "rounded", 1)
SORT = NodeKind("soort", "Soort organisatie: in elke gemeente een eigen", "soorten", "ellipse", 2)
MEETING = NodeKind("overleg", "Overleg", "overleggen", "tab", 3)
TASK = NodeKind("taak", "Taak", "taken", "box", 1)
END = NodeKind("einde", "Einde", "einden", "octagon", 0)
STEP = NodeKind("trede", "Trede", "treden", "box", 1)
TRIGGER = NodeKind("aanleiding", "Aanleiding", "aanleidingen", "note", 4)

WAYS = {
    Way.HANDOVER: EdgeKind("overdracht", "Draagt over", "bold", 1),
    Way.INFORMATION: EdgeKind("gegevens", "Deelt gegevens", "dashed", 3),
    Way.FEEDBACK: EdgeKind("terugkoppeling", "Koppelt terug", "dotted", 5),
    Way.CONSULTATION: EdgeKind("raadplegen", "Raadpleegt", "solid", 2),
}


def network(chain: Chain, address: Address) -> View:
    """The whole chain, as the agreements name its parties."""
    title = "De keten in beeld"
    description = (
        "Wie draagt over aan wie, en wie deelt gegevens met wie, volgens alle afspraken die nu gelden."
    )
    return _connected(chain, address, "keten", title, description, chain.connections.all)


def around_partner(chain: Chain, address: Address, partner: str) -> View | None:
    """A partner and those it works with directly; None when it has no connections."""
    record = chain.binding.partners.get(partner)
    if record is None:
        return None
    own = (_renamed(connection, record.kind, partner) for connection in chain.connections.all)
    whole = _connected(
        chain, address, "alles", "", "", [c for c in own if partner in c[:2] and c.source != c.target]
    )
    if all(node.id != partner for node in whole.nodes):
        return None
    title = f"Met wie {record.name} samenwerkt"
    return ego(
        whole, partner, view_id=f"partner-{partner}", title=title, description=f"{title}, en waarvoor."
    )


def in_municipality(chain: Chain, address: Address, municipality: Municipality) -> View:
    """The chain in one municipality, with the partners that are meant there."""
    title = f"De keten in {municipality.name}"
    description = f"Wie in {municipality.name} overdraagt aan wie, en wie gegevens deelt met wie."
    connections = chain.connections.in_municipality(municipality.id)
    return _connected(chain, address, f"gemeente-{municipality.id}", title, description, connections)


def route_of(chain: Chain, address: Address, agreement: Agreement) -> View | None:
    """The tasks of an agreement and what follows on what; None when nothing follows."""
    lines = [line.line for line in chain.elaboration.lines if line.agreement is agreement]
    edges = [
        Edge(
            line.task,
            following.task,
            chain.names.of("uitkomst", following.outcome or ""),
            "daarna",
        )
        for line in lines
        for following in line.next
    ]
    if not edges:
        return None
    ids = dict.fromkeys([line.task for line in lines] + [edge.target for edge in edges])
    nodes = tuple(_task_node(chain, address, id_) for id_ in ids)
    return View(
        f"route-{agreement.id}",
        f"De route in: {agreement.title}",
        "Welke taak op welke uitkomst volgt.",
        nodes,
        tuple(dict.fromkeys(edges)),
        tuple(kind for kind in (TASK, END) if any(node.kind == kind.id for node in nodes)),
        (EdgeKind("daarna", "Daarna", "solid", 1),),
        direction="TB",
    )


def ladder(chain: Chain, route: EscalationRoute) -> View:
    """The steps of an escalation route from its triggers up; or the direct way to help."""
    triggers = [
        Node(f"a-{id_}", chain.names.of("aanleiding", id_), TRIGGER.id)
        for id_ in dict.fromkeys(route.triggers)
    ]
    steps = [_step_node(chain, number, step) for number, step in enumerate(route.steps, 1)]
    steps += [Node(f"d-{ref}", chain.names.party(ref), PARTNER.id) for ref in dict.fromkeys(route.direct)]
    firsts = steps[:1] if route.steps else steps
    edges = [Edge(trigger.id, first.id, "", "begin") for trigger in triggers for first in firsts]
    if route.steps:
        edges += [
            Edge(lower.id, upper.id, _answer(step), "hoger")
            for lower, upper, step in zip(steps, steps[1:], route.steps, strict=False)
        ]
    kinds = {node.kind for node in (*triggers, *steps)}
    return View(
        f"ladder-{route.id}",
        route.name,
        "De treden van laag naar hoog, met wie daar aan tafel zit.",
        (*triggers, *steps),
        tuple(edges),
        tuple(kind for kind in (TRIGGER, STEP, PARTNER) if kind.id in kinds),
        (
            EdgeKind("begin", "Begint hier", "dotted", 4),
            EdgeKind("hoger", "Lukt het niet: een trede hoger", "bold", 1),
        ),
        direction="TB",
    )


def meetings(chain: Chain, address: Address) -> View:
    """The meetings and bodies: who reports to whom, and which work together."""
    living = [m for m in chain.records.regional(Meeting).values() if chain.exists(m.exists)]
    known = {meeting.id for meeting in living}
    edges = [
        Edge(m.id, m.reports_to, "", "rapporteert") for m in living if m.reports_to in known and m.reports_to
    ]
    edges += [
        Edge(m.id, link.meeting, link.via, "verbonden")
        for m in living
        for link in m.linked_to
        if link.meeting in known
    ]
    return View(
        "overleggen",
        "Overleggen en hun verbanden",
        "Welk overleg aan welk overleg rapporteert, en welke overleggen samenwerken.",
        tuple(Node(m.id, m.name, MEETING.id, address("overleg", m.id)) for m in living),
        tuple(dict.fromkeys(edges)),
        (MEETING,),
        (
            EdgeKind("rapporteert", "Rapporteert aan", "solid", 1),
            EdgeKind("verbonden", "Werkt samen met", "dashed", 3),
        ),
    )


def _renamed(connection: Connection, kind: str, partner: str) -> Connection:
    """A connection of a partner's kind as the partner's own."""
    ends = (partner if end == kind else end for end in connection[:2])
    source, target = ends
    return connection._replace(source=source, target=target)


def _connected(
    chain: Chain, address: Address, id_: str, title: str, description: str, connections: Iterable[Connection]
) -> View:
    labels: dict[tuple[str, str, Way], list[str]] = defaultdict(list)
    for connection in connections:
        labels[connection.source, connection.target, connection.way].append(connection.label)
    names = dict.fromkeys(name for source, target, _ in labels for name in (source, target))
    nodes = tuple(_party_node(chain, address, name) for name in names)
    edges = tuple(
        Edge(source, target, listed(dict.fromkeys(texts)), WAYS[way].id)
        for (source, target, way), texts in labels.items()
    )
    node_kinds = tuple(
        kind for kind in (PARTNER, SORT, MEETING) if any(node.kind == kind.id for node in nodes)
    )
    edge_kinds = tuple(kind for kind in WAYS.values() if any(edge.kind == kind.id for edge in edges))
    return View(id_, title, description, nodes, edges, node_kinds, edge_kinds)


def _party_node(chain: Chain, address: Address, name: str) -> Node:
    for kind, shape in (("partner", PARTNER), ("overleg", MEETING)):
        if chain.index.knows(kind, name):
            return Node(name, chain.names.of(kind, name), shape.id, address(kind, name))
    return Node(name, chain.names.of("soort", name), SORT.id, address("soort", name))


def _task_node(chain: Chain, address: Address, id_: str) -> Node:
    if not chain.index.knows("taak", id_):
        return Node(id_, "Einde", END.id)
    return Node(id_, chain.names.of("taak", id_), TASK.id, address("taak", id_))


def _step_node(chain: Chain, number: int, step: Step) -> Node:
    levels = listed(chain.names.of("niveau", level) for level in step.levels)
    who = "\n".join(chain.names.party(ref) for ref in step.who)
    return Node(f"t-{number}", f"{number}. {levels}\n{who}", STEP.id)


def _answer(step: Step) -> str:
    within = step.responds_within
    return "" if within is None or isinstance(within, Unknown) else f"geen antwoord binnen {within}"
