"""Faults in terms, and in who can be reached when."""

from __future__ import annotations

from edits import Here, Put
from extra import agreement
from fault import fault

LINE = "verantwoordelijkheden"
LADDER = "escalatieroutes ladder=samenwerking tussen=veilig-thuis tussen=politie"
CASE = "escalatieroutes ladder=casus"
YEARLY = Put("regio: fictief=ja", "contact_controleren: 1 jaar")
IN_HOURS = "bereikbaar: # hier\n  - tijden:\n      - $venster\n    via: de meldkamer"

FOR_SOMETHING_ELSE = """
  - tijden:
      - altijd
    via: de centrale
    voor:
      - hulp-slachtoffer
"""
INJURY = """
    partijen:
      - partner: veilig-thuis
        rol: uitvoerend
        getekend: 2024-12-10
        functie: directeur
    verantwoordelijkheden:
      - id: letsel
        taak: letselduiding
        eindverantwoordelijk: veilig-thuis
        uitvoerders:
          - veilig-thuis/vertrouwensarts
        termijn:
          binnen: 5 werkdagen
          vanaf: letselduiding/begin
      - id: letsel-in-de-praktijk
        taak: letselduiding
        eindverantwoordelijk: veilig-thuis
        uitvoerders:
          - veilig-thuis/vertrouwensarts
        termijn:
          binnen: {} # hier
          vanaf: {}
"""

FAULTS = {
    "TER001": (
        fault(
            "since when?",
            Here(f"{LINE} taak=onderzoek termijn binnen"),
            Put(f"{LINE} taak=onderzoek termijn", "vanaf: ~"),
        ),
        fault("it begins when it is over", Put(f"{LINE} taak=triage termijn", "vanaf: triage/einde # hier")),
    ),
    "TER002": (
        fault(
            "three weeks, where the norm is five working days",
            Put(f"{LINE} taak=triage termijn", "binnen: 3 weken # hier"),
        ),
        fault(
            "one week is longer than five working days now and then",
            Put(f"{LINE} taak=triage termijn", "binnen: 1 week # hier"),
        ),
        fault(
            "three months are longer than ten weeks",
            Put(f"{LINE} taak=onderzoek termijn", "binnen: 3 maanden # hier"),
        ),
    ),
    "TER003": (
        fault(
            "a working day or two, and five more",
            Put(
                f"{LINE} taak=melding-ontvangen",
                "termijn:\n  binnen: 2 werkdagen\n  vanaf: ontvangst-melding",
            ),
            Put(f"{LINE} taak=triage termijn", "binnen: 5 werkdagen # hier\nvanaf: triage/begin"),
        ),
        fault(
            "one working day and six days are more than five working days now and then",
            Put(
                f"{LINE} taak=melding-ontvangen", "termijn:\n  binnen: 1 werkdag\n  vanaf: ontvangst-melding"
            ),
            Put(f"{LINE} taak=triage termijn", "binnen: 6 kalenderdagen # hier\nvanaf: triage/begin"),
        ),
    ),
    "TER004": (
        fault(
            "two terms for one step", agreement("letsel", INJURY.format("3 werkdagen", "letselduiding/begin"))
        ),
        fault(
            "one term with two beginnings",
            agreement("letsel", INJURY.format("5 werkdagen", "onderzoek/begin")),
        ),
    ),
    "TER005": (
        fault("the police can be reached at office hours", Put("partners id=$politie", IN_HOURS)),
        fault(
            "at night the shelter is there for something else",
            Put(
                "partners id=$vrouwenopvang",
                f"{IN_HOURS}{FOR_SOMETHING_ELSE}",
            ),
        ),
    ),
    "TER006": (
        fault(
            "consulted at office hours",
            Put(f"{LINE} taak=huisverbod-overleg", "geldt_voor: # hier\n  tijden:\n    - $venster"),
        ),
        fault(
            "consulted at other hours",
            Put(f"{LINE} taak=huisverbod-overleg", "geldt_voor: # hier\n  tijden:\n    - $ander_venster"),
        ),
    ),
    "TER007": (
        fault(
            "the directors' group meets every so many weeks",
            Here(f"{LADDER} treden niveaus=bestuurlijk reageert_binnen"),
            Put(f"{LADDER} treden niveaus=bestuurlijk wie", "- regiegroep"),
        ),
        fault(
            "a meeting once a week, for an answer in two or three days",
            Here(f"{CASE} treden niveaus=casusregie reageert_binnen"),
            Put(f"{CASE} treden niveaus=casusregie wie", "- $casusoverleg"),
        ),
    ),
    "TER008": (
        fault(
            "evaluated when the ban is over",
            Put(f"{LINE} taak=huisverbod-evaluatie termijn", "binnen: 10 kalenderdagen # hier"),
        ),
        fault(
            "eight working days are too long",
            Put(f"{LINE} taak=huisverbod-verlengen termijn", "binnen: 8 werkdagen # hier"),
        ),
    ),
    "TER009": (
        fault(
            "checked long ago",
            Put("partners id=$politie", "contact_gecontroleerd_op: 2020-01-01 # hier"),
            YEARLY,
        ),
        fault(
            "never checked",
            Here("partners id=$rvdk bereikbaar"),
            Put("partners id=$rvdk", "contact_gecontroleerd_op: ~"),
            YEARLY,
        ),
    ),
}
