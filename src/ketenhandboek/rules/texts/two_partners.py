"""A region with two partners."""

from __future__ import annotations

REGION = """
    id: elsbroek
    naam: Elsbroek
    fictief: ja
    gemeenten:
      - id: elsbroek
        code: GM9952
        naam: Elsbroek
        sinds: 2015-01-01
    vereist_landelijk: nee
    """
PARTNERS = """
    partners:
      - id: team
        naam: Gezinsteam Elsbroek
        soort: lokaal-team
        werkgebied:
          - gebied: elsbroek
            sinds: 2015-01-01
        bereikbaar:
          - tijden:
              - altijd
            via: de dienstdoende medewerker
        contact_gecontroleerd_op: 2026-01-15
      - id: crisisdienst-elsbroek
        naam: Crisisdienst Elsbroek
        soort: crisisdienst
        werkgebied:
          - gebied: elsbroek
            sinds: 2015-01-01
        bereikbaar:
          - tijden:
              - altijd
            via: de meldkamer
        contact_gecontroleerd_op: 2026-01-15
    """
_AGREEMENT = """
    titel: Afspraken over hulp
    soort: samenwerkingsafspraak
    stand: vastgesteld
    geldig:
      van: 2025-01-01
    gebied:
      - regio
    themas:
      - alle
    beheer:
      beheerder: team/teammanager
      vastgesteld_door: team/teammanager
      mag_wijzigen: team/teammanager
      evaluatie:
        elke: 12 maanden
        laatste: 2025-12-01
    partijen:
      - partner: team
        rol: uitvoerend
        getekend: 2024-12-10
        functie: teammanager
      - partner: crisisdienst
        rol: uitvoerend
        getekend: 2024-12-10
        functie: directeur
    verantwoordelijkheden:
      - id: signaleren
        taak: signaleren
        uitvoerders:
          - lokaal-team/medewerker
        zicht_op_veiligheid: ja
        daarna:
          - als: acuut-gevaar
            naar: {}
          - als: vermoeden
            naar: veiligheidsplan
          - als: geen-vermoeden
            naar: einde
      - id: plan
        taak: veiligheidsplan
        eindverantwoordelijk: lokaal-team
        uitvoerders:
          - lokaal-team/medewerker
        raadpleegt:
          - crisisdienst
        zicht_op_veiligheid: ja
        coordinatie: ja
        daarna:
          - naar: einde
      - id: crisis
        taak: crisisinterventie
        eindverantwoordelijk: crisisdienst
        uitvoerders:
          - crisisdienst/medewerker
        zicht_op_veiligheid: ja
        coordinatie: ja
        daarna:
          - naar: einde
    """


def two_partners(in_danger: str) -> str:
    """One team with a plan, a crisis service, and which of the two comes when somebody is in danger."""
    return _AGREEMENT.replace("{}", in_danger)
