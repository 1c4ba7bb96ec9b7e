"""Which municipalities an area means on a day."""

from __future__ import annotations

from datetime import date

import pytest
from written_regions import written

from ketenhandboek.chain.areas import Areas


@pytest.mark.parametrize(
    ("day", "area", "municipalities"),
    [
        ("2025-12-31", "regio", {"abelen", "berken"}),
        ("2026-01-01", "regio", {"abelen", "ceder"}),
        ("2014-12-31", "regio", set()),
        ("2025-06-01", "streek", {"abelen", "berken"}),
        ("2026-06-01", "streek", {"abelen"}),
        ("2027-06-01", "streek", {"abelen", "ceder"}),
        ("2025-06-01", "berken", {"berken"}),
        ("2026-06-01", "berken", set()),
        ("2025-06-01", "onbekend", set()),
    ],
)
def test_an_area_is_what_it_is_on_the_day(day: str, area: str, municipalities: set[str]) -> None:
    assert written(day).areas.members(area) == municipalities


def test_a_start_known_to_the_year_counts_in_that_whole_year() -> None:
    assert "ceder" in written("2026-01-01").areas.municipalities
    assert "ceder" not in written("2025-12-31").areas.municipalities


def test_areas_together_mean_each_municipality_once_in_the_order_of_the_region() -> None:
    areas = written("2025-06-01").areas
    assert areas.of(["streek", "berken", "regio"]) == {"abelen", "berken"}
    assert areas.of([]) == frozenset()
    assert [municipality.name for municipality in areas.sorted({"berken", "abelen", "weg"})] == [
        "Abelen",
        "Berken",
    ]


def test_without_a_region_there_is_no_municipality() -> None:
    areas = Areas(None, date(2026, 1, 1))
    assert areas.municipalities == {}
    assert areas.members("regio") == areas.members("streek") == frozenset()
