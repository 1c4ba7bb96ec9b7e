"""The page that lists everything to download."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ketenhandboek.export import catalogue, pictures
from ketenhandboek.export.records import CHAIN, CHAIN_SCHEMA
from ketenhandboek.kinds.kind import catalogue as kinds
from ketenhandboek.pages.markup import plain
from ketenhandboek.pages.tools import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ketenhandboek.graphs.view import View

PATH = "handboek/downloads.md"
_DESCRIPTION = "Alle gegevens van dit handboek in vormen die andere programma's lezen."
_INTRODUCTION = """\
# Downloads

Alles in dit handboek kunt u ook met een ander programma gebruiken.
De bestanden horen bij dezelfde dag als deze pagina's.
{ .kh-lead }
"""
_ABOUT_TABLES = """\
## Tabellen

Elke tabel opent u in een rekenprogramma, zoals Excel of LibreOffice. Tussen de kolommen staat een puntkomma.
Een cel die op een formule lijkt, begint met een apostrof. Zo kan zij geen kwaad.
Een cel met haken is JSON: zij bevat zelf weer gegevens.
"""
_ABOUT_PICTURES = """\
## Tekeningen

Het netwerk achter elke tekening. GraphML leest u bijvoorbeeld met Gephi of yEd, DOT met Graphviz.
"""
_SORTS = {
    "fase": "fasen",
    "gemeente": "gemeenten",
    "ladder": "ladders",
    "partner": "partners",
    "praktijk": "ketens uit de praktijk",
    "route": "afspraken",
    "taak": "taken",
    "thema": "thema's",
}


def overview_file(files: Iterable[str], views: Mapping[str, View]) -> dict[str, str]:
    """The page (path → Markdown) for these files and the views whose networks are offered."""
    lines = (
        front_matter("Downloads", description=_DESCRIPTION),
        _INTRODUCTION,
        *_whole(files),
        _ABOUT_TABLES,
        *_tables(),
        _ABOUT_PICTURES,
        *_pictures(views),
    )
    return {PATH: "\n".join(map(str, lines)) + "\n"}


def _whole(files: Iterable[str]) -> Iterator[str]:
    yield "## Alles samen\n\n| Bestand | Wat erin staat |\n|---|---|"
    yield _row(CHAIN, "alle gegevens van de keten, als JSON")
    yield _row(CHAIN_SCHEMA, "wat er in `keten.json` staat, als JSON Schema")
    yield _row(catalogue.PATH, "de beschrijving voor een datacatalogus (DCAT)")
    for path in files:
        if path.endswith(".ics"):
            yield _row(path, "de data die eraan komen, voor uw agenda (iCalendar)")
    yield "\nHoe de regio haar gegevens opschrijft, leest u bij [Gegevens](gegevens.md).\n"


def _tables() -> Iterator[str]:
    yield "| Tabel | Wat erin staat |\n|---|---|"
    for kind in sorted(kinds().values(), key=lambda kind: (kind.national, kind.name)):
        yield _row(f"downloads/csv/{kind.name}.csv", plain(kind.schema.get("title") or kind.plural))
    yield ""


def _pictures(views: Mapping[str, View]) -> Iterator[str]:
    """A table for each sort of drawing: a list of hundreds is one that nobody reads."""
    for heading, sort in groupby(sorted(views, key=_sort), _sort):
        yield f"## Tekeningen van {heading}\n\n| Tekening | Bestanden | Naam |\n|---|---|---|"
        for name in sorted(sort, key=lambda name: (views[name].title, name)):
            links = (f"[{form}](../{pictures.FOLDER}/{name}.{form})" for form in ("graphml", "dot", "json"))
            yield f"| {plain(views[name].title)} | {' · '.join(links)} | `{name}` |"
        yield ""


def _sort(name: str) -> str:
    """Of what a drawing is, as the first word of its name says."""
    return _SORTS.get(name.partition("-")[0], "de hele keten")


def _row(path: str, what: str) -> str:
    return f"| [{path.rpartition('/')[2]}](../{path}) | {what} |"
