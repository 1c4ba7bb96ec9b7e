"""Terms end when a plain walk through the days and minutes of the calendar says so."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenhandboek.chain.calendar import Calendar
from ketenhandboek.chain.clock import DAY, MINUTE, Clock, Leg, Worst, local, moment
from ketenhandboek.chain.week import WEEK
from ketenhandboek.kinds.region import Window
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_text
from ketenhandboek.values import Duration, Unit

PLAIN = Calendar(never=("Goede Vrijdag",))
CLOCK = Clock(PLAIN)


def at(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return moment(found.date(), found.time())


def shown(end: datetime) -> str:
    """A moment as the clock says it; midnight is 24:00 of the day before."""
    here = local(end)
    if here.time() == time(0):
        return f"{here.date() - DAY} 24:00"
    return f"{here:%Y-%m-%d %H:%M}"


def window(days: tuple[str, ...], start: str | None, end: str | None, holidays: bool = False) -> Window:
    document = read_text("id: venster\n", "regio.yaml")
    assert isinstance(document, Document)
    return Window(
        id="venster", name="Venster", days=days, start=start, end=end, holidays=holidays, place=document.place
    )


OFFICE = window(WEEK[:5], "08:30", "17:00")
NIGHT = window(WEEK, "23:00", "08:30", holidays=True)


@pytest.mark.parametrize(
    ("day", "also", "never", "holiday"),
    [
        ("2026-04-27", (), (), True),
        ("2026-04-03", (), (), True),
        ("2026-04-03", (), ("Goede Vrijdag",), False),
        ("2026-04-03", (), ("goede vrijdag",), False),
        ("2026-05-05", (), (), False),
        ("2025-05-05", (), (), True),
        ("2025-05-05", (), ("05-05",), False),
        ("2026-05-05", ("05-05",), (), True),
        ("2026-05-05", ("Bevrijdingsdag",), (), True),
        ("2026-12-24", ("12-24",), (), True),
        ("2028-02-29", ("02-29",), (), True),
        ("2027-03-01", ("02-29",), (), False),
        ("2026-12-25", (), ("12-25",), False),
    ],
)
def test_the_region_decides_what_is_a_holiday(
    day: str, also: tuple[str, ...], never: tuple[str, ...], holiday: bool
) -> None:
    assert Calendar(also, never).is_holiday(date.fromisoformat(day)) is holiday


def test_two_holidays_on_one_day_leave_a_holiday_when_one_is_left_out() -> None:
    assert Calendar(("Bevrijdingsdag",), ("Hemelvaartsdag",)).is_holiday(date(2016, 5, 5))
    assert Calendar(("Bevrijdingsdag",)).is_holiday(date(2016, 5, 5))


def test_a_region_without_any_working_day_still_gets_an_answer() -> None:
    every_day = tuple(f"{date(2028, 1, 1) + number * DAY:%m-%d}" for number in range(366))
    assert Calendar(every_day).working_day_after(date(2026, 3, 2), 5) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("term", "event", "end"),
    [
        ("5 werkdagen", "2026-03-07 03:00", "2026-03-13 24:00"),
        ("5 werkdagen", "2026-03-06 23:59", "2026-03-13 24:00"),
        ("5 werkdagen", "2026-03-09 00:00", "2026-03-16 24:00"),
        ("1 werkdag", "2026-04-02 10:00", "2026-04-03 24:00"),
        ("1 werkdag", "2026-04-24 10:00", "2026-04-28 24:00"),
        ("1 werkdag", "2026-12-31 10:00", "2027-01-04 24:00"),
        ("10 kalenderdagen", "2026-12-27 15:00", "2027-01-06 24:00"),
        ("1 kalenderdag", "2028-02-28 09:00", "2028-02-29 24:00"),
        ("10 weken", "2026-03-02 09:00", "2026-05-11 24:00"),
        ("1 maand", "2028-01-31 09:00", "2028-02-29 24:00"),
        ("1 jaar", "2028-02-29 09:00", "2029-02-28 24:00"),
        ("1 uur", "2026-03-07 23:30", "2026-03-08 00:30"),
        ("24 uur", "2026-03-28 12:00", "2026-03-29 13:00"),
        ("24 uur", "2026-10-24 12:00", "2026-10-25 11:00"),
        ("1 kalenderdag", "2026-10-24 12:00", "2026-10-25 24:00"),
    ],
)
def test_a_term_ends(term: str, event: str, end: str) -> None:
    assert shown(CLOCK.end_of(Duration.parse(term), at(event))) == end


def test_five_working_days_last_longest_around_christmas_2028() -> None:
    worst = CLOCK.worst_start(Duration.parse("5 werkdagen"), date(2026, 1, 1), date(2028, 12, 31))
    assert (local(worst.start).date(), shown(worst.end), worst.days) == (
        date(2028, 12, 22),
        "2029-01-03 24:00",
        12,
    )


def test_good_friday_as_a_holiday_makes_easter_longer() -> None:
    term, easter = Duration.parse("1 werkdag"), (date(2026, 4, 1), date(2026, 4, 10))
    assert CLOCK.worst_start(term, *easter).days == 4
    assert Clock(Calendar()).worst_start(term, *easter).days == 5


@pytest.mark.parametrize(
    ("term", "limit", "fits"),
    [
        ("1 week", "5 werkdagen", False),
        ("3 kalenderdagen", "5 werkdagen", True),
        ("5 werkdagen", "12 kalenderdagen", True),
        ("5 werkdagen", "8 kalenderdagen", False),
        ("70 kalenderdagen", "10 weken", True),
        ("23 uur", "1 kalenderdag", True),
        ("48 uur", "1 kalenderdag", False),
        ("1 kalenderdag", "24 uur", False),
        ("13 weken", "3 maanden", False),
        ("89 kalenderdagen", "3 maanden", True),
    ],
)
def test_two_terms_in_different_units_compare_by_their_worst_start(term: str, limit: str, fits: bool) -> None:
    legs, two_years = (Leg(Duration.parse(term)),), (date(2026, 1, 1), date(2027, 12, 31))
    found = CLOCK.exceeds(legs, Duration.parse(limit), *two_years)
    assert (found is None) is fits


@pytest.mark.parametrize(
    ("now", "opened"),
    [
        ("2026-03-06 16:59", "2026-03-06 16:59"),
        ("2026-03-06 17:00", "2026-03-09 08:30"),
        ("2026-04-26 12:00", "2026-04-28 08:30"),
        ("2026-12-24 18:00", "2026-12-28 08:30"),
    ],
)
def test_a_partner_that_is_closed_opens_on_its_next_working_day(now: str, opened: str) -> None:
    assert shown(CLOCK.opened((OFFICE,), at(now))) == opened


@pytest.mark.parametrize(
    ("now", "opened"),
    [
        ("2026-03-07 03:00", "2026-03-07 03:00"),
        ("2026-04-27 08:29", "2026-04-27 08:29"),
        ("2026-04-27 08:30", "2026-04-27 23:00"),
    ],
)
def test_a_window_past_midnight_belongs_to_the_day_on_which_it_begins(now: str, opened: str) -> None:
    assert shown(CLOCK.opened((NIGHT,), at(now))) == opened


durations = st.one_of(
    st.builds(Duration, st.integers(1, 80), st.just(Unit.HOUR)),
    st.builds(Duration, st.integers(1, 12), st.just(Unit.WORKING_DAY)),
    st.builds(Duration, st.integers(1, 15), st.just(Unit.CALENDAR_DAY)),
    st.builds(Duration, st.integers(1, 2), st.just(Unit.WEEK)),
)
days = st.dates(date(2025, 1, 1), date(2029, 12, 31))
near_dst = st.sampled_from([date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)])
minutes = st.builds(lambda day, minute: moment(day) + minute * MINUTE, days | near_dst, st.integers(0, 1439))
month_days = st.lists(st.dates(date(2028, 1, 1), date(2028, 12, 31)).map("{:%m-%d}".format), max_size=4)
calendars = st.builds(Calendar, month_days.map(tuple), month_days.map(tuple) | st.just(("Goede Vrijdag",)))
windows = st.builds(
    window,
    st.sets(st.sampled_from(WEEK), min_size=1).map(tuple),
    st.sampled_from(["00:00", "04:30", "08:30", "17:00", None]),
    st.sampled_from(["04:30", "08:30", "17:00", "23:00", None]),
    st.booleans(),
)


def walked_end(calendar: Calendar, term: Duration, event: datetime) -> datetime:
    """The first minute after a term, found by walking on minute by minute and counting what goes by."""
    if term.unit is Unit.HOUR:
        return event + 60 * term.number * MINUTE
    left = term.number * (7 if term.unit is Unit.WEEK else 1)
    now, today = event, local(event).date()
    while left:
        now += MINUTE
        if local(now).date() != today:
            today = local(now).date()
            left -= term.unit is not Unit.WORKING_DAY or calendar.is_working(today)
    while local(now).date() == today:
        now += MINUTE
    return now


@settings(max_examples=60, deadline=None)
@given(calendars, durations, minutes)
def test_an_end_is_where_a_walk_minute_by_minute_stops(
    calendar: Calendar, term: Duration, event: datetime
) -> None:
    assert Clock(calendar).end_of(term, event) == walked_end(calendar, term, event)


def is_open(calendar: Calendar, opening: Window, now: datetime) -> bool:
    """Whether a window holds: it began today, or yesterday and runs past midnight."""
    here = local(now)
    clock = here.time().isoformat("minutes")
    start, end = opening.start or "00:00", opening.end or "24:00"

    def holds(day: date) -> bool:
        return opening.holidays if calendar.is_holiday(day) else WEEK[day.weekday()] in opening.days

    if end > start:
        return holds(here.date()) and start <= clock < end
    return (holds(here.date()) and clock >= start) or (holds(here.date() - DAY) and clock < end)


@settings(max_examples=25, deadline=None)
@given(calendars, windows, minutes)
def test_a_window_opens_at_the_first_minute_that_lies_in_it(
    calendar: Calendar, opening: Window, now: datetime
) -> None:
    found = Clock(calendar).opened((opening,), now)
    while not is_open(calendar, opening, now):
        now += MINUTE
    assert found == now


legs = st.lists(st.builds(Leg, durations, st.lists(windows, max_size=1).map(tuple)), min_size=1, max_size=3)


@settings(max_examples=25, deadline=None)
@given(calendars, legs, days | near_dst)
def test_the_worst_start_is_the_worst_of_all_minutes(
    calendar: Calendar, path: list[Leg], first: date
) -> None:
    clock, last = Clock(calendar), first + DAY
    every = minutes_of(first, last)
    runs = [Worst(start, clock.path_end(path, start)) for start in every]
    assert clock.worst_path(path, first, last) == max(runs, key=lambda run: (run.length, run.start))


@settings(max_examples=25, deadline=None)
@given(calendars, legs, durations, days | near_dst)
def test_a_path_exceeds_a_limit_when_it_does_so_from_some_minute(
    calendar: Calendar, path: list[Leg], limit: Duration, first: date
) -> None:
    clock, last = Clock(calendar), first + DAY
    over = {
        start: clock.path_end(path, start) - clock.end_of(limit, start) for start in minutes_of(first, last)
    }
    worst = max(over, key=over.__getitem__)
    found = clock.exceeds(path, limit, first, last)
    assert (found and found.start) == (worst if over[worst] > timedelta(0) else None)


def test_a_term_beyond_all_calendars_still_ends() -> None:
    assert local(CLOCK.path_end([Leg(Duration.parse("999 jaar"))] * 9, at("2026-03-01 12:00"))).year == 9999


def minutes_of(first: date, last: date) -> list[datetime]:
    begin, end = moment(first), moment(last + DAY)
    return [begin + number * MINUTE for number in range(int((end - begin) / MINUTE))]


def test_the_worst_start_of_a_whole_leap_year_is_found_minute_by_minute() -> None:
    path = (Leg(Duration.parse("4 uur"), (NIGHT,)), Leg(Duration.parse("3 werkdagen"), (OFFICE,)))
    first, last = date(2028, 1, 1), date(2028, 12, 31)
    every = minutes_of(first, last + 40 * DAY)
    day_of = [local(now).date() for now in every]
    begins = {day: number for number, day in reversed(list(enumerate(day_of)))}
    end_at = list(range(len(every)))
    for leg in reversed(path):
        end_at = before(leg, end_at, every, day_of, begins)
    within = [number for number, day in enumerate(day_of) if day <= last]
    longest, start = max((end_at[number] - number, number) for number in within)
    found = CLOCK.worst_path(path, first, last)
    assert (found.start, found.length) == (every[start], longest * MINUTE)


def before(
    leg: Leg, after: list[int], every: list[datetime], day_of: list[date], begins: dict[date, int]
) -> list[int]:
    """For each minute, when all is done that starts with this leg; `after` says so for the legs behind it."""
    last = after == list(range(len(every)))
    open_now = [not leg.windows or is_open(PLAIN, leg.windows[0], now) for now in every]
    ends, opens = [len(every)] * len(every), len(every)
    for number in reversed(range(len(every))):
        opens = number if open_now[number] else opens
        end = end_number(leg.within, opens, day_of, begins)
        if end < len(every):
            ends[number] = end if last else after[end - 1]
    return ends


def end_number(term: Duration, start: int, day_of: list[date], begins: dict[date, int]) -> int:
    if start >= len(day_of) or term.unit is Unit.HOUR:
        return start + 60 * term.number
    day, left = day_of[start], term.number
    while left:
        day += DAY
        left -= PLAIN.is_working(day)
    return begins.get(day + DAY, len(day_of))
