"""Faults in example cases."""

from __future__ import annotations

from edits import File, Put
from fault import fault

CASE = File(
    "casussen/toch-veilig.yaml",
    """
    titel: Een buurvrouw maakt zich zorgen
    fictief: ja
    situatie:
      gemeente: $plaats
      moment: 2026-02-10 10:00
      themas:
        - kindermishandeling
      doelgroepen:
        - kind
    begin:
      partner: $lokaal_team
      taak: melden
    verloop:
      - taak: triage
        uitkomst: geen-onveiligheid
    verwacht:
      - taak: triage
        partner: veilig-thuis
      - nooit: crisisinterventie
    """,
)

FAULTS = {
    "CAS001": (
        fault(
            "somebody else decides",
            CASE,
            Put("verwacht partner=veilig-thuis", "taak: triage # hier\npartner: politie"),
        ),
        fault("what should never happen, happens", CASE, Put("verwacht !taak", "nooit: triage # hier")),
    ),
    "CAS002": (
        fault("no route begins with this task", CASE, Put("begin", "taak: triage # hier")),
        fault(
            "the region was not there on that day",
            CASE,
            Put("situatie", "gemeente: $plaats # hier\nmoment: 2012-02-10 10:00"),
        ),
    ),
}
