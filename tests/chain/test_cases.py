"""Example cases, told as tables: who does what by when, where tracks end, and what an expectation gets."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from written_regions import agreement, partners, written

from ketenhandboek.chain.cases.values import Ending
from ketenhandboek.chain.cases.verdicts import Result
from ketenhandboek.chain.clock import local
from ketenhandboek.chain.week import WEEK

if TYPE_CHECKING:
    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.cases.values import Run, Time

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
REGION = """
id: regio-x
naam: Regio X
fictief: ja
gemeenten:
  - id: abelen
    code: GM9901
    naam: Abelen
    sinds: 2015-01-01
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


def test_a_case_goes_from_task_to_task_by_the_latest_moments() -> None:
    run = only_run()
    assert told(run) == [
        "zien arts-zuid 06-03 16:30 06-03 17:30 klaar",
        "wegen team 09-03 23:59 11-03 23:59 zwaar",
        "helpen team 12-03 04:00 ? klaar",
        "straffen agenten 11-03 23:59 14-03 23:59 klaar",
    ]
    assert endings(run) == [("straffen", Ending.END), ("helpen", Ending.END)]


@pytest.mark.parametrize(
    ("moment", "confirmed"),
    [
        ("2026-03-04 16:30", "05-03 23:59"),
        ("2026-03-06 16:30", "09-03 23:59"),
        ("2026-03-07 03:00", "09-03 23:59"),
        ("2026-04-03 10:00", "07-04 23:59"),
        ("2026-12-24 23:30", "28-12 23:59"),
    ],
    ids=["a weekday", "before the weekend", "in the weekend", "before Easter", "on Christmas Eve"],
)
def test_working_days_skip_weekends_and_holidays(moment: str, confirmed: str) -> None:
    step = only_run(moment=moment).steps[1]
    assert step.came is not None
    assert step.came.confirmed is not None
    assert clock(step.came.confirmed) == confirmed


@pytest.mark.parametrize(
    ("limited", "moment", "begin"),
    [
        ("zien-arts", "2026-03-07 03:00", "09-03 09:00"),
        ("wegen", "2026-03-06 16:30", "10-03 09:00"),
        ("helpen", "2026-03-06 16:30", "12-03 09:00"),
    ],
)
def test_a_task_waits_until_somebody_has_it(limited: str, moment: str, begin: str) -> None:
    run = only_run(lines=in_office_hours(limited), region=REGION + WINDOWS, moment=moment)
    assert next(clock(step.begin) for step in run.steps if step.line.own.id == limited) == begin


def test_an_acute_task_does_not_wait() -> None:
    run = only_run(lines=in_office_hours("straffen"), region=REGION + WINDOWS)
    assert ("wegen", Ending.NOBODY) in endings(run)


@pytest.mark.parametrize(
    ("changes", "ending"),
    [
        ({"turns": ""}, ("wegen", Ending.UNTOLD)),
        ({"turns": LIGHT}, ("wegen", Ending.END)),
        ({"lines": SEE + WEIGH.replace("licht", "zwaar"), "turns": LIGHT}, ("wegen", Ending.DEAD_END)),
        ({"lines": SEE + WEIGH + PUNISH}, ("wegen", Ending.NOBODY)),
        ({"lines": SEE.replace("naar: wegen", "naar: hulp-kind")}, ("zien", Ending.ELSEWHERE)),
        ({"lines": SEE + WEIGH + AGAIN + PUNISH}, ("wegen", Ending.UNTOLD)),
        ({"lines": SEE.replace("naar: wegen", "naar: helpen") + AGAIN}, ("zien", Ending.ROUND)),
    ],
)
def test_a_track_ends(changes: dict[str, str], ending: tuple[str, Ending]) -> None:
    assert ending in endings(only_run(**changes))


def test_the_case_itself_can_say_when_a_task_is_done() -> None:
    turns = TURNS + "    klaar_op: 2026-03-09 11:00\n"
    assert told(only_run(turns=turns))[1] == "wegen team 09-03 11:00 09-03 11:00 zwaar"


def test_without_an_answer_the_ladder_is_climbed_and_the_task_starts_once_solved() -> None:
    turns = TURNS + "    bevestigd: nee\n"
    step = only_run(lines=LINES + LADDER.lstrip("\n"), turns=turns).steps[1]
    assert step.came is not None
    assert step.came.climb is not None
    assert [clock(rung.answers) for rung in step.came.climb.rungs] == ["10-03 23:59", "12-03 23:59"]
    assert clock(step.begin) == "23-03 23:59"


def test_without_an_answer_or_a_ladder_it_is_stuck() -> None:
    assert endings(only_run(turns=TURNS + "    bevestigd: nee\n")) == [("zien", Ending.STUCK)]


@pytest.mark.parametrize(
    ("expected", "result"),
    [
        ("taak: wegen\n    partner: lokaal-team", Result.HOLDS),
        ("taak: wegen\n    partner: team", Result.HOLDS),
        ("taak: wegen\n    partner: politie", Result.BROKEN),
        ("taak: zien\n    partner: arts-noord", Result.BROKEN),
        ("taak: zien\n    binnen: 1 uur", Result.HOLDS),
        ("taak: wegen\n    binnen: 3 werkdagen", Result.HOLDS),
        ("taak: wegen\n    binnen: 2 werkdagen", Result.BROKEN),
        ("taak: wegen\n    binnen: 2 werkdagen\n    vanaf: wegen/begin", Result.HOLDS),
        ("taak: helpen\n    binnen: 1 jaar", Result.BROKEN),
        ("taak: straffen\n    beslist: politie", Result.HOLDS),
        ("taak: straffen\n    beslist: lokaal-team", Result.BROKEN),
        ("taak: straffen\n    gegevens:\n      - politiegegevens", Result.BROKEN),
        ("nooit: herstel", Result.HOLDS),
        ("nooit: straffen", Result.BROKEN),
        ("nooit: straffen\n    partner: lokaal-team", Result.HOLDS),
        ("taak: herstel", Result.BROKEN),
        ("niveau: teammanager", Result.BROKEN),
        ("taak: herstel\n    voor:\n      doelgroepen:\n        - kind", None),
    ],
)
def test_an_expectation_gets_its_result(expected: str, result: Result | None) -> None:
    found = played(expected=f"verwacht:\n  - {expected}\n")
    if result is None:
        assert [hurdle.message[:7] for hurdle in found.hurdles] == ["De casu"]
    else:
        assert found.verdicts[0][0].result is result, found.verdicts


def test_what_is_not_known_is_asked() -> None:
    lines = LINES.replace("binnen: 2 werkdagen", "binnen: onbekend")
    found = played(lines=lines, expected="verwacht:\n  - taak: wegen\n    binnen: 1 werkdag\n")
    assert found.verdicts[0][0].result is Result.ASKED


def test_what_comes_first_can_not_come_after() -> None:
    later = dedent(
        """\
        verwacht:
          - taak: wegen
          - taak: zien
            daarna: ja
        """
    )
    assert [verdict.result for verdict in played(expected=later).verdicts[0]] == [Result.HOLDS, Result.BROKEN]
