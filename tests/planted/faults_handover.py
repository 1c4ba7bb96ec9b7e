"""Faults in handovers, and in where a route leads."""

from __future__ import annotations

from textwrap import indent

from edits import Below, Drop, Here, Put
from extra import CENTRE, agreement
from fault import LINDEWAARDE, MADE_UP, fault

LINE = "verantwoordelijkheden"
TO_PLAN = f"{LINE} taak=triage daarna naar=veiligheidsplan"
BACK = f"{LINE} taak=opvang daarna als=terug-naar-huis"
LEARNING = """
    partijen:
      - partner: kenniscentrum
        rol: uitvoerend
        getekend: 2024-12-10
        functie: directeur
    verantwoordelijkheden:
      - id: leren
        taak: deskundigheidsbevordering
        eindverantwoordelijk: kenniscentrum
        uitvoerders:
          - kenniscentrum/medewerker
"""
HANDED_OVER = """\
overdracht:
  bevestigt_binnen: 2 werkdagen
  lukt_dat_niet: route-loopt-vast
  coordinatie: gaat-mee
"""
BELOW_A_STEP = indent(HANDED_OVER, "    ")
STAYS = HANDED_OVER.replace("gaat-mee", "blijft")
CASE_MEETINGS = (
    "casusoverleg-strafrecht",
    "casusoverleg-hulp",
    "zsm-overleg",
    "mda-tafel",
    "procesoverleg-zvh",
    "jeugdbeschermingstafel",
    "eer-overleg",
)
CHAIR = "voorzitter: zorg-en-veiligheidshuis/beleidsmedewerker"
RISK = """
    - id: risicoanalyse
      taak: risicoanalyse
      eindverantwoordelijk: veilig-thuis
      uitvoerders:
        - veilig-thuis
      zicht_op_veiligheid: ja
      daarna:
        - naar: triage
"""
TO_AND_FRO = (
    Put(
        f"{LINE} taak=casusregie zicht_op_veiligheid=ja daarna als=afgerond",
        f"naar: procesregie\n{HANDED_OVER}",
    ),
    Put(
        f"{LINE} taak=casusregie zicht_op_veiligheid=ja daarna als=overdragen",
        f"naar: procesregie\n{HANDED_OVER}",
    ),
    Put(f"{LINE} taak=procesregie daarna als=afgerond", "naar: casusregie"),
)

