"""All records of a chain as one JSON document, and the JSON Schemas that describe it and its source files."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from ketenhandboek.export.schemas import regional_schemas
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.kind import Kind, Schema

CHAIN = "downloads/keten.json"
CHAIN_SCHEMA = "schema/keten.schema.json"
_VERSION = 1


def json_files(chain: Chain) -> dict[str, str]:
    """The whole chain (path → text): per kind and id its layer, and its data as in the source."""
    region = chain.region
    document = {
        "$schema": f"../{CHAIN_SCHEMA}",
        "versie": _VERSION,
        "regio": region.id if region else None,
        "peildatum": chain.day.isoformat(),
        "gegevens": {kind: _records(chain, kind) for kind in catalogue()},
    }
    return {CHAIN: written(document)}


def schema_files(chain: Chain) -> dict[str, str]:
    """The schema of each kind of file, with the region's ids, and that of the whole chain (path → text)."""
    kinds = {f"schema/{name}": written(schema) for name, schema in regional_schemas(chain).items()}
    return {**kinds, CHAIN_SCHEMA: _chain_schema()}


def written(document: Any) -> str:
    """A document as JSON that people can read."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _records(chain: Chain, kind: str) -> dict[str, Any]:
    return {
        entry.id: {"laag": entry.layer, "gegevens": entry.data}
        for entry in chain.records.entries
        if entry.kind.name == kind
    }


@cache
def _chain_schema() -> str:
    """The schemas of all kinds, bundled: each keeps its own `$id`, and the names that it defines."""
    bundle = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:ketenhandboek:schema:keten",
        "title": "Keten",
        "description": "Alle gegevens van een regio, met de landelijke gegevens waarop zij steunen.",
        "type": "object",
        "additionalProperties": False,
        "required": ["versie", "regio", "peildatum", "gegevens"],
        "properties": {
            "$schema": {"type": "string"},
            "versie": {"const": _VERSION, "description": "Verandert als de vorm van dit bestand verandert."},
            "regio": {"type": ["string", "null"], "description": "De naam van de regio in de bestanden."},
            "peildatum": {"type": "string", "format": "date", "description": "De dag van de beoordeling."},
            "gegevens": {
                "description": "Per soort gegevens: elk onderdeel onder zijn eigen naam.",
                "type": "object",
                "additionalProperties": False,
                "properties": {kind.name: _kind_schema(kind) for kind in catalogue().values()},
            },
        },
        "$defs": {kind.name: kind.schema for kind in catalogue().values()},
    }
    return written(bundle)


def _kind_schema(kind: Kind) -> Schema:
    item = f"#/properties/{kind.collection}/items" if kind.collection else ""
    return {
        "type": "object",
        "title": kind.plural,
        "additionalProperties": {
            "type": "object",
            "additionalProperties": False,
            "required": ["laag", "gegevens"],
            "properties": {
                "laag": {"enum": ["landelijk", "regio"]},
                "gegevens": {"$ref": f"{kind.schema['$id']}{item}"},
            },
        },
    }
