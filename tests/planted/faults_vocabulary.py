"""Faults in words, and personal data."""

from __future__ import annotations

from edits import Put
from fault import fault

TRIAGE = "verantwoordelijkheden taak=triage eindverantwoordelijk=veilig-thuis"
RECOVERY = "verantwoordelijkheden taak=herstel eindverantwoordelijk=lokaal-team"
AGREEMENT = "soort=samenwerkingsafspraak stand=vastgesteld"
MEETING = "overleggen soort=casusoverleg-hulpverlening"

FAULTS = {
    "BEG001": (
        fault("letters that nobody explains", Put(TRIAGE, "toelichting: Bel het NBR. # hier")),
        fault(
            "letters in what an agreement says of itself",
            Put(AGREEMENT, "samenvatting: De RZT doet mee. # hier"),
        ),
    ),
    "BEG002": (
        fault(
            "an agreement with a meaning of its own",
            Put(AGREEMENT, "begrippen:\n  - begrip: melding\n    betekenis: Iets anders. # hier"),
        ),
        fault(
            "one word for two terms",
            Put("begrippen id=melding", "synoniemen:\n  - telefoontje"),
            Put("begrippen id=casusregie", "synoniemen:\n  - Telefoontje # hier"),
        ),
    ),
    "BEG003": (
        fault("an organisation that is no more", Put(TRIAGE, "toelichting: Bel het AMK. # hier")),
        fault(
            "a word that the region advises against",
            Put("begrippen id=casusregie", "ontraden:\n  - gezinsmanager"),
            Put(RECOVERY, "toelichting: Gezinsmanager en gezin kiezen samen. # hier"),
        ),
    ),
    "PRI001": (
        fault(
            "a mobile number",
            Put(
                "partners id=$politie",
                "bereikbaar:\n  - tijden:\n      - altijd\n    telefoon: 06 12 34 56 78 # hier",
            ),
        ),
        fault("a person", Put(MEETING, "opmerking: Afgesproken met mevrouw S. de Vries. # hier")),
    ),
}
