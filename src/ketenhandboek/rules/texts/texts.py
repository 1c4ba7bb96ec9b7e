"""Records that many examples need, so that an example in the code shows only what it is about.

They are about a clinic and a youth care provider that the example region has no ladder for.
"""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

from ketenhandboek.rules.rule import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

_AGREEMENT = """\
titel: Afspraken polikliniek en jeugdhulp
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
  - partner: forensische-zorg
    rol: uitvoerend
    getekend: 2024-12-10
    functie: directeur
  - partner: jeugdhulpaanbieder
    rol: uitvoerend
    getekend: 2024-12-10
    functie: directeur
"""

_LADDER = """\
escalatieroutes:
  - id: polikliniek-en-jeugdhulp
    naam: Samenwerking polikliniek en jeugdhulp
    ladder: samenwerking
    tussen:
      - forensische-zorg
      - jeugdhulpaanbieder
    aanleidingen:
      - samenwerking-stagneert
      - route-loopt-vast
      - afspraak-werkt-niet
      - capaciteit
      - meningsverschil-inhoud
    opgelost_binnen: 20 werkdagen
    treden:
"""

WAY_DOWN = """\
    afschalen:
      wanneer: de partijen het eens zijn
"""


def example_agreement(text: str) -> str:
    """A whole agreement with `text` in it."""
    return _AGREEMENT + dedent(text).lstrip("\n")


def example_ladder(*steps: str, way_down: str = WAY_DOWN) -> str:
    """A whole agreement with one ladder of these steps."""
    return _AGREEMENT + _LADDER + indent("".join(steps), " " * 6) + way_down


def example_step(levels: Sequence[str], who: Sequence[str], within: str = "2 werkdagen") -> str:
    """One step of a ladder; without a response term when `within` is empty."""
    lines = [
        "- niveaus:",
        *(f"    - {level}" for level in levels),
        "  wie:",
        *(f"    - {one}" for one in who),
    ]
    return "\n".join([*lines, f"  reageert_binnen: {within}\n" if within else ""])


def mark(text: str, line: str) -> str:
    """The text with the mark on the first line without it that contains `line`."""
    lines = text.splitlines(keepends=True)
    found = next(n for n, one in enumerate(lines) if line in one and MARK not in one)
    lines[found] = f"{lines[found].rstrip()} {MARK}\n"
    return "".join(lines)


def both(function: str) -> list[str]:
    """The same function at both organisations."""
    return [f"forensische-zorg/{function}", f"jeugdhulpaanbieder/{function}"]


TEAM = example_step(["uitvoerend", "teammanager"], both("teammanager"))
POLICY = example_step(["beleid"], both("beleidsmedewerker"), "5 werkdagen")
TOP = example_step(["bestuurlijk"], both("directeur"), "5 werkdagen")
