"""An agreement around a few responsibilities, for examples about tasks that the region leaves open."""

from __future__ import annotations

from textwrap import dedent, indent

_AGREEMENT = """\
titel: Afspraken over hulp
soort: samenwerkingsafspraak
stand: vastgesteld
geldig:
  van: 2025-01-01
gebied:
  - regio
themas:
  - alle
beheer:
  beheerder: polikliniek-het-anker/beleidsmedewerker
  vastgesteld_door: regiegroep
  mag_wijzigen: regiegroep
  evaluatie:
    elke: 12 maanden
    laatste: 2025-12-01
partijen:
"""
_PARTIES = {
    "forensische-zorg": "directeur",
    "jeugdhulpaanbieder": "directeur",
    "gemeente": "wethouder",
    "veilig-thuis": "directeur",
    "politie": "districtschef",
}


PLAN = """
    - id: hulpplan
      taak: hulpplan
      eindverantwoordelijk: jeugdhulpaanbieder
      uitvoerders:
        - jeugdhulpaanbieder/medewerker
      termijn:
        binnen: 10 werkdagen
        vanaf: hulpplan/begin
      daarna:
        - naar: einde
"""


def example_lines(*lines: str) -> str:
    """An agreement with these responsibilities, signed by every kind that they name."""
    text = "".join(indent(dedent(line).strip("\n") + "\n", "  ") for line in lines)
    named = [kind for kind in _PARTIES if kind in text]
    return f"{_AGREEMENT}{''.join(map(_party, named))}verantwoordelijkheden:\n{text}"


def _party(kind: str) -> str:
    return (
        f"  - partner: {kind}\n    rol: uitvoerend\n    getekend: 2024-12-10\n    functie: {_PARTIES[kind]}\n"
    )
