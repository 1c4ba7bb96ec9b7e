"""The pictures of the handbook: each function turns a question about the chain into one view."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ketenhandboek.chain.connections import Way
from ketenhandboek.chain.ladder import rungs
from ketenhandboek.graphs.ego import ego, with_used_kinds
from ketenhandboek.graphs.view import Edge, EdgeKind, Node, NodeKind, View
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.values import Duration
from ketenhandboek.wording import listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.connections import Connection
    from ketenhandboek.chain.ladder import Rung
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.region import Municipality

    Address = Callable[[str, str], str]
    """The address of a record's page, seen from the page with the picture: (kind, id) → relative address."""

PARTNER = NodeKind("partner", "Organisatie", "organisaties", "rounded", 1)
SORT = NodeKind("soort", "Soort organisatie: in elke gemeente een eigen", "soorten", "ellipse", 2)
MEETING = NodeKind("overleg", "Overleg", "overleggen", "tab", 3)
TASK = NodeKind("taak", "Taak", "taken", "box", 1)
END = NodeKind("einde", "Einde", "einden", "octagon", 0)
STEP = NodeKind("trede", "Trede", "treden", "box", 1)
SKIPPED = NodeKind("overgeslagen", "Niveau dat de ladder overslaat", "niveaus", "octagon", 5)
TRIGGER = NodeKind("aanleiding", "Aanleiding", "aanleidingen", "note", 4)

NEXT = EdgeKind("daarna", "Daarna", "solid", 1)
UP = EdgeKind("hoger", "Lukt het niet: een trede hoger", "bold", 1)
DOWN = EdgeKind("terug", "Opgelost: weer terug", "dotted", 4)
CALL = EdgeKind("bellen", "Bel direct", "bold", 1)
REPORTS = EdgeKind("rapporteert", "Rapporteert aan", "solid", 1)
TOGETHER = EdgeKind("verbonden", "Werkt samen met", "dashed", 3)
WAYS = {
    Way.HANDOVER: EdgeKind("overdracht", "Draagt over", "bold", 1),
    Way.INFORMATION: EdgeKind("gegevens", "Deelt gegevens", "dashed", 3),
    Way.CONSULTATION: EdgeKind("raadplegen", "Raadpleegt", "solid", 2),
    Way.FEEDBACK: EdgeKind("terugkoppeling", "Koppelt terug", "dotted", 5),
}
"""The strongest tie first: where two parties have several, their one line bears the first."""
QUESTIONS = {
    Way.HANDOVER: "Wie draagt over aan wie",
    Way.INFORMATION: "Wie deelt gegevens met wie",
    Way.CONSULTATION: "Wie raadpleegt wie",
    Way.FEEDBACK: "Wie koppelt terug aan wie",
}


def around_partner(chain: Chain, address: Address, partner: str) -> View | None:
    """A partner and those it works with directly; None when it has no connections."""
    record = chain.binding.partners.get(partner)
    if record is None:
        return None
    named = {partner, record.kind}
    own = (_renamed(c, record.kind, partner) for c in chain.connections.all if not named.isdisjoint(c[:2]))
    touching = [connection for connection in own if connection.source != connection.target]
    if not touching:
        return None
    title = f"Met wie {record.name} samenwerkt"
    whole = connected(chain, address, "alles", title, touching)
    description = f"{title}, en waarvoor."
    return ego(whole, partner, view_id=f"partner-{partner}", title=title, description=description)


def in_municipality(chain: Chain, address: Address, municipality: Municipality) -> View | None:
    """Who hands over to whom in one municipality, with the partners that are meant there."""
    every = chain.connections.in_municipality(municipality.id)
    handovers = [connection for connection in every if connection.way is Way.HANDOVER]
    if not handovers:
        return None
    title = f"{QUESTIONS[Way.HANDOVER]} in {municipality.name}"
    return connected(chain, address, f"gemeente-{municipality.id}", title, handovers)


def route_of(chain: Chain, address: Address, agreement: Agreement) -> View | None:
    """The tasks of an agreement and what follows on what; None when nothing follows."""
    lines = [line.line for line in chain.elaboration.lines if line.agreement is agreement]
    edges = [
        Edge(line.task, following.task, chain.names.of("uitkomst", following.outcome or ""), NEXT.id)
        for line in lines
        for following in line.next
    ]
    if not edges:
        return None
    ids = dict.fromkeys([line.task for line in lines] + [edge.target for edge in edges])
    return with_used_kinds(
        View(
            f"route-{agreement.id}",
            f"De route in: {agreement.title}",
            "Welke taak op welke uitkomst volgt.",
            tuple(_task_node(chain, address, id_) for id_ in ids),
            tuple(dict.fromkeys(edges)),
            (TASK, END),
            (NEXT,),
            direction="TB",
        )
    )