FAULTS = {
    "OPV001": (
        fault("a report, and that is that", Put(f"{LINE} taak=melden", "daarna: # hier\n  - naar: einde")),
        fault(
            "a report leads to advice, and advice to nothing",
            Put(
                f"{LINE} taak=melden",
                f"daarna: # hier\n  - naar: advies-geven\n{indent(HANDED_OVER, '    ')}",
            ),
            Put(f"{LINE} taak=advies-geven daarna als=melden", "naar: einde\noverdracht: ~"),
        ),
    ),
    "OPV002": (
        fault(
            "a selection, of what?",
            Put("gegevensstromen bij=melden van=lokaal-team", "omvang: selectie # hier\ncriterium: ~"),
        ),
        fault(
            "the police selects too",
            Put(
                "gegevensstromen van=politie naar=veilig-thuis bij=melden",
                "omvang: selectie # hier\ncriterium: ~",
            ),
        ),
        fault(
            "a suspicion with which nothing happens",
            Put("verantwoordelijkheden taak=signaleren daarna als=vermoeden", "naar: einde # hier"),
        ),
    ),
    "OPV003": (
        fault("a handover that is no handover", Here(f"{TO_PLAN} naar"), Put(TO_PLAN, "overdracht: ~")),
        fault(
            "nobody says when it is accepted",
            Here(f"{BACK} naar"),
            Put(BACK, "overdracht: ~\nbinnen: 1 werkdag"),
        ),
    ),
    "OPV004": (
        fault("and if it is not accepted?", Put(f"{TO_PLAN} overdracht", "lukt_dat_niet: ~")),
        fault("and if the team does not accept it?", Put(f"{BACK} overdracht", "lukt_dat_niet: ~")),
    ),
    "OPV005": (
        fault(
            "nobody looks while somebody is in the shelter",
            Put(f"{LINE} taak=opvang", "zicht_op_veiligheid: ~"),
        ),
        fault("nobody looks after the help", Put(f"{LINE} taak=monitoring", "zicht_op_veiligheid: ~")),
    ),
    "OPV006": (
        fault(
            "prosecution and supervision hand a case to each other",
            Put(
                f"{LINE} taak=vervolging",
                f"daarna: # hier\n  - naar: reclasseringstoezicht\n{indent(STAYS, '    ')}",
            ),
            Put(f"{LINE} taak=reclasseringstoezicht daarna als=afgerond", f"naar: vervolging\n{STAYS}"),
        ),
        fault(
            "whatever comes out, team and Safety House hand a case to each other",
            Here(f"{LINE} taak=casusregie zicht_op_veiligheid=ja daarna"),
            *TO_AND_FRO,
            only=LINDEWAARDE,
        ),
        fault(
            "whatever comes out, Safety House and team hand a case to each other",
            Here(f"{LINE} taak=procesregie daarna"),
            *TO_AND_FRO,
            only=MADE_UP,
        ),
    ),
    "OPV007": (
        fault(
            "an outcome that leads nowhere",
            Here(f"{LINE} taak=onderzoek daarna"),
            Drop(f"{LINE} taak=onderzoek daarna als=geen-onveiligheid"),
        ),
        fault(
            "on to a task that nobody has",
            Put(f"{LINE} taak=monitoring daarna als=blijft-veilig", "naar: letselduiding # hier"),
        ),
    ),
    "OPV008": (
        fault(
            "who reported hears nothing after the inquiry",
            Put(f"{LINE} taak=onderzoek", "terugkoppeling: ~\ninformeert: ~"),
        ),
        fault(
            "not who reported, but the team hears",
            Put(f"{LINE} taak=triage terugkoppeling", "aan: lokaal-team # hier"),
            Put(f"{LINE} taak=triage", "informeert: ~"),
        ),
    ),
    "OPV009": (
        fault("when is it safe enough?", Put(f"{LINE} taak=herstel", "vooraf: ~")),
        fault(
            "a plan is no safety yet",
            Put(f"{LINE} taak=herstel", "vooraf: # hier\n  - taak: veiligheidsplan"),
        ),
    ),
    "OPV010": (
        fault(
            "alone with a task",
            CENTRE,
            Here("partners id=kenniscentrum"),
            agreement("kennis", LEARNING),
        ),
        fault(
            "it tells nobody but itself",
            CENTRE,
            Here("partners id=kenniscentrum"),
            agreement("kennis", f"{LEARNING}        informeert:\n          - kenniscentrum\n"),
        ),
    ),
    "OPV011": (
        fault(
            "without Veilig Thuis there is no way to help when honour is at stake",
            Drop("uitzonderingen id=eer-alleen-veilig-thuis"),
            Here("partners id=$veilig_thuis"),
            only=LINDEWAARDE,
        ),
        fault(
            "every meeting on cases has one chair",
            *(Put(f"overleggen id={name}", CHAIR) for name in CASE_MEETINGS),
            Put("partners id=$zorg_en_veiligheidshuis", "overleggen_per_week: 9"),
            Here(f"overleggen id={CASE_MEETINGS[-1]} voorzitter"),
            only=LINDEWAARDE,
        ),
        fault(
            "Veilig Thuis weighs the risk before all else",
            Put(f"{LINE} taak=melding-ontvangen", "daarna:\n  - naar: risicoanalyse"),
            Below(f"{LINE} taak=melding-ontvangen", RISK),
            Put(f"{LINE} taak=huisverbod-opleggen daarna als=niet-opgelegd", "naar: einde"),
            Here("partners id=$veilig_thuis"),
            only=MADE_UP,
        ),
        fault(
            "both meetings on cases have one chair",
            Put(
                "overleggen id=casusoverleg-zuid",
                "voorzitter: zorg-en-veiligheidshuis/procesregisseur # hier",
            ),
            only=MADE_UP,
        ),
    ),
    "OPV012": (
        fault(
            "nothing comes back to the police",
            Put("gegevensstromen van=politie naar=openbaar-ministerie", "wederkerig: ja # hier"),
        ),
        fault(
            "nothing comes back to the shelter",
            Put("gegevensstromen van=vrouwenopvang naar=lokaal-team", "wederkerig: ja # hier"),
        ),
    ),
    "OPV013": (
        fault(
            "recovery begins together with help",
            Put(
                f"{LINE} taak=veiligheidsplan zicht_op_veiligheid=ja daarna",
                "- als: direct-veilig\n  naar: herstel # hier",
            ),
        ),
        fault(
            "triage begins again, together with what follows",
            Put(f"{LINE} taak=onderzoek daarna", "- als: onveiligheid-bevestigd\n  naar: triage # hier"),
        ),
    ),
}
