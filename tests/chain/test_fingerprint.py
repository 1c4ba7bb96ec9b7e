"""The fingerprint of what parties sign."""

from __future__ import annotations

from typing import Any

import pytest

from ketenhandboek.chain.fingerprint import fingerprint

SIGNED: dict[str, Any] = {
    "titel": "Nachtopvang",
    "geldig": {"van": "2025-01-01"},
    "partijen": [{"partner": "gemeente", "rol": "financier", "getekend": "2024-12-10"}],
    "verantwoordelijkheden": [{"id": "bed", "taak": "opvang", "termijn": {"binnen": "5 werkdagen"}}],
    "escalatieroutes": [{"id": "ladder", "afschalen": {"wanneer": "de partijen het eens zijn"}}],
    "privacy": {"bewaartermijn": "5 jaar", "dpia": "2024-11"},
}
PARTY = SIGNED["partijen"][0]
LINE = SIGNED["verantwoordelijkheden"][0]


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "Opvang in de nacht"},
        {"opmerking": "Besproken."},
        {"partijen": [PARTY | {"getekend": "2025-01-01", "functie": "wethouder"}]},
        {"verantwoordelijkheden": [dict(reversed((LINE | {"toelichting": "Zie bijlage."}).items()))]},
        {"escalatieroutes": [{"afschalen": {"wanneer": "de partijen  het\neens zijn"}, "id": "ladder"}]},
        {"privacy": {"bewaartermijn": "5 jaar", "dpia": "2026-11"}},
        {"getekende_tekst": "sha256:0000000000000000"},
    ],
)
def test_what_binds_nobody_leaves_it_the_same(change: dict[str, Any]) -> None:
    assert fingerprint(SIGNED | change) == fingerprint(SIGNED)


@pytest.mark.parametrize(
    "change",
    [
        {"geldig": {"van": "2025-01-02"}},
        {"partijen": [PARTY | {"rol": "toehoorder"}]},
        {"partijen": []},
        {"verantwoordelijkheden": [LINE | {"termijn": {"binnen": "6 werkdagen"}}]},
        {"verantwoordelijkheden": [LINE, LINE]},
        {"privacy": {"bewaartermijn": "6 jaar", "dpia": "2024-11"}},
        {"themas": ["alle"]},
    ],
)
def test_what_binds_somebody_changes_it(change: dict[str, Any]) -> None:
    assert fingerprint(SIGNED | change) != fingerprint(SIGNED)
