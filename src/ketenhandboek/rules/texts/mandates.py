"""A mandate decision for a home ban, for examples about mandates."""

from __future__ import annotations

from textwrap import dedent, indent

_DECISION = """\
titel: Mandaat huisverbod Elsbroek
soort: mandaatbesluit
stand: vastgesteld
geldig:
  van: 2025-01-01
gebied:
  - elsbroek
themas:
  - alle
beheer:
  beheerder: gemeente-elsbroek/beleidsambtenaar
  vastgesteld_door: gemeente-elsbroek/burgemeester
  mag_wijzigen: gemeente-elsbroek/burgemeester
  evaluatie:
    elke: 12 maanden
    laatste: 2025-12-01
partijen:
  - partner: gemeente-elsbroek
    rol: opdrachtgever
    getekend: 2024-12-10
    functie: burgemeester
  - partner: politie
    rol: uitvoerend
    getekend: 2024-12-10
    functie: districtschef
mandaten:
"""
MANDATE = """
    - id: huisverbod-elsbroek
      bevoegdheid: huisverbod-opleggen
      van: gemeente-elsbroek/burgemeester
      aan: politie/hulpofficier
      gebied:
        - elsbroek
      geldig:
        van: 2025-01-01
      besluit: Mandaatbesluit huisverbod Elsbroek 2025
"""


def example_decision(*mandates: str) -> str:
    """The decision of Elsbroek with these mandates."""
    return _DECISION + "".join(indent(dedent(text).strip("\n") + "\n", "  ") for text in mandates)
