"""Everything that the site offers to download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.export.catalogue import catalogue_file
from ketenhandboek.export.icalendar import icalendar
from ketenhandboek.export.overview import overview_file
from ketenhandboek.export.pictures import dot_files, graphml_files, view_files, views_of
from ketenhandboek.export.records import json_files, schema_files
from ketenhandboek.export.tables import csv_files
from ketenhandboek.pages.quality import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.graphs.view import View


def data_files(chain: Chain) -> dict[str, str]:
    """All data in every form (path in the docs folder → text)."""
    return {**json_files(chain), **csv_files(chain), **calendar_files(chain)}


def network_files(chain: Chain, views: Mapping[str, View], data: Collection[str]) -> dict[str, str]:
    """The networks behind the pictures, and with the paths of the data the lists of all there is."""
    networks = {**graphml_files(views), **dot_files(views), **view_files(views)}
    return {**networks, **catalogue_file(chain, data), **overview_file(data, views)}


def calendar_files(chain: Chain) -> dict[str, str]:
    """The dates ahead (path → text); nothing when there are none."""
    text = icalendar(chain)
    return {CALENDAR: text} if text else {}


def export_files(chain: Chain, form: str) -> dict[str, str]:
    """The files of one form (path → text), the same as the site offers; `form` is one of FORMS."""
    return _MAKERS[form](chain)


_MAKERS: dict[str, Callable[[Chain], dict[str, str]]] = {
    "csv": csv_files,
    "dot": lambda chain: dot_files(views_of(chain)),
    "graphml": lambda chain: graphml_files(views_of(chain)),
    "ics": calendar_files,
    "json": lambda chain: {**json_files(chain), **schema_files(chain)},
    "schemas": schema_files,
}
FORMS = tuple(_MAKERS)
