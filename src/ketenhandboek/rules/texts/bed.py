"""A small region's own task in examples: a bed for the night, and the agreement about it."""

from __future__ import annotations

from textwrap import dedent, indent

_TASK = """\
taken:
  - id: bed-voor-de-nacht
    naam: Bed voor de nacht
    omschrijving: Iemand kan vannacht ergens anders slapen.
    fase: directe-veiligheid
    verdeling: een
    ingang: ja
"""

_AGREEMENT = """\
titel: Afspraken over een bed voor de nacht
soort: samenwerkingsafspraak
stand: vastgesteld
geldig:
  van: 2025-01-01
gebied:
  - regio
themas:
  - alle
beheer:
  beheerder: gemeente-berkenrade/beleidsambtenaar
  vastgesteld_door: regiegroep
  mag_wijzigen: regiegroep
  evaluatie:
    elke: 12 maanden
    laatste: 2025-12-01
partijen:
  - partner: gemeente
    rol: uitvoerend
    getekend: 2024-12-10
    functie: wethouder
verantwoordelijkheden:
"""

LINE = """\
  - id: bed
    taak: bed-voor-de-nacht
    eindverantwoordelijk: lokaal-team
    uitvoerders:
      - lokaal-team/medewerker
    zicht_op_veiligheid: ja
    coordinatie: ja
    daarna:
      - naar: einde
"""


def bed_task(*more: str) -> str:
    """The task as the region's own record, with these lines after it."""
    return _TASK + "".join(f"    {line}\n" for line in more)


def bed_agreement(line: str = LINE, more: str = "") -> str:
    """The agreement with this line and what `more` adds to it."""
    return _AGREEMENT + bed_line(line, more)


def bed_line(line: str = LINE, more: str = "") -> str:
    """A line with keys added to it."""
    return line + indent(dedent(more).strip() + "\n", " " * 4 if more else "").lstrip("\n")
