"""Small values: what each text means, and what coarse dates can and can't tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.values import UNKNOWN, Day, Duration, Period, Ref, Truth, Unit, Unknown

DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-01-31", date(2025, 1, 31), date(2025, 1, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_a_day_may_be_known_to_the_day_the_month_or_the_year(text: str, first: date, last: date) -> None:
    assert Day.parse(text) == Day(first, last)
    assert str(Day.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "25",
        "2025-1",
        "2025-13",
        "2025-00",
        "2025-02-29",
        "2025-01-00",
        "2025-01-01-01",
        "+2025",
        "２０２５",
    ],
)
def test_a_date_that_does_not_exist_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Day.parse(text)


@given(DATES)
def test_every_date_is_a_day_known_to_the_day(day: date) -> None:
    assert Day.parse(day.isoformat()) == Day(day, day)
    assert Day.parse(day.isoformat()).exact
    for coarse in (f"{day:%Y}", f"{day:%Y-%m}"):
        assert Day.parse(coarse).first <= day <= Day.parse(coarse).last


@pytest.mark.parametrize(
    ("text", "number", "unit", "again"),
    [
        ("1 uur", 1, Unit.HOUR, "1 uur"),
        ("24 uur", 24, Unit.HOUR, "24 uur"),
        ("1 werkdagen", 1, Unit.WORKING_DAY, "1 werkdag"),
        ("5 werkdagen", 5, Unit.WORKING_DAY, "5 werkdagen"),
        ("10 kalenderdagen", 10, Unit.CALENDAR_DAY, "10 kalenderdagen"),
        ("12 weken", 12, Unit.WEEK, "12 weken"),
        ("6 maanden", 6, Unit.MONTH, "6 maanden"),
        ("2 jaar", 2, Unit.YEAR, "2 jaar"),
    ],
)
def test_a_duration_has_a_number_and_a_unit(text: str, number: int, unit: Unit, again: str) -> None:
    assert Duration.parse(text) == Duration(number, unit)
    assert str(Duration.parse(text)) == again


@pytest.mark.parametrize(
    "text",
    ["5 dagen", "5", "werkdagen", "0 uur", "05 uur", "1000 uur", "1,5 uur", "5  uur", "5 Uur", " 5 uur"],
)
def test_bare_days_and_other_texts_are_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="geen termijn"):
        Duration.parse(text)


@pytest.mark.parametrize(
    ("text", "day", "later"),
    [
        ("10 kalenderdagen", date(2024, 2, 25), date(2024, 3, 6)),
        ("2 weken", date(2025, 12, 25), date(2026, 1, 8)),
        ("1 maand", date(2025, 1, 31), date(2025, 2, 28)),
        ("13 maanden", date(2025, 12, 31), date(2027, 1, 31)),
        ("1 jaar", date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_a_duration_in_whole_days_leads_to_a_day(text: str, day: date, later: date) -> None:
    assert Duration.parse(text).after(day) == later


@pytest.mark.parametrize("text", ["1 uur", "5 werkdagen"])
def test_hours_and_working_days_need_a_clock_and_a_calendar(text: str) -> None:
    with pytest.raises(ValueError, match="niet in hele dagen"):
        Duration.parse(text).after(date(2025, 1, 1))


@given(
    st.builds(Duration, st.integers(1, 999), st.sampled_from(list(Unit)[2:])),
    DATES,
    st.integers(0, 800),
)
def test_a_later_start_never_gives_an_earlier_end(duration: Duration, day: date, days: int) -> None:
    assert day < duration.after(day) <= duration.after(day + timedelta(days=days))


def test_a_reference_names_a_record_and_perhaps_a_function() -> None:
    assert Ref.parse("lokaal-team/teammanager") == Ref("lokaal-team", "teammanager")
    assert Ref.parse("lokaal-team") == Ref("lokaal-team")


@given(st.text(), st.text())
def test_a_reference_reads_back_as_it_was_written(name: str, function: str) -> None:
    text = f"{name.replace('/', '')}/{function}" if function else name.replace("/", "")
    assert str(Ref.parse(text)) == text


@pytest.mark.parametrize(
    ("start", "end", "day", "answer"),
    [
        (None, None, "2025-06-01", Truth.YES),
        ("2025-06-01", None, "2025-06-01", Truth.YES),
        ("2025-06-02", None, "2025-06-01", Truth.NO),
        (None, "2025-06-01", "2025-06-01", Truth.YES),
        (None, "2025-05-31", "2025-06-01", Truth.NO),
        ("2025", None, "2025-06-01", Truth.UNSURE),
        ("2025", None, "2025-12-31", Truth.YES),
        (None, "2025-06", "2025-06-01", Truth.YES),
        (None, "2025-06", "2025-06-02", Truth.UNSURE),
        ("onbekend", None, "2025-06-01", Truth.UNSURE),
        ("onbekend", "2024", "2025-06-01", Truth.NO),
        ("2024", "onbekend", "2025-06-01", Truth.UNSURE),
    ],
)
def test_a_period_says_only_what_its_ends_tell(
    start: str | None, end: str | None, day: str, answer: Truth
) -> None:
    assert Period(_end(start), _end(end)).contains(date.fromisoformat(day)) is answer


ENDS = st.none() | DATES.flatmap(
    lambda day: st.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"])
).map(Day.parse)


@given(ENDS, ENDS, DATES)
def test_a_coarse_period_is_sure_only_when_every_exact_period_in_it_agrees(
    start: Day | None, end: Day | None, day: date
) -> None:
    answers = {Period(a, b).contains(day) for a in _exact(start) for b in _exact(end)}
    expected = answers.pop() if len(answers) == 1 else Truth.UNSURE
    assert Period(start, end).contains(day) is expected


def _exact(end: Day | None) -> list[Day | None]:
    return [None] if end is None else [Day(end.first, end.first), Day(end.last, end.last)]


def _end(text: str | None) -> Day | Unknown | None:
    if text is None:
        return None
    return UNKNOWN if text == UNKNOWN.value else Day.parse(text)
