"""A view as the table under its picture, and as plain data for a JSON file."""

from dataclasses import asdict, dataclass
from typing import Any

from ketenhandboek.graphs.view import Node, View


@dataclass(frozen=True, slots=True)
class Row:
    """An edge in words; `number` is the one that its line bears in a numbered picture."""

    number: int
    source: Node
    label: str
    target: Node
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that the picture shows: its edges, the nodes without any, and sentences on the rest."""

    rows: tuple[Row, ...]
    unconnected: tuple[Node, ...]
    remarks: tuple[str, ...]


def table(view: View) -> Table:
    """One row per edge, in the order of the view."""
    nodes = {node.id: node for node in view.nodes}
    kinds = {kind.id: kind.label for kind in view.edge_kinds}
    connected = {end for edge in view.edges for end in (edge.source, edge.target)}
    return Table(
        rows=tuple(
            Row(number, nodes[edge.source], edge.label, nodes[edge.target], kinds[edge.kind], edge.note)
            for number, edge in enumerate(view.edges, 1)
        ),
        unconnected=tuple(node for node in view.nodes if node.id not in connected),
        remarks=(*view.folded, *(f"{node.label}: {node.note}" for node in view.nodes if node.note)),
    )


def plain(view: View) -> dict[str, Any]:
    """The whole view as dictionaries, lists and text, ready for `json.dumps`."""
    return asdict(view)
