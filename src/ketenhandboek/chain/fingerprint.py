"""The fingerprint of what parties sign: the same as long as nothing changes that binds them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketenhandboek.source.document import Data

_NORMATIVE = (
    "geldig",
    "werkt_uit",
    "verplicht_voor",
    "gebied",
    "themas",
    "verantwoordelijkheden",
    "gegevensstromen",
    "escalatieroutes",
    "mandaten",
    "begrippen",
    "privacy",
)
_NOT_BINDING = frozenset(("toelichting", "opmerking", "bron", "open", "dpia"))
_PARTY = ("partner", "rol")
_LENGTH = 16


def fingerprint(agreement: Data) -> str:
    """`sha256:9f86d081884c7d65` for the data of an agreement.

    Counts who is party in which role, where and when the agreement holds, and its lines, flows, escalation
    routes, mandates, terms and privacy. Does not count who keeps it, explanations, remarks, sources, dates of
    signing and of an impact assessment, the order of keys, or how lines of text are broken.
    """
    binding = {key: _binding(agreement[key]) for key in _NORMATIVE if key in agreement}
    binding["partijen"] = [[party.get(key) for key in _PARTY] for party in agreement.get("partijen", [])]
    text = json.dumps(binding, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]}"


def _binding(value: Data) -> Data:
    if isinstance(value, dict):
        return {key: _binding(below) for key, below in value.items() if key not in _NOT_BINDING}
    if isinstance(value, list):
        return [_binding(below) for below in value]
    return " ".join(value.split()) if isinstance(value, str) else value
