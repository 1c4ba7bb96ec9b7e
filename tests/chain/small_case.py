"""A small region with one example case, and what happens in it by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from written_regions import ONE_MUNICIPALITY, agreement, partners, written

from ketenhandboek.chain.clock import local
from ketenhandboek.chain.week import WEEK

if TYPE_CHECKING:
    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.cases.values import Ending, Run, Time

TASKS = """
taken:
  - id: zien
    naam: Zien
    fase: signaleren
    verdeling: ieder
    ingang: ja
  - id: wegen
    naam: Wegen
    fase: signaleren
    verdeling: een
    spoor: hulp
    uitkomsten:
      - id: zwaar
        naam: Zwaar
      - id: licht
        naam: Licht
  - id: helpen
    naam: Helpen
    fase: stabiele-veiligheid
    verdeling: een
    spoor: hulp
  - id: straffen
    naam: Straffen
    fase: directe-veiligheid
    verdeling: een
    spoor: strafrecht
    acuut: ja
"""
WORKING = "".join(f"      - {day}\n" for day in WEEK[:5])
WINDOWS = f"""
tijdvensters:
  - id: kantoor
    naam: Kantooruren
    dagen:
{WORKING}    van: 09:00
    tot: 17:00
  - id: altijd-open
    naam: Altijd open
    dagen:
{WORKING}      - zaterdag
      - zondag
    feestdagen: ja
"""
REGION = f"""{ONE_MUNICIPALITY}\
themas:
  - thema: partnergeweld
    route: hoofdroute
"""
PARTNERS = partners(
    "team: lokaal-team in regio",
    "arts-noord: huisarts in regio",
    "arts-zuid: huisarts in regio",
    "agenten: politie in regio",
)
SEE = """
  - id: zien-arts
    taak: zien
    eindverantwoordelijk: huisarts
    termijn:
      binnen: 1 uur
      vanaf: zien/begin
    daarna:
      - naar: wegen
        overdracht:
          bevestigt_binnen: 1 werkdag
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
"""
WEIGH = """
  - id: wegen
    taak: wegen
    eindverantwoordelijk: lokaal-team
    termijn:
      binnen: 2 werkdagen
      vanaf: wegen/begin
    daarna:
      - als: zwaar
        naar: helpen
        binnen: 4 uur
      - als: zwaar
        naar: straffen
      - als: licht
        naar: einde
"""
HELP = """
  - id: helpen
    taak: helpen
    eindverantwoordelijk: lokaal-team
    daarna:
      - naar: einde
"""
PUNISH = """
  - id: straffen
    taak: straffen
    eindverantwoordelijk: politie
    termijn:
      binnen: 3 kalenderdagen
      vanaf: wegen/einde
    daarna:
      - naar: einde
"""
LADDER = """
escalatieroutes:
  - id: ladder
    naam: De ladder
    ladder: samenwerking
    tussen:
      - huisarts
      - lokaal-team
    aanleidingen:
      - route-loopt-vast
    opgelost_binnen: 10 werkdagen
    treden:
      - niveaus:
          - uitvoerend
        wie:
          - huisarts/huisarts
          - lokaal-team/medewerker
        reageert_binnen: 1 werkdag
      - niveaus:
          - teammanager
        wie:
          - lokaal-team/teammanager
        reageert_binnen: 2 werkdagen
"""
LINES = SEE + WEIGH + HELP + PUNISH
CASE = """
titel: Casus
fictief: ja
situatie:
  gemeente: abelen
  moment: {moment}
  themas:
    - partnergeweld
  doelgroepen:
    - slachtoffer
begin:
  partner: {partner}
  taak: zien
"""
TURNS = """
verloop:
  - taak: wegen
    uitkomst: zwaar
"""
LIGHT = TURNS.replace("zwaar", "licht")
AGAIN = HELP.replace("naar: einde", "naar: zien")
EXPECTED = "verwacht:\n  - taak: zien\n"


def played(
    lines: str = LINES,
    *,
    moment: str = "2026-03-06 16:30",
    partner: str = "arts-zuid",
    turns: str = TURNS,
    expected: str = EXPECTED,
    region: str = REGION,
) -> Played:
    chain = written(
        "2026-03-01",
        regio=region,
        partners=PARTNERS,
        eigen__taken=TASKS,
        afspraken__samen=agreement("geldig:\n  van: 2025-01-01\nverantwoordelijkheden:" + lines),
        casussen__casus=CASE.format(moment=moment, partner=partner).lstrip()
        + turns.strip()
        + "\n"
        + expected,
    )
    return chain.cases.played["casus"]


def only_run(**changes: str) -> Run:
    found = played(**changes)
    assert not found.hurdles, found.hurdles
    (run,) = found.runs
    return run


def in_office_hours(line: str) -> str:
    """The lines, of which one holds in office hours only."""
    head = f"  - id: {line}\n"
    return LINES.replace(head, f"{head}    geldt_voor:\n      tijden:\n        - kantoor\n")


def clock(time: Time) -> str:
    return f"{local(time.at):%d-%m %H:%M}" if time.at else "?"


def told(run: Run) -> list[str]:
    return [
        f"{step.task} {'+'.join(step.partners)} {clock(step.begin)} {clock(step.end)} {step.outcome or '?'}"
        for step in run.steps
    ]


def endings(run: Run) -> list[tuple[str, Ending]]:
    return [(run.after(stop).task, stop.ending) for stop in run.stops]
