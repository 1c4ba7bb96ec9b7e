"""Faults in the life of agreements."""

from __future__ import annotations

from edits import Here, Put
from extra import agreement
from fault import fault

AGREEMENT = "soort=samenwerkingsafspraak"
MEETING = "overleggen soort=casusoverleg-hulpverlening"
ENDED = Put(
    "overleggen",
    """
    - id: oude-werkgroep
      naam: Oude werkgroep
      soort: werkgroep
      voorzitter: veilig-thuis/teammanager
      plaatsvervanger: politie/teamchef
      deelnemers:
        - veilig-thuis/teammanager
        - politie/teamchef
      elke: 3 maanden
      doel: Leren van elkaar.
      beslist_over:
        - de agenda
      rapporteert_aan: regiegroep
      bestaat:
        van: 2015-01-01
        tot_en_met: 2024-12-31
""",
)
LOCAL = "soort=werkinstructie verantwoordelijkheden taak=casusregie !informeert"
HALF_A_YEAR = (
    Put(
        f"{AGREEMENT} verantwoordelijkheden taak=casusregie zicht_op_veiligheid=ja",
        "termijn:\n  binnen: 6 maanden\n  vanaf: casusregie/begin",
    ),
)
TWO_OF_ALL = """
    verplicht_voor: # hier
      - regio
    partijen:
      - partner: $gemeente
        rol: toehoorder
      - partner: $andere_gemeente
        rol: toehoorder
"""
OLD = agreement("leren-2020", "ingetrokken_op: 2025-12-31")

FAULTS = {
    "AFS001": (
        fault(
            "it works out an agreement that is withdrawn",
            OLD,
            agreement("leren-in-de-praktijk", "werkt_uit:\n  - leren-2020 # hier"),
        ),
        fault(
            "it works out a draft",
            agreement("leren-later", stage="concept"),
            agreement("leren-in-de-praktijk", "werkt_uit:\n  - leren-later # hier"),
        ),
    ),
    "AFS002": (
        fault("the evaluation is too late", Put("beheer evaluatie", "laatste: 2020-01-01 # hier")),
        fault("no evaluation is planned", Put("beheer", "evaluatie: ~")),
    ),
    "AFS003": (
        fault(
            "a month without",
            OLD,
            agreement("leren-2026", "vervangt:\n  - leren-2020", start="2026-02-01 # hier"),
        ),
        fault(
            "a month with both",
            OLD,
            agreement("leren-2026", "vervangt:\n  - leren-2020", start="2025-12-01 # hier"),
        ),
    ),
    "AFS004": (
        fault("who adopted it?", Put("beheer", "vastgesteld_door: ~")),
        fault(
            "changed by somebody else",
            Put(
                AGREEMENT,
                """
                wijzigingen:
                  - op: 2026-02-01
                    door: veilig-thuis/teammanager # hier
                    wat: De termijn is korter.
                """,
            ),
        ),
    ),
    "AFS005": (
        fault("no signature", Put(f"{AGREEMENT} partijen rol=uitvoerend", "getekend: ~\nfunctie: ~")),
        fault(
            "a signature that is yet to come",
            Put(f"{AGREEMENT} partijen rol=uitvoerend", "getekend: $binnenkort # hier"),
        ),
    ),
    "AFS006": (
        fault("nobody works it out", agreement("leren", "vraagt_lokale_uitwerking: ja # hier")),
        fault(
            "one municipality works it out",
            agreement("leren", "vraagt_lokale_uitwerking: ja # hier"),
            agreement("leren-in-de-wijk", "werkt_uit:\n  - leren"),
        ),
    ),
    "AFS007": (
        fault(
            "slower than the region",
            *HALF_A_YEAR,
            Put(LOCAL, "termijn: # hier\n  binnen: 7 maanden\n  vanaf: casusregie/begin"),
        ),
        fault(
            "sooner than the region, without a reason",
            *HALF_A_YEAR,
            Here(f"{LOCAL} termijn"),
            Put(LOCAL, "afwijking: ~"),
        ),
    ),
    "AFS008": (
        fault(
            "a meeting that is no more may change it",
            ENDED,
            Put(f"{AGREEMENT} beheer", "mag_wijzigen: oude-werkgroep # hier"),
        ),
        fault(
            "it reports to a meeting that is no more",
            ENDED,
            Put(MEETING, "rapporteert_aan: oude-werkgroep # hier"),
        ),
    ),
    "AFS009": (
        fault(
            "compulsory in the region, in force in one municipality",
            agreement("leren", "verplicht_voor:\n  - regio", area=" # hier\n  - $plaats"),
        ),
        fault(
            "compulsory in the region, and not all municipalities are party", agreement("leren", TWO_OF_ALL)
        ),
    ),
    "AFS010": (
        fault("a trial without an end", agreement("proef", "pilot: # hier\n  besluit_door: regiegroep")),
        fault(
            "a trial that is over, and no decision",
            agreement(
                "proef",
                "pilot:\n  besluit_door: regiegroep",
                start="2025-01-01\n  tot_en_met: 2025-12-31 # hier",
            ),
        ),
    ),
    "AFS011": (
        fault(
            "another text than the one signed",
            Put(AGREEMENT, "getekende_tekst: sha256:0123456789abcdef # hier"),
        ),
        fault(
            "another covenant than the one signed",
            Put("soort=privacyconvenant", "getekende_tekst: sha256:fedcba9876543210 # hier"),
        ),
    ),
    "AFS012": (
        fault("it ends soon", agreement("leren", start="2025-01-01\n  tot_en_met: $binnenkort # hier")),
        fault(
            "the next one is a draft",
            agreement("leren", start="2025-01-01\n  tot_en_met: $binnenkort # hier"),
            agreement("leren-later", "vervangt:\n  - leren", stage="concept", start="2028-01-01"),
        ),
    ),
}
