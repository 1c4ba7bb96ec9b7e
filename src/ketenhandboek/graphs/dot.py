"""A view as DOT, the language of Graphviz."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from graphviz import Digraph, escape, nohtml

from ketenhandboek.graphs.text import clean, wrapped
from ketenhandboek.graphs.view import Edge, Line, Shape, View

_FONT = "Arial"
_SHAPES: Mapping[Shape, Mapping[str, str]] = {
    "rounded": {"shape": "box", "style": "rounded"},
    "box": {"shape": "box"},
    "ellipse": {"shape": "ellipse", "margin": "0.02,0.02"},
    "octagon": {"shape": "octagon", "margin": "0.02,0.02"},
    "note": {"shape": "note"},
    "tab": {"shape": "tab"},
}
_LINES: Mapping[Line, Mapping[str, str]] = {
    "solid": {},
    "dashed": {"style": "dashed"},
    "dotted": {"style": "dotted"},
    "bold": {"penwidth": "2.6"},
}


@lru_cache(maxsize=1 << 10)
def to_dot(view: View) -> str:
    """The DOT source of the view, in which the ids n1, e1, c1, … count its nodes, edges and clusters.

    A point is one CSS pixel in the picture. Long labels are wrapped and cut short.
    """
    graph = Digraph(view.id)
    graph.attr("graph", rankdir=view.direction, bgcolor="transparent", outputorder="edgesfirst", pad="0.1")
    graph.attr("graph", fontname=_FONT, fontsize="13", nodesep="0.3", ranksep="0.6")
    graph.attr("node", fontname=_FONT, fontsize="14", height="0.45", margin="0.16,0.09")
    graph.attr("edge", fontname=_FONT, fontsize="12", arrowsize="0.7", penwidth="1.3")
    names = {node.id: f"n{number}" for number, node in enumerate(view.nodes, 1)}
    _add_nodes(graph, view, None, names)
    for number, cluster in enumerate(view.clusters, 1):
        with graph.subgraph(name=f"cluster_{number}") as frame:
            frame.attr("graph", id=f"c{number}", label=_text(wrapped(cluster.label, 40, 2)))
            _add_nodes(frame, view, cluster.id, names)
    _add_edges(graph, view, names)
    return str(graph.source)


def _add_nodes(graph: Digraph, view: View, cluster: str | None, names: Mapping[str, str]) -> None:
    shapes = {kind.id: _SHAPES[kind.shape] for kind in view.node_kinds}
    for node in view.nodes:
        if node.cluster == cluster:
            name = names[node.id]
            graph.node(name, _text(wrapped(node.label, 22, 6)), id=name, **shapes[node.kind])


def _add_edges(graph: Digraph, view: View, names: Mapping[str, str]) -> None:
    lines = {kind.id: _LINES[kind.line] for kind in view.edge_kinds}
    for number, edge in enumerate(view.edges, 1):
        wording = _number(edge, number) if view.numbered else _label(edge)
        ends = names[edge.source], names[edge.target]
        graph.edge(*ends, id=f"e{number}", **lines[edge.kind], **wording)


def _label(edge: Edge) -> dict[str, str]:
    """The spaces keep the text off its line."""
    return {"label": _text(f"  {line}  " for line in wrapped(edge.label, 20, 3))}


def _number(edge: Edge, number: int) -> dict[str, str]:
    """Graphviz can abort on edge labels beside clusters; `xlabel` is safe, but has room for a number only."""
    return {"xlabel": str(number), "tooltip": _text([clean(edge.label)])}


def _text(lines: Iterable[str]) -> str:
    """The lines as one DOT value in which no escape, entity or markup of theirs means anything."""
    text: str = nohtml(r"\n".join(escape(line.replace("&", "&amp;")) for line in lines))
    return text
