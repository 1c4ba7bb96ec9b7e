"""The week in atoms: which windows hold when, and what a set of atoms is called."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_regions import DAY, chain_of

from ketenhandboek.chain.week import HOLIDAY, WEEK, Week, successions

WORKDAYS = WEEK[:5]
Written = tuple[str, tuple[str, ...], str, str, bool]
"""A window: its name, days, begin, end, and whether it holds on holidays."""

OFFICE: Written = ("Kantooruren", WORKDAYS, "08:30", "17:00", False)
EVENING: Written = ("Avond", WORKDAYS, "17:00", "23:00", False)
NIGHT: Written = ("Nacht", WEEK, "23:00", "08:30", True)
WEEKEND: Written = ("Weekend en feestdagen", WEEK[5:], "08:30", "23:00", True)
DAYTIME: Written = ("Dag", WEEK, "08:00", "20:00", True)
DESK: Written = ("Balie open", ("dinsdag",), "10:00", "12:00", False)


def week_of(*written: Written) -> Week:
    """The week of a region with these windows."""
    windows = [
        {"id": name.lower().replace(" ", "-"), "naam": name, "dagen": list(days), "van": start, "tot": end}
        | ({"feestdagen": "ja"} if holidays else {})
        for name, days, start, end, holidays in written
    ]
    region = {
        "id": "x",
        "naam": "X",
        "gemeenten": [{"id": "a", "code": "GM9901", "naam": "A"}],
        **({"tijdvensters": windows} if windows else {}),
    }
    return chain_of({"regio.yaml": region}, DAY).week


def atoms(week: Week) -> list[set[str]]:
    return [set(held) for held in week.atoms]


def test_a_region_without_windows_has_the_one_atom_always() -> None:
    week = week_of()
    assert atoms(week) == [{"altijd"}]
    assert week.atom("zondag", "maandag", 200) == 0
    assert week.words({0}) == "altijd"


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        (
            (OFFICE, EVENING, NIGHT, WEEKEND),
            [{"nacht"}, {"kantooruren"}, {"avond"}, {"weekend-en-feestdagen"}],
        ),
        ((OFFICE,), [{"kantooruren"}]),
        ((OFFICE, DAYTIME), [{"dag"}, {"dag", "kantooruren"}]),
        ((DAYTIME, DESK), [{"dag"}, {"dag", "balie-open"}]),
    ],
    ids=["a week without overlap", "hours in no window", "overlap", "a window inside another"],
)
def test_windows_cut_the_week_into_atoms(windows: tuple[Written, ...], expected: list[set[str]]) -> None:
    assert atoms(week_of(*windows)) == expected


@pytest.mark.parametrize(
    ("before", "today", "clock", "held"),
    [
        ("vrijdag", "zaterdag", 2 * 60, {"nacht"}),
        ("zaterdag", "zondag", 12 * 60, {"weekend-en-feestdagen"}),
        ("maandag", "dinsdag", 8 * 60 + 29, {"nacht"}),
        ("maandag", "dinsdag", 8 * 60 + 30, {"kantooruren"}),
        ("maandag", HOLIDAY, 9 * 60, {"weekend-en-feestdagen"}),
        (HOLIDAY, "vrijdag", 3 * 60, {"nacht"}),
        (HOLIDAY, HOLIDAY, 23 * 60, {"nacht"}),
    ],
)
def test_a_minute_lies_in_the_windows_of_its_day_and_of_the_night_before(
    before: str, today: str, clock: int, held: set[str]
) -> None:
    week = week_of(OFFICE, EVENING, NIGHT, WEEKEND)
    found = week.atom(before, today, clock)
    assert found is not None
    assert week.atoms[found] == held


def test_a_minute_in_no_window_lies_in_no_atom() -> None:
    assert week_of(OFFICE).atom("zondag", "maandag", 0) is None
    assert week_of(OFFICE).atom("zondag", HOLIDAY, 600) is None


@pytest.mark.parametrize(
    ("windows", "chosen", "said"),
    [
        ((OFFICE, EVENING, NIGHT, WEEKEND), {0, 1, 2, 3}, "altijd"),
        ((OFFICE, EVENING, NIGHT, WEEKEND), {3}, "in het weekend en op feestdagen"),
        ((OFFICE, EVENING, NIGHT, WEEKEND), {0, 2}, "'s avonds en 's nachts"),
        ((OFFICE, EVENING, NIGHT, WEEKEND), {1, 2}, "in kantooruren en 's avonds"),
        ((OFFICE, DAYTIME), {0}, "overdag, maar niet in kantooruren"),
        ((OFFICE, DAYTIME), {1}, "in kantooruren"),
        ((DAYTIME, DESK), {1}, "in het tijdvenster 'Balie open'"),
        ((EVENING, NIGHT, DESK), {2}, "in het tijdvenster 'Balie open'"),
    ],
)
def test_atoms_are_said_in_the_names_of_the_windows(
    windows: tuple[Written, ...], chosen: set[int], said: str
) -> None:
    assert week_of(*windows).words(chosen) == said


clocks = st.sampled_from(("00:00", "06:00", "08:30", "12:00", "17:00", "23:59"))
windows = st.lists(
    st.tuples(
        st.sampled_from(("Kantooruren", "Avond", "Nacht", "Weekend", "Balie")),
        st.lists(st.sampled_from(WEEK), min_size=1, max_size=7, unique=True).map(tuple),
        clocks,
        clocks,
        st.booleans(),
    ).filter(lambda written: written[2] != written[3]),
    min_size=1,
    max_size=3,
    unique_by=lambda written: written[0],
)


def holds(written: Written, before: str, today: str, minute: int) -> bool:
    """Whether a window holds, laid out over two days in minutes since yesterday's midnight."""
    _, days, start, end, holidays = written
    first, last = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (start, end))
    length = last - first if last > first else last - first + 1440
    begins = [
        day * 1440 + first
        for day, kind in enumerate((before, today))
        if (holidays if kind == HOLIDAY else kind in days)
    ]
    return any(begin <= 1440 + minute < begin + length for begin in begins)


@settings(max_examples=100, deadline=None)
@given(windows, st.sampled_from(list(successions())), st.integers(0, 1439))
def test_every_minute_lies_in_the_atom_of_its_windows(
    written: list[Written], days: tuple[str, str], minute: int
) -> None:
    week = week_of(*written)
    held = {one[0].lower() for one in written if holds(one, *days, minute)}
    found = week.atom(*days, minute)
    assert (set(week.atoms[found]) if found is not None else set()) == held


@settings(max_examples=60, deadline=None)
@given(windows)
def test_other_atoms_are_said_in_other_words(written: list[Written]) -> None:
    week = week_of(*written)
    numbers = range(len(week.atoms))
    sets = [chosen for size in numbers for chosen in combinations(numbers, size + 1)]
    assert len({week.words(chosen) for chosen in sets}) == len(sets)
