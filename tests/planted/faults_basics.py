"""Faults in the files themselves, and in what they name."""

from __future__ import annotations

from edits import Below, File, Here, Put
from fault import LINDEWAARDE, MADE_UP, fault

MEETING = "overleggen soort=casusoverleg-hulpverlening"
NEEDLESS = """
    - id: niet-meer-nodig
      regel: BAS009 # hier
      record: begrip/melding
      reden: De afspraak over melden ligt nog bij de regiegroep.
      tot_en_met: 2026-12-31
      door: de regiegroep
"""
EXPIRED = """
    - id: verlopen
      regel: OVL001
      record: overleg/regiegroep
      reden: De regiegroep zoekt nog een plaatsvervanger.
      tot_en_met: 2025-12-31 # hier
      door: de regiegroep
"""

FAULTS = {
    "BAS001": (
        fault("a name twice", Below("partners id=$politie naam", "naam: Politie # hier")),
        fault("a list between brackets", Put("begrippen id=melding", "synoniemen: [tip, seintje] # hier")),
    ),
    "BAS002": (
        fault("a key with a typing error", Put("begrippen id=melding", "synoniem: # hier\n  - tip")),
        fault("days, but of which sort?", Put(MEETING, "elke: 7 dagen # hier")),
    ),
    "BAS003": (
        fault("no such term", Put("begrippen id=melding", "zie_ook:\n  - meldign # hier")),
        fault(
            "an organisation without this function", Put(MEETING, "voorzitter: veilig-thuis/wethouder # hier")
        ),
    ),
    "BAS004": (
        fault(
            "one id twice",
            Put("begrippen: begrippen", "- id: melding # hier\n  naam: aangifte\n  betekenis: Iets anders."),
        ),
        fault(
            "one organisation also has the name of another",
            Put("partners id=$veilig_thuis", "ook_bekend_als:\n  - $rvdk_naam"),
            Here("partners id=$rvdk naam"),
        ),
    ),
    "BAS005": (
        fault("a real code in a made-up region", Put("gemeenten id=$plaats", "code: GM0344 # hier")),
        fault(
            "a real municipality in a made-up region",
            Put("gemeenten id=$andere_plaats", "code: GM0355 # hier\nnaam: Zeist"),
        ),
    ),
    "BAS006": (
        fault(
            "nobody of this kind",
            Put(
                "soort=samenwerkingsafspraak partijen",
                "- partner: expertisecentrum # hier\n  rol: toehoorder",
            ),
        ),
        fault(
            "the chair of a regional meeting, of which municipality?",
            Put("overleggen soort=regiegroep", "voorzitter: gemeente/wethouder # hier"),
        ),
    ),
    "BAS007": (
        fault("no date for a municipality", Put("gemeenten id=$plaats", "sinds: ~")),
        fault(
            "no date for its place in an area", Put("gebieden gemeenten gemeente=$andere_plaats", "sinds: ~")
        ),
    ),
    "BAS008": (
        fault("an exception that is not needed", Put("uitzonderingen", NEEDLESS), only=LINDEWAARDE),
        fault("an expired exception", Put("uitzonderingen", EXPIRED), only=LINDEWAARDE),
        fault(
            "an exception that is not needed",
            File("uitzonderingen.yaml", f"uitzonderingen:\n{NEEDLESS}"),
            only=MADE_UP,
        ),
        fault(
            "an expired exception", File("uitzonderingen.yaml", f"uitzonderingen:\n{EXPIRED}"), only=MADE_UP
        ),
    ),
    "BAS009": (
        fault(
            "a term that nobody uses",
            Put(
                "begrippen: begrippen",
                "- id: kwartiermaker # hier\n  naam: kwartiermaker\n  betekenis: Wie begint.",
            ),
        ),
        fault(
            "a function that nobody names",
            Put(
                "partners id=$openbaar_ministerie",
                """
                functies:
                  - id: jurist # hier
                    naam: Jurist
                    niveau: beleid
                """,
            ),
        ),
    ),
    "BAS010": (
        fault(
            "a quarter of an hour in the morning",
            Here("tijdvensters"),
            Put("tijdvensters dagen=vrijdag", "van: 08:45"),
        ),
        fault(
            "the nights of holidays",
            Here("tijdvensters"),
            Put("tijdvensters dagen=vrijdag feestdagen=ja", "feestdagen: ~"),
        ),
    ),
}
