"""Faults in ladders."""

from __future__ import annotations

from edits import Drop, Here, Put
from fault import fault

LADDER = "escalatieroutes ladder=samenwerking tussen=veilig-thuis tussen=politie"
CASE = "escalatieroutes ladder=casus"

FAULTS = {
    "ESC001": (
        fault(
            "from team managers straight to directors",
            Here(f"{LADDER} treden niveaus=bestuurlijk"),
            Drop(f"{LADDER} treden niveaus=beleid"),
        ),
        fault(
            "a heavy case goes from the local team straight to the mayor",
            Here(f"{CASE} treden niveaus=bestuurlijke-regie"),
            Drop(f"{CASE} treden niveaus=procesregie"),
        ),
    ),
    "ESC002": (
        fault(
            "the highest step has the level of the step before, and one of its functions",
            Put(
                f"{LADDER} treden niveaus=bestuurlijk",
                """
                niveaus: # hier
                  - beleid
                  - bestuurlijk
                """,
            ),
            Put(f"{LADDER} treden niveaus=bestuurlijk wie", "- gemeente/beleidsambtenaar # hier"),
        ),
        fault(
            "the second step begins at the level of the first",
            Put(
                f"{CASE} treden niveaus=casusregie",
                """
                niveaus: # hier
                  - regulier
                  - casusregie
                """,
            ),
        ),
    ),
    "ESC003": (
        fault(
            "the ladder ends at policy staff",
            Here(f"{LADDER} treden niveaus=beleid"),
            Drop(f"{LADDER} treden niveaus=bestuurlijk"),
        ),
        fault(
            "a heavy case never reaches the mayor",
            Here(f"{CASE} treden niveaus=procesregie"),
            Drop(f"{CASE} treden niveaus=bestuurlijke-regie"),
        ),
    ),
    "ESC004": (
        fault(
            "an organisation, where a function should stand",
            Put(f"{LADDER} treden niveaus=bestuurlijk wie", "- openbaar-ministerie # hier"),
        ),
        fault(
            "a function that nobody stands in for",
            Put(f"{LADDER} treden niveaus=beleid wie", "- $openbaar_ministerie/jurist # hier"),
            Put(
                "partners id=$openbaar_ministerie",
                "functies:\n  - id: jurist\n    naam: Jurist\n    niveau: beleid",
            ),
        ),
    ),
    "ESC005": (
        fault("a step without a term", Put(f"{LADDER} treden niveaus=beleid", "reageert_binnen: ~")),
        fault(
            "the highest step of a heavy case",
            Put(f"{CASE} treden niveaus=bestuurlijke-regie", "reageert_binnen: ~"),
        ),
    ),
    "ESC006": (
        fault(
            "a cause for which this ladder is not meant, though others are",
            Here(f"{LADDER} aanleidingen"),
            Drop(f"{LADDER} aanleidingen =route-loopt-vast"),
        ),
        fault(
            "a second ladder between the same two",
            Put(
                "escalatieroutes",
                """
                - id: tweede
                  naam: Tweede ladder
                  ladder: samenwerking
                  tussen:
                    - veilig-thuis
                    - politie
                  aanleidingen:
                    - afspraak-werkt-niet # hier
                  opgelost_binnen: 20 werkdagen
                  treden:
                    - niveaus:
                        - bestuurlijk
                      wie:
                        - veilig-thuis/directeur
                        - politie/districtschef
                      reageert_binnen: 5 werkdagen
                  afschalen:
                    wanneer: de directeuren het eens zijn
                """,
            ),
        ),
    ),
    "ESC007": (
        fault("danger on a ladder", Put(f"{LADDER} aanleidingen", "- acute-onveiligheid # hier")),
        fault(
            "danger goes straight to somebody who does not come at night",
            Put(
                "escalatieroutes aanleidingen=acute-onveiligheid",
                "direct: # hier\n  - lokaal-team/teammanager",
            ),
            Put("verantwoordelijkheden taak=noodhulp", "informeert:\n  - alarmcentrale"),
        ),
    ),
    "ESC008": (
        fault(
            "one side is missing on the highest step",
            Here(f"{LADDER} treden niveaus=bestuurlijk wie"),
            Drop(f"{LADDER} treden niveaus=bestuurlijk wie =veilig-thuis/directeur"),
        ),
        fault(
            "one municipality speaks for all",
            Here(f"{LADDER} treden niveaus=beleid wie"),
            Drop(f"{LADDER} treden niveaus=beleid wie =gemeente/beleidsambtenaar"),
            Put(f"{LADDER} treden niveaus=beleid wie", "- $gemeente/beleidsambtenaar"),
        ),
    ),
    "ESC009": (
        fault("no way down", Put(LADDER, "afschalen: ~")),
        fault("no way down for a heavy case", Put(CASE, "afschalen: ~")),
    ),
    "ESC010": (
        fault(
            "a heavy case on the ladder for disagreement",
            Put(f"{LADDER} aanleidingen", "- hoge-complexiteit # hier"),
        ),
        fault(
            "disagreement on the ladder for a heavy case",
            Put(f"{CASE} aanleidingen", "- samenwerking-stagneert # hier"),
        ),
    ),
    "ESC011": (
        fault("less time in all than the steps take", Put(LADDER, "opgelost_binnen: 1 werkdag # hier")),
        fault(
            "one step takes longer than all may take, in another unit",
            Here(f"{LADDER} opgelost_binnen"),
            Put(f"{LADDER} treden niveaus=beleid", "reageert_binnen: 9 weken"),
        ),
    ),
    "ESC012": (
        fault(
            "a doctor among policy staff",
            Put(f"{LADDER} treden niveaus=beleid wie", "- veilig-thuis/vertrouwensarts # hier"),
        ),
        fault(
            "a police officer among directors",
            Put(f"{LADDER} treden niveaus=bestuurlijk wie", "- politie/hulpofficier # hier"),
        ),
    ),
}
