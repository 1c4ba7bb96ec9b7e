"""The neighbourhood of one node."""

from dataclasses import replace

from ketenhandboek.graphs.fold import fold_neighbours
from ketenhandboek.graphs.view import View

LIMIT = 25
"""Nodes in a picture that a reader can still take in."""


def ego(view: View, centre: str, *, view_id: str, title: str, description: str, limit: int = LIMIT) -> View:
    """The node `centre`, its neighbours at distance 1 and the edges between it and them.

    Above `limit` nodes the least connected neighbours are joined, one node per kind. Edges between neighbours
    are left out and counted in `folded`. Clusters are dropped, so that lines keep their labels.
    Raises ValueError when `centre` is no node of the view.
    """
    touching = tuple(edge for edge in view.edges if centre in (edge.source, edge.target))
    near = {centre}.union(*((edge.source, edge.target) for edge in touching))
    star = replace(
        view,
        id=view_id,
        title=title,
        description=description,
        nodes=tuple(replace(node, cluster=None) for node in view.nodes if node.id in near),
        edges=touching,
        clusters=(),
        folded=_left_out(view, near, len(touching)),
        focus=centre,
    )
    return with_used_kinds(fold_neighbours(star, view.edges, limit))


def _left_out(view: View, near: set[str], drawn: int) -> tuple[str, ...]:
    between = sum(edge.source in near and edge.target in near for edge in view.edges) - drawn
    if not between:
        return ()
    counted = "1 verbinding" if between == 1 else f"{between} verbindingen"
    return (f"Niet in dit beeld: {counted} tussen de buren onderling.",)


def with_used_kinds(view: View) -> View:
    """The view with only those legend entries that occur in it."""
    nodes, edges = {node.kind for node in view.nodes}, {edge.kind for edge in view.edges}
    return replace(
        view,
        node_kinds=tuple(kind for kind in view.node_kinds if kind.id in nodes),
        edge_kinds=tuple(kind for kind in view.edge_kinds if kind.id in edges),
    )
