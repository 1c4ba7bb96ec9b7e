"""The oracle: small chains played minute by minute, with nothing but a clock and the lines as they stand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import holidays
from hypothesis import given, settings
from hypothesis import strategies as st
from small_regions import Data, chain_of, said

from ketenhandboek.chain.clock import local

TASKS = ("eerst", "tweede", "derde", "vierde")
START = datetime(2026, 1, 2, 15, 30)
LONGEST = 120 * 24 * 60
FREE = set(holidays.country_holidays("NL", years=range(2025, 2028)))
OPEN = ("maandag", "dinsdag", "vrijdag")
WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WINDOWS = [
    {"id": "kantoor", "naam": "Kantoor", "dagen": list(OPEN), "van": "09:00", "tot": "17:00"},
    {"id": "al", "naam": "Al", "dagen": list(WEEK), "feestdagen": "ja"},
]
TERMS = ("1 uur", "30 uur", "1 kalenderdag", "1 week", "1 werkdag", "3 werkdagen")
REGION: dict[str, Data] = {
    "regio.yaml": {
        "id": "regio-x",
        "naam": "Regio X",
        "fictief": "ja",
        "gemeenten": [{"id": "abelen", "code": "GM9901", "naam": "Abelen", "sinds": "2015-01-01"}],
        "tijdvensters": WINDOWS,
        "themas": [{"thema": "partnergeweld", "route": "hoofdroute"}],
    },
    "partners.yaml": {
        "partners": [
            {"id": "team", "naam": "Team", "soort": "lokaal-team", "werkgebied": [{"gebied": "regio"}]}
        ]
    },
}
AGREEMENT: Data = {
    "titel": "Samen",
    "soort": "samenwerkingsafspraak",
    "stand": "vastgesteld",
    "geldig": {"van": "2025-01-01"},
    "gebied": ["regio"],
    "themas": ["alle"],
}
CASE: Data = {
    "titel": "Casus",
    "fictief": "ja",
    "situatie": {
        "gemeente": "abelen",
        "moment": f"{START:%Y-%m-%d %H:%M}",
        "themas": ["partnergeweld"],
        "doelgroepen": ["slachtoffer"],
    },
    "begin": {"partner": "team", "taak": TASKS[0]},
    "verwacht": [{"nooit": "herstel"}],
}
Step = tuple[str, str, str, str]


@st.composite
def following(draw: st.DrawFn, outcomes: list[str]) -> Data:
    return said(
        {
            "als": draw(st.sampled_from((None, *outcomes))),
            "naar": draw(st.sampled_from((*TASKS, *TASKS, "einde"))),
            "binnen": draw(st.sampled_from((None, None, *TERMS))),
            "overdracht": draw(st.sampled_from((None, *({"bevestigt_binnen": term} for term in TERMS)))),
        }
    )


@st.composite
def lines(draw: st.DrawFn, outcomes: dict[str, list[str]]) -> list[Data]:
    """One line for each task; later tasks may have none, or only one during office hours."""
    kept = [task for task in TASKS if task == TASKS[0] or draw(st.sampled_from((True, True, True, False)))]
    in_office = [task for task in kept if task != TASKS[0] and draw(st.sampled_from((False, False, True)))]
    return [
        said(
            {
                "id": task,
                "taak": task,
                "eindverantwoordelijk": "team",
                "geldt_voor": {"tijden": ["kantoor"]} if task in in_office else None,
                "termijn": {"binnen": draw(st.sampled_from(TERMS)), "vanaf": f"{task}/begin"},
                "daarna": draw(st.lists(following(outcomes[task] or ["klaar"]), max_size=3)),
            }
        )
        for task in kept
    ]


@st.composite
def files(draw: st.DrawFn) -> dict[str, Data]:
    """One municipality with four tasks, each with its outcomes, its line and what follows on them."""
    outcomes = {task: draw(st.sampled_from(([], [f"{task}-a", f"{task}-b"]))) for task in TASKS}
    turns = [
        {"taak": task, "uitkomst": outcome}
        for task in TASKS
        for outcome in draw(st.lists(st.sampled_from(outcomes[task] or ["klaar"]), max_size=2))
    ]
    acute = {task: draw(st.sampled_from((None, "ja"))) for task in TASKS}
    return REGION | {
        "eigen/taken.yaml": {"taken": [a_task(task, outcomes[task], acute[task]) for task in TASKS]},
        "afspraken/samen.yaml": AGREEMENT | {"verantwoordelijkheden": draw(lines(outcomes))},
        "casussen/casus.yaml": CASE | ({"verloop": turns} if turns else {}),
    }


def a_task(task: str, outcomes: list[str], acute: str | None) -> Data:
    """A task of the first phase, the first of them an entry to the chain."""
    return said(
        {
            "id": task,
            "naam": task.title(),
            "fase": "signaleren",
            "verdeling": "een",
            "ingang": "ja" if task == TASKS[0] else None,
            "acuut": acute,
            "uitkomsten": [{"id": outcome, "naam": outcome} for outcome in outcomes],
        }
    )


def after(term: str, minute: int, *, whole_day: bool) -> tuple[int, bool]:
    """The last minute of a term, and whether that is the end of a day."""
    number, unit = int(term.split()[0]), term.split()[1]
    if unit == "uur":
        return minute + number * 60 + whole_day, False
    day = at(minute).date()
    days = number * 7 if unit == "week" else number
    while days:
        day += timedelta(days=1)
        days -= unit not in ("werkdag", "werkdagen") or (day.weekday() < 5 and day not in FREE)
    return int((datetime(day.year, day.month, day.day, 23, 59) - START).total_seconds()) // 60, True


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def open_at(line: Data, minute: int) -> bool:
    if "geldt_voor" not in line:
        return True
    now = at(minute)
    works = WEEK[now.weekday()] in OPEN and now.date() not in FREE
    return works and 9 <= now.hour < 17


class Play:
    """Every task with its begin, end and outcome, found by letting the clock run."""

    def __init__(self, data: dict[str, Data]) -> None:
        self.tasks = {task["id"]: task for task in data["eigen/taken.yaml"]["taken"]}
        self.lines = {line["taak"]: line for line in data["afspraken/samen.yaml"]["verantwoordelijkheden"]}
        self.turns = [
            (turn["taak"], turn["uitkomst"]) for turn in data["casussen/casus.yaml"].get("verloop", [])
        ]
        self.used = 0
        self.seen: dict[str, int] = {}
        self.steps: list[Step] = []
        self.running: list[dict[str, Any]] = []

    def story(self) -> list[Step]:
        self.start(TASKS[0], 0, whole_day=False)
        minute = 0
        while self.running and minute < LONGEST:
            done = next((item for item in self.running if item["end"] == minute), None)
            if done is None:
                minute += 1
            else:
                self.running.remove(done)
                self.go_on(done, minute)
        return self.steps

    def go_on(self, done: dict[str, Any], minute: int) -> None:
        for item in self.lines[done["task"]].get("daarna", []) if done["how"] else []:
            if item.get("als") in (None, done["how"]) and self.may_start(item["naar"]):
                self.seen[item["naar"]] = self.used
                term = item.get("binnen") or item.get("overdracht", {}).get("bevestigt_binnen")
                first = after(term, minute, whole_day=done["late"]) if term else (minute, done["late"])
                self.start(item["naar"], first[0], whole_day=first[1])

    def may_start(self, task: str) -> bool:
        """Not the end, not under way, and not round again without anything decided in between."""
        told = [turn[0] for turn in self.turns]
        under_way = [item["task"] for item in self.running]
        round_again = self.seen.get(task) == self.used and task not in told
        return task != "einde" and task not in under_way and not round_again

    def start(self, task: str, minute: int, *, whole_day: bool) -> None:
        how, line = self.outcome(task), self.lines.get(task)
        if line is None or (self.tasks[task].get("acuut") and not open_at(line, minute)):
            return
        while not open_at(line, minute):
            minute, whole_day = minute + 1, False
        end, late = after(line["termijn"]["binnen"], minute, whole_day=whole_day)
        self.steps.append((task, f"{at(minute):%m-%d %H:%M}", f"{at(end):%m-%d %H:%M}", how))
        self.running.append({"task": task, "end": end, "late": late, "how": how})

    def outcome(self, task: str) -> str:
        told = next((turn for turn in self.turns if turn[0] == task), None)
        if told is None:
            return "" if self.tasks[task].get("uitkomsten") else "klaar"
        self.turns.remove(told)
        self.used += 1
        return str(told[1])


@settings(max_examples=150, deadline=None)
@given(data=files())
def test_the_clock_minute_by_minute_tells_the_same_story(data: dict[str, Data]) -> None:
    found = chain_of(data, date(2026, 1, 1)).cases.played["casus"]
    assert not [hurdle for hurdle in found.hurdles if "afloopt" not in hurdle.message]
    (run,) = found.runs
    told = [(step.task, _minute(step.begin.at), _minute(step.end.at), step.outcome) for step in run.steps]
    assert told == Play(data).story()


def _minute(moment: datetime | None) -> str:
    assert moment is not None
    return f"{local(moment):%m-%d %H:%M}"
