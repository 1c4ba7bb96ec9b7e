"""Faults in meetings."""

from __future__ import annotations

from edits import Drop, Here, Put
from extra import criminal
from fault import LINDEWAARDE, MADE_UP, fault

MEETING = "overleggen soort=casusoverleg-hulpverlening"
POLICE_ONLY = """
    voorzitter: $politie/teamchef
    plaatsvervanger: $politie/districtschef
    deelnemers:
      - politie/agent
      - veilig-thuis/medewerker
"""
HELPERS = """
    deelnemers:
      - veilig-thuis/medewerker
      - lokaal-team/casusregisseur
      - vrouwenopvang/medewerker
      - jeugdhulpaanbieder/medewerker
      - forensische-zorg/medewerker
      - maatschappelijk-werk/medewerker
      - gecertificeerde-instelling/jeugdbeschermer
      - crisisdienst/medewerker
"""
LAWYERS = """
    deelnemers:
      - openbaar-ministerie/officier-van-justitie
      - politie/agent
      - reclassering/reclasseringswerker
      - veilig-thuis/medewerker
      - slachtofferhulp/medewerker
      - zorg-en-veiligheidshuis/procesregisseur
"""

FAULTS = {
    "OVL001": (
        fault("nobody stands in for the chair", Put(MEETING, "plaatsvervanger: ~")),
        fault(
            "the chair stands in for itself",
            Put(
                MEETING,
                "voorzitter: veilig-thuis/directeur\nplaatsvervanger: $veilig_thuis/directeur # hier",
            ),
        ),
    ),
    "OVL002": (
        fault("nothing to decide", Put(MEETING, "beslist_over: ~")),
        fault("it reports to nobody", Put(MEETING, "rapporteert_aan: ~")),
    ),
    "OVL003": (
        fault(
            "two meetings lose the link between them",
            Here("overleggen id=casusoverleg-hulp spoor"),
            Drop("overleggen id=casusoverleg-strafrecht verbonden_met overleg=casusoverleg-hulp"),
            Drop("overleggen id=casusoverleg-hulp verbonden_met overleg=casusoverleg-strafrecht"),
            only=LINDEWAARDE,
        ),
        fault(
            "a quick talk on a suspect does not know of the help",
            Here("overleggen id=zsm-overleg spoor"),
            Drop("overleggen id=zsm-overleg verbonden_met overleg=casusoverleg-hulp"),
            only=LINDEWAARDE,
        ),
        fault(
            "a new meeting stands alone",
            *criminal(),
            Here("overleggen id=casusoverleg-straf spoor"),
            only=MADE_UP,
        ),
        fault(
            "a new meeting knows of the help in one half of the region",
            *criminal(("casusoverleg-noord",)),
            Here("overleggen id=casusoverleg-straf spoor"),
            only=MADE_UP,
        ),
    ),
    "OVL004": (
        fault(
            "only police and municipality talk about help",
            Here(f"{MEETING} spoor"),
            Put(
                MEETING,
                """
                voorzitter: zorg-en-veiligheidshuis/procesregisseur
                plaatsvervanger: zorg-en-veiligheidshuis/teammanager
                deelnemers:
                  - politie/agent
                  - gemeente/medewerker
                """,
            ),
        ),
        fault(
            "no prosecutor in a talk on suspects",
            Here("overleggen id=zsm-overleg spoor"),
            Put("overleggen id=zsm-overleg", POLICE_ONLY),
            only=LINDEWAARDE,
        ),
        fault(
            "no prosecutor in a talk on suspects",
            *criminal(("casusoverleg-noord", "casusoverleg-zuid")),
            Put("overleggen id=casusoverleg-straf", POLICE_ONLY),
            Here("overleggen id=casusoverleg-straf spoor"),
            only=MADE_UP,
        ),
    ),
    "OVL005": (
        fault(
            "the special table has the people of the other",
            Put("overleggen id=mda-tafel", HELPERS),
            only=LINDEWAARDE,
        ),
        fault(
            "two meetings on criminal law with the same people",
            Put("overleggen id=zsm-overleg", LAWYERS),
            only=LINDEWAARDE,
        ),
        fault(
            "both meetings are for the north",
            Put("overleggen id=casusoverleg-zuid", "gebied:\n  - noord"),
            only=MADE_UP,
        ),
        fault(
            "one meeting is for the whole region",
            Put("overleggen id=casusoverleg-zuid", "gebied: ~"),
            only=MADE_UP,
        ),
    ),
    "OVL006": (
        fault(
            "time for one meeting a week at the Safety House",
            Put("partners id=$zorg_en_veiligheidshuis", "overleggen_per_week: 1 # hier"),
            only=LINDEWAARDE,
        ),
        fault(
            "time for one meeting a week at the police",
            Put("partners id=$politie", "overleggen_per_week: 1 # hier"),
            only=MADE_UP,
        ),
        fault(
            "time for one meeting a week", Put("partners soort=veilig-thuis", "overleggen_per_week: 1 # hier")
        ),
    ),
}
