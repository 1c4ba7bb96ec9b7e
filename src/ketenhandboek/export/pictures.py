"""The network behind each picture, for programs that draw or count networks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

import networkx

from ketenhandboek.export.records import written
from ketenhandboek.graphs.dot import to_dot
from ketenhandboek.graphs.pictures import Failure
from ketenhandboek.graphs.table import plain
from ketenhandboek.graphs.text import clean
from ketenhandboek.pages.every import every_page
from ketenhandboek.pages.page import Book
from ketenhandboek.rules.check import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.graphs.view import View

FOLDER = "downloads/tekeningen"


def views_of(chain: Chain) -> dict[str, View]:
    """Every view in the handbook of the chain, by the name of its files; nothing is drawn."""
    found: list[View] = []

    def note(view: View) -> Failure:
        found.append(view)
        return Failure("missing", "")

    for _ in every_page(Book(chain, cache(partial(check, chain)), note)):
        pass
    return named(found)


def named(views: Iterable[View]) -> dict[str, View]:
    """The different views by id, without their links, which hold on one page only."""
    different = dict.fromkeys(map(_bare, views))
    used: Counter[str] = Counter()
    found: dict[str, View] = {}
    for view in different:
        used[view.id] += 1
        found[f"{view.id}-{used[view.id]}" if used[view.id] > 1 else view.id] = view
    return found


def graphml_files(views: Mapping[str, View]) -> dict[str, str]:
    """GraphML per view (path → text)."""
    return {f"{FOLDER}/{name}.graphml": graphml(view) for name, view in views.items()}


def dot_files(views: Mapping[str, View]) -> dict[str, str]:
    """The DOT per view (path → text) from which Graphviz draws it; node `n1` is the first of the view."""
    return {f"{FOLDER}/{name}.dot": to_dot(view) for name, view in views.items()}


def view_files(views: Mapping[str, View]) -> dict[str, str]:
    """The JSON per view (path → text): its nodes, edges and their kinds."""
    return {f"{FOLDER}/{name}.json": _json(view) for name, view in views.items()}


@lru_cache(maxsize=1 << 10)
def _json(view: View) -> str:
    return written(plain(view))


def _bare(view: View) -> View:
    nodes = tuple(node if node.url is None else replace(node, url=None) for node in view.nodes)
    return replace(view, nodes=nodes)


@lru_cache(maxsize=1 << 10)
def graphml(view: View) -> str:
    """All nodes and edges of the view with their wording, kind, frame and remark."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.graph |= {"titel": clean(view.title), "omschrijving": clean(view.description)}
    node_kinds = {kind.id: kind.label for kind in view.node_kinds}
    edge_kinds = {kind.id: kind.label for kind in view.edge_kinds}
    frames = {cluster.id: cluster.label for cluster in view.clusters}
    for node in view.nodes:
        frame = frames[node.cluster] if node.cluster else ""
        graph.add_node(node.id, **_words(node.label, node_kinds[node.kind], node.note), kader=clean(frame))
    for edge in view.edges:
        graph.add_edge(edge.source, edge.target, **_words(edge.label, edge_kinds[edge.kind], edge.note))
    return "\n".join(networkx.generate_graphml(graph, named_key_ids=True)) + "\n"


def _words(label: str, kind: str, note: str) -> dict[str, str]:
    return {"label": clean(label), "soort": clean(kind), "opmerking": clean(note)}
