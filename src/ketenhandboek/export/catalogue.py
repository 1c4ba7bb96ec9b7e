"""The data set in the words of data catalogues: DCAT 2, as JSON-LD."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ketenhandboek.export.records import CHAIN_SCHEMA, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain

PATH = "downloads/catalog.jsonld"
_MEDIA = "https://www.iana.org/assignments/media-types"
_TYPES = {"csv": "text/csv", "json": "application/json", "ics": "text/calendar"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue_file(chain: Chain, files: Iterable[str]) -> dict[str, str]:
    """The catalogue (path → text) of the region's agreements, with these files as forms of the one data set.

    Addresses are relative to the catalogue, so that it holds wherever the site stands.
    """
    name = chain.region.name if chain.region else "een regio"
    document = {
        "@context": _CONTEXT,
        "@id": "",
        "@type": "dcat:Catalog",
        "dct:title": _dutch(f"Ketenhandboek {name}"),
        "dct:modified": {"@type": "xsd:date", "@value": chain.day.isoformat()},
        "dcat:dataset": {
            "@id": "#afspraken",
            "@type": "dcat:Dataset",
            "dct:title": _dutch(f"Afspraken van de keten huiselijk geweld en kindermishandeling in {name}"),
            "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _dutch(name)},
            "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/NLD"},
            "dct:modified": {"@type": "xsd:date", "@value": chain.day.isoformat()},
            "dct:conformsTo": {"@id": _from_here(CHAIN_SCHEMA)},
            "dcat:distribution": [_distribution(path) for path in sorted(files)],
        },
    }
    return {PATH: written(document)}


def _distribution(path: str) -> dict[str, object]:
    address = {"@id": _from_here(path)}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _dutch(posixpath.basename(path)),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": f"{_MEDIA}/{_TYPES[path.rpartition('.')[2]]}"},
    }


def _from_here(path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(PATH))


def _dutch(text: str) -> dict[str, str]:
    return {"@language": "nl", "@value": text}
