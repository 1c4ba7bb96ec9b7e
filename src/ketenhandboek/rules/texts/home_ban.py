"""An agreement about home bans in one municipality, for examples."""

LOCAL = """\
titel: Huisverbod in Elsbroek
soort: werkinstructie
stand: vastgesteld
geldig:
  van: 2025-02-01
werkt_uit:
  - huisverbod
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
    rol: uitvoerend
    getekend: 2025-01-15
    functie: burgemeester
verantwoordelijkheden:
  - id: evaluatie-elsbroek
    taak: huisverbod-evaluatie
    afwijking: De burgemeester wil eerder weten hoe het gaat.
    termijn:
      binnen: 6 kalenderdagen
      vanaf: oplegging
"""

_REASON = "    afwijking: De burgemeester wil eerder weten hoe het gaat.\n"
_LINK = "werkt_uit:\n  - huisverbod\n"
ON_ITS_OWN = LOCAL.replace(_LINK, "").replace(_REASON, "") + "    daarna:\n      - naar: einde\n"
"""The same agreement when it elaborates no other, so that what it says may differ."""
