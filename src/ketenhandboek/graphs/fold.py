"""Joining the many small neighbours of a node, with a count, so that its picture stays legible."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ketenhandboek.graphs.view import Edge, Node, View


def fold_neighbours(star: View, edges: Iterable[Edge], limit: int) -> View:
    """The star (every edge touches its focus) with at most `limit` nodes, but never fewer than one per kind.

    Those with the fewest `edges` go first. The joined node names its members in its note, a joined edge tells
    in its note whose it was, and `folded` counts them.
    """
    plural = {kind.id: kind.plural for kind in star.node_kinds}
    hosts = {
        _host(kind, plural[kind], members): members
        for kind, members in _members_by_kind(star, edges, limit).items()
        if len(members) > 1
    }
    host_of = {member.id: host for host, members in hosts.items() for member in members}
    return replace(
        star,
        nodes=(*(node for node in star.nodes if node.id not in host_of), *hosts),
        edges=_joined(star, host_of),
        folded=(*(f"{host.label} zijn samengevoegd." for host in hosts), *star.folded),
    )


def _members_by_kind(star: View, edges: Iterable[Edge], limit: int) -> Mapping[str, list[Node]]:
    degree = Counter(end for edge in edges for end in {edge.source, edge.target})
    neighbours = (node for node in star.nodes if node.id != star.focus)
    groups: defaultdict[str, list[Node]] = defaultdict(list)
    size = len(star.nodes)
    for node in sorted(neighbours, key=lambda node: degree[node.id]):
        if size <= limit:
            break
        if groups[node.kind]:
            size -= 1
        groups[node.kind].append(node)
    return groups


def _host(kind: str, plural: str, members: list[Node]) -> Node:
    names = sorted(member.label for member in members)
    return Node(f"{kind}:samengevoegd", f"{len(members)} {plural}", kind, note=", ".join(names))


def _joined(star: View, host_of: Mapping[str, Node]) -> tuple[Edge, ...]:
    labels = {node.id: node.label for node in star.nodes}
    untouched = [edge for edge in star.edges if not {edge.source, edge.target} & host_of.keys()]
    notes: defaultdict[Edge, list[str]] = defaultdict(list)
    for edge in star.edges:
        if edge.source in host_of:
            joined, member = replace(edge, source=host_of[edge.source].id, note=""), edge.source
        elif edge.target in host_of:
            joined, member = replace(edge, target=host_of[edge.target].id, note=""), edge.target
        else:
            continue
        notes[joined].append(f"{labels[member]}: {edge.note}" if edge.note else labels[member])
    return (*untouched, *(replace(edge, note="; ".join(whose)) for edge, whose in notes.items()))
