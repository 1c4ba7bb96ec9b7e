"""Faults in mandates."""

from __future__ import annotations

from edits import Below, Drop, Here, Put
from extra import agreement
from fault import LINDEWAARDE, MADE_UP, fault

MANDATE = "mandaten bevoegdheid=huisverbod-opleggen"
BAN = "verantwoordelijkheden taak=huisverbod-opleggen"
CONSULT = "verantwoordelijkheden taak=huisverbod-overleg"
SECOND = """
    - id: tweede-mandaat
      bevoegdheid: {}
      van: {}
      aan: {}
      gebied:
        - $plaats
      geldig:
        van: {}
      besluit: Tweede mandaatbesluit
"""
BEYOND = SECOND.replace("- $plaats", "- {}").format(
    "huisverbod-opleggen", "$gemeente/burgemeester", "$politie/hulpofficier", "{}", "2025-01-01"
)
MAYOR, OFFICER = "$gemeente/burgemeester", "$politie/hulpofficier"


def second(
    power: str = "huisverbod-opleggen", of: str = MAYOR, to: str = OFFICER, since: str = "2025-01-01"
) -> Below:
    """Another mandate in the same decision."""
    return Below(MANDATE, SECOND.format(power, of, to, since))


FAULTS = {
    "MAN001": (
        fault(
            "no mandate, and no exception for it",
            Here(f"{BAN} uitvoerders =politie/hulpofficier"),
            Here(f"{CONSULT} uitvoerders =politie/hulpofficier"),
            Drop("uitzonderingen id=eikenrade-mandaat"),
            only=LINDEWAARDE,
        ),
        fault(
            "the officer decides in the municipality without a mandate",
            agreement(
                "huisverbod-eikenrade",
                """
                werkt_uit:
                  - convenant-huisverbod-2024
                verantwoordelijkheden:
                  - id: huisverbod
                    taak: huisverbod-opleggen
                    beslist: politie/hulpofficier # hier
                    afwijking: De burgemeester is er nog niet.
                """,
                area="\n  - eikenrade",
            ),
            only=LINDEWAARDE,
        ),
        fault("no mandate", Here(f"{BAN} uitvoerders =politie/hulpofficier"), Drop(MANDATE), only=MADE_UP),
        fault(
            "the mandate is over",
            Here(f"{BAN} uitvoerders =politie/hulpofficier"),
            Put(f"{MANDATE} geldig", "tot_en_met: 2025-12-31"),
            only=MADE_UP,
        ),
    ),
    "MAN002": (
        fault("a mandate to extend", second("huisverbod-verlengen # hier")),
        fault("a mandate for any police officer", second(to="$politie/agent # hier")),
        fault(
            "the officer decides on withdrawing",
            Put("verantwoordelijkheden taak=huisverbod-intrekken", "beslist: politie/hulpofficier # hier"),
        ),
    ),
    "MAN003": (
        fault("an alderman gives it", second(of="$gemeente/wethouder # hier")),
        fault("the officer passes it on", second(of=f"{OFFICER} # hier", to="$politie/agent")),
    ),
    "MAN004": (
        fault(
            "older than the municipality",
            Put("partners id=$gemeente", "bestaat:\n  van: 2014-01-01"),
            second(of=f"{MAYOR} # hier", since="2013-01-01"),
        ),
        fault(
            "older than the police",
            Put("partners id=$politie", "bestaat:\n  van: 2013-01-01"),
            second(to=f"{OFFICER} # hier", since="2012-01-01"),
        ),
    ),
    "MAN005": (
        fault("Veilig Thuis is not consulted", Put(CONSULT, "raadpleegt: # hier\n  - lokaal-team")),
        fault(
            "the ban waits for the police only",
            Put(BAN, "vooraf: # hier\n  - taak: noodhulp\n    voorwaarde: de politie is er"),
            Put(
                "verantwoordelijkheden taak=noodhulp daarna naar=huisverbod-opleggen",
                "naar: huisverbod-overleg",
            ),
        ),
    ),
    "MAN006": (
        fault("a mayor gives a mandate for the whole region", Below(MANDATE, BEYOND.format("regio # hier"))),
        fault(
            "a mandate for the mayor's own municipality and for all others too",
            Below(MANDATE, BEYOND.format("$plaats\n        - regio # hier")),
        ),
    ),
}
