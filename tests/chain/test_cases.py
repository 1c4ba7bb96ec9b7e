"""Example cases, told as tables: who does what by when, where tracks end, and what an expectation gets."""

from __future__ import annotations

from textwrap import dedent

import pytest
from small_case import (
    AGAIN,
    LADDER,
    LIGHT,
    LINES,
    PUNISH,
    REGION,
    SEE,
    TURNS,
    WEIGH,
    WINDOWS,
    clock,
    endings,
    in_office_hours,
    only_run,
    played,
    told,
)

from ketenhandboek.chain.cases.values import Ending
from ketenhandboek.chain.cases.verdicts import Result


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
