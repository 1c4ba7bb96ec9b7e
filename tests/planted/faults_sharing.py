"""Faults in the sharing of information."""

from __future__ import annotations

from edits import Here, Put
from fault import LINDEWAARDE, MADE_UP, fault

POLICE = "gegevensstromen van=politie naar=veilig-thuis bij=melden"
TO_TEAM = "gegevensstromen van=veilig-thuis naar=lokaal-team bij=veiligheidsplan"
TO_CLINIC = "gegevensstromen van=lokaal-team naar=forensische-zorg bij=hulp-pleger"
ONE_WAY = (Put("gegevensstromen van=forensische-zorg naar=lokaal-team", "wederkerig: ~"),)
MEETING = "overleggen soort=casusoverleg-hulpverlening"

FAULTS = {
    "GEG001": (
        fault("no ground", Put(TO_TEAM, "grondslagen: ~")),
        fault(
            "a decision, but no ground", Put(TO_CLINIC, "grondslagen: ~\nbesluit: Besluit van 1 maart 2025")
        ),
    ),
    "GEG002": (
        fault(
            "the right to report, between two that are no reporting point",
            Put(
                "gegevensstromen van=lokaal-team naar=zorg-en-veiligheidshuis",
                "grondslagen:\n  - wmo-5-2-6 # hier",
            ),
        ),
        fault("the right to report, the other way", Put(TO_TEAM, "grondslagen:\n  - wmo-5-2-6 # hier")),
    ),
    "GEG003": (
        fault("the police tells about health", Put(f"{POLICE} gegevens", "- gezondheid # hier")),
        fault("the police tells what the court said", Put(POLICE, "gegevens:\n  - strafrechtelijk # hier")),
    ),
    "GEG004": (
        fault("a ground that needs a decision", Put(POLICE, "grondslagen:\n  - wpg-20 # hier")),
        fault("the second ground needs a decision", Put(f"{POLICE} grondslagen", "- wpg-20 # hier")),
    ),
    "GEG005": (
        fault(
            "the clinic gets a task and no information",
            Here("verantwoordelijkheden eindverantwoordelijk=lokaal-team daarna naar=hulp-pleger naar"),
            *ONE_WAY,
            Put(TO_CLINIC, "van: forensische-zorg\nnaar: lokaal-team\nwederkerig: ~"),
        ),
        fault(
            "only in one municipality it gets information",
            Here("verantwoordelijkheden eindverantwoordelijk=lokaal-team daarna naar=hulp-pleger naar"),
            Put(TO_CLINIC, "geldt_voor:\n  gebied:\n    - $plaats"),
            *ONE_WAY,
        ),
    ),
    "GEG006": (
        fault(
            "a school at the table did not sign",
            Put(f"{MEETING} deelnemers", "- onderwijs # hier"),
            only=LINDEWAARDE,
        ),
        fault(
            "the Child Protection Board did not sign",
            Put(f"{MEETING} deelnemers", "- rvdk # hier"),
            only=MADE_UP,
        ),
        fault("no covenant", Put(MEETING, "privacyconvenant: ~")),
    ),
    "GEG007": (
        fault("no impact assessment", Put("soort=privacyconvenant privacy", "dpia: ~")),
        fault("nothing on how long", Put("soort=privacyconvenant privacy", "bewaartermijn: ~")),
    ),
}