def ladder(chain: Chain, route: EscalationRoute) -> View:
    """The steps of an escalation route from low to high, with levels skipped and the way back down."""
    climbed = list(rungs(chain.functions, route))
    nodes = tuple(_rung_node(chain, rung) for rung in climbed)
    edges = [
        Edge(lower.id, upper.id, _answer(rung), UP.id)
        for (lower, upper), rung in zip(pairwise(nodes), climbed, strict=False)
    ]
    if route.step_down and len(nodes) > 1:
        edges.append(Edge(nodes[-1].id, nodes[0].id, "", DOWN.id))
    return with_used_kinds(
        View(
            f"ladder-{route.id}",
            route.name,
            "De treden van laag naar hoog: wie er aan tafel zit, en wanneer het een trede hoger gaat.",
            nodes,
            tuple(edges),
            (STEP, SKIPPED),
            (UP, DOWN),
            direction="TB",
        )
    )


def direct_way(chain: Chain, address: Address, route: EscalationRoute) -> View:
    """Whom to call at once, for which reason."""
    reasons = [Node(f"a-{id_}", chain.names.of("aanleiding", id_), TRIGGER.id) for id_ in route.triggers]
    called = [
        replace(_party_node(chain, address, ref.name), id=f"d-{number}")
        for number, ref in enumerate(route.direct)
    ]
    return with_used_kinds(
        View(
            f"direct-{route.id}",
            route.name,
            "Wie u direct belt.",
            (*reasons, *called),
            tuple(Edge(reason.id, party.id, "", CALL.id) for reason in reasons for party in called),
            (TRIGGER, PARTNER, SORT, MEETING),
            (CALL,),
        )
    )


def meetings(chain: Chain, address: Address) -> View:
    """The meetings and bodies: who reports to whom, and which work together."""
    living = {m.id: m for m in chain.records.regional(Meeting).values() if chain.exists(m.exists)}
    ties = [(m.id, m.reports_to or "", "", REPORTS) for m in living.values()]
    ties += [(m.id, link.meeting, link.via, TOGETHER) for m in living.values() for link in m.linked_to]
    edges = (Edge(one, other, label, kind.id) for one, other, label, kind in ties if other in living)
    return with_used_kinds(
        View(
            "overleggen",
            "Overleggen en hun verbanden",
            "Welk overleg aan welk overleg rapporteert, en welke overleggen samenwerken.",
            tuple(Node(m.id, m.name, MEETING.id, address("overleg", m.id)) for m in living.values()),
            tuple(dict.fromkeys(edges)),
            (MEETING,),
            (REPORTS, TOGETHER),
        )
    )


def _renamed(connection: Connection, kind: str, partner: str) -> Connection:
    """A connection of a partner's kind as the partner's own."""
    ends = (partner if end == kind else end for end in connection[:2])
    source, target = ends
    return connection._replace(source=source, target=target)


def connected(
    chain: Chain, address: Address, id_: str, title: str, connections: Iterable[Connection]
) -> View:
    """The parties of some connections, with one line for all that goes from one to another."""
    ties: dict[tuple[str, str], list[Connection]] = defaultdict(list)
    for connection in connections:
        ties[connection.source, connection.target].append(connection)
    names = dict.fromkeys(name for pair in ties for name in pair)
    return with_used_kinds(
        View(
            id_,
            title,
            f"{title}, volgens de afspraken die nu gelden.",
            tuple(_party_node(chain, address, name) for name in names),
            tuple(_tie(source, target, ways) for (source, target), ways in ties.items()),
            (PARTNER, SORT, MEETING),
            tuple(WAYS.values()),
        )
    )


def _tie(source: str, target: str, several: list[Connection]) -> Edge:
    """One line for all that goes from one party to another: the strongest way, the others in its note."""
    labels = {way: [item.label for item in several if item.way is way] for way in WAYS}
    said = {way: listed(filter(None, dict.fromkeys(found))) for way, found in labels.items() if found}
    (strongest, label), *others = said.items()
    notes = (": ".join(filter(None, (lower_first(WAYS[way].label), text))) for way, text in others)
    return Edge(source, target, label, WAYS[strongest].id, "; ".join(notes))


def _party_node(chain: Chain, address: Address, name: str) -> Node:
    for kind, shape in (("partner", PARTNER), ("overleg", MEETING)):
        if chain.index.knows(kind, name):
            return Node(name, chain.names.of(kind, name), shape.id, address(kind, name))
    return Node(name, chain.names.of("soort", name), SORT.id, address("soort", name))


def _task_node(chain: Chain, address: Address, id_: str) -> Node:
    if not chain.index.knows("taak", id_):
        return Node(id_, "Einde", END.id)
    return Node(id_, chain.names.of("taak", id_), TASK.id, address("taak", id_))


def _rung_node(chain: Chain, rung: Rung) -> Node:
    levels = listed(lower_first(chain.names.of("niveau", level)) for level in rung.levels)
    if rung.step is None:
        return Node(f"o-{rung.levels[0]}", f"Overgeslagen: {levels}", SKIPPED.id)
    who = ", ".join(dict.fromkeys(chain.names.party(ref.name) for ref in rung.step.who))
    return Node(f"t-{rung.number}", f"{upper_first(levels)}\n{who}", STEP.id)


def _answer(rung: Rung) -> str:
    within = rung.step.responds_within if rung.step else None
    return f"geen antwoord binnen {within}" if isinstance(within, Duration) else ""
