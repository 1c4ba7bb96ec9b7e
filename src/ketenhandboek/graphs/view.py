"""A view: the one object from which a picture, its table and its JSON are made."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ketenhandboek.graphs.text import relative_link

Shape = Literal["rounded", "box", "ellipse", "octagon", "note", "tab"]
Line = Literal["solid", "dashed", "dotted", "bold"]
Direction = Literal["LR", "TB"]
Tone = Literal[0, 1, 2, 3, 4, 5, 6]
"""A colour of the style sheet, 0 is neutral. It never stands alone: shape, line and label say the same."""

MOST_LABELS = 40
"""Edges that can bear their label; more take Graphviz minutes and leave the reader nothing to see."""

_IDENTIFIER = re.compile("[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A legend entry for nodes; `plural` names a folded group ("12 huisartsen")."""

    id: str
    label: str
    plural: str
    shape: Shape = "rounded"
    tone: Tone = 0


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """A legend entry for edges."""

    id: str
    label: str
    line: Line = "solid"
    tone: Tone = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """A frame around nodes that belong together."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `kind` and `cluster` are ids within the view. A `url` that leaves the site becomes None."""

    id: str
    label: str
    kind: str
    url: str | None = None
    cluster: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "url", relative_link(self.url))


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow between two node ids; `kind` is the id of an edge kind within the view.

    By its `tags` a reader can filter; they are ids from the choices of the view's filters.
    """

    source: str
    target: str
    label: str
    kind: str
    note: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice for the reader, such as `Fase`; each of the `choices` is a tag of edges and its name."""

    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """A small graph in the order in which it is drawn and listed.

    `id` prefixes every id in the SVG, so it must be unique on a page. `folded` holds a Dutch sentence for
    everything that was joined or left out. `focus` is the id of the node that the picture is about.
    Raises ValueError when an id is double, refers to nothing, or cannot serve in HTML.
    """

    id: str
    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    node_kinds: tuple[NodeKind, ...]
    edge_kinds: tuple[EdgeKind, ...]
    clusters: tuple[Cluster, ...] = ()
    folded: tuple[str, ...] = ()
    direction: Direction = "LR"
    focus: str | None = None
    filters: tuple[Filter, ...] = ()

    def __post_init__(self) -> None:
        for problem in (*_misshapen(self), *_doubles(self), *_dangling(self)):
            raise ValueError(f'View "{self.id}": {problem}.')

    @property
    def numbered(self) -> bool:
        """Whether lines bear the number of their table row: labels fail beside clusters and in a crowd."""
        return bool(self.clusters) or len(self.edges) > MOST_LABELS


def _misshapen(view: View) -> Iterator[str]:
    for identifier in (view.id, *_ids(view.node_kinds), *_ids(view.edge_kinds)):
        if not _IDENTIFIER.fullmatch(identifier):
            yield f'"{identifier}" must begin with a letter and hold only letters, digits, - and _'


def _doubles(view: View) -> Iterator[str]:
    for things in (view.nodes, view.node_kinds, view.edge_kinds, view.clusters):
        for identifier, count in Counter(_ids(things)).items():
            if count > 1:
                yield f'the id "{identifier}" occurs {count} times'


def _dangling(view: View) -> Iterator[str]:
    nodes, clusters = set(_ids(view.nodes)), set(_ids(view.clusters))
    node_kinds, edge_kinds = set(_ids(view.node_kinds)), set(_ids(view.edge_kinds))
    for node in view.nodes:
        if node.kind not in node_kinds:
            yield f'node "{node.id}" has the unknown kind "{node.kind}"'
        if node.cluster is not None and node.cluster not in clusters:
            yield f'node "{node.id}" lies in the unknown cluster "{node.cluster}"'
    for edge in view.edges:
        for end in {edge.source, edge.target} - nodes:
            yield f'edge "{edge.label}" points to the unknown node "{end}"'
        if edge.kind not in edge_kinds:
            yield f'edge "{edge.label}" has the unknown kind "{edge.kind}"'
    if view.focus is not None and view.focus not in nodes:
        yield f'the focus is the unknown node "{view.focus}"'


def _ids(things: Iterable[Node | NodeKind | EdgeKind | Cluster]) -> tuple[str, ...]:
    return tuple(thing.id for thing in things)
