"""The whole chain in pictures, one for each way in which parties connect, to filter by phase and theme."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.graphs.view import Filter
from ketenhandboek.graphs.views import QUESTIONS, connected
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.kinds.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.connections import Connection
    from ketenhandboek.graphs.view import View
    from ketenhandboek.graphs.views import Address

MOST_PARTIES = 60
"""With more parties than this partners stand under their kind."""
EVERY_THEME = "alle"


def networks(chain: Chain, address: Address) -> list[View]:
    """The chain as the agreements name its parties: one view for each way in which they connect."""
    found = ((way, [c for c in chain.connections.all if c.way is way]) for way in QUESTIONS)
    return [
        _network(chain, address, f"keten-{way.value}", QUESTIONS[way], connections)
        for way, connections in found
        if connections
    ]


def _network(chain: Chain, address: Address, id_: str, title: str, connections: list[Connection]) -> View:
    parties = dict.fromkeys(end for connection in connections for end in connection[:2])
    kinds = _kinds(chain, parties) if len(parties) > MOST_PARTIES else {}
    renamed = [
        connection._replace(
            source=kinds.get(connection.source, connection.source),
            target=kinds.get(connection.target, connection.target),
        )
        for connection in connections
    ]
    view = connected(chain, address, id_, title, (item for item in renamed if item.source != item.target))
    folded = (f"{len(kinds)} organisaties staan hier onder hun soort.",) if kinds else ()
    return replace(_filtered(chain, view, renamed), folded=folded)


def _kinds(chain: Chain, parties: Iterable[str]) -> dict[str, str]:
    partners = chain.binding.partners
    return {party: partners[party].kind for party in parties if party in partners}


def _filtered(chain: Chain, view: View, connections: Iterable[Connection]) -> View:
    """The view with on each line the phases and themes of all that it stands for."""
    tags: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for connection in connections:
        tags[connection.source, connection.target].update(dict.fromkeys(_tags(chain, connection)))
    edges = tuple(replace(edge, tags=tuple(tags[edge.source, edge.target])) for edge in view.edges)
    used = {tag for edge in edges for tag in edge.tags}
    choices = (
        ("Fase", [(f"fase-{phase.id}", phase.name) for phase in chain.records.of(Phase).values()]),
        ("Thema", [(f"thema-{theme.id}", theme.name) for theme in chain.records.of(Theme).values()]),
    )
    filters = (Filter(label, tuple(item for item in found if item[0] in used)) for label, found in choices)
    return replace(view, edges=edges, filters=tuple(item for item in filters if len(item.choices) > 1))


def _tags(chain: Chain, connection: Connection) -> Iterator[str]:
    task = chain.records.of(Task).get(connection.task)
    if task:
        yield f"fase-{task.phase}"
    every = EVERY_THEME in connection.themes
    for theme in chain.space.themes.names if every else connection.themes:
        yield f"thema-{theme}"
