"""Parties without which the chain falls apart: every way between some others goes through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.connections import Connection


class Critical(NamedTuple):
    """A party, and those that lose touch with the largest part of the chain when it drops out."""

    party: str
    cut_off: tuple[str, ...]


def critical(connections: Iterable[Connection]) -> list[Critical]:
    """The critical parties of some connections, whichever way they run; first those that cut off most."""
    # Loading the library takes time, and only one page needs it.
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(
        connection[:2] for connection in connections if connection.source != connection.target
    )
    found = []
    for party in nx.articulation_points(graph):
        whole = nx.node_connected_component(graph, party) - {party}
        parts = sorted(
            nx.connected_components(graph.subgraph(whole)), key=lambda part: (-len(part), min(part))
        )
        found.append(Critical(party, tuple(sorted(name for part in parts[1:] for name in part))))
    return sorted(found, key=lambda item: (-len(item.cut_off), item.party))
