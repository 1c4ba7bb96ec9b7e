"""ESC005, ESC009 and ESC011: terms and the way down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saying import said, says_only

from ketenhandboek.rules.escalation.terms import fits
from ketenhandboek.rules.texts.texts import POLICY, TEAM, TOP, both, example_ladder, example_step
from ketenhandboek.values import Duration, Truth, Unit

LADDER = example_ladder(TEAM, POLICY, TOP)


@pytest.mark.parametrize(
    ("terms", "limit", "answer"),
    [
        ("2 werkdagen, 5 werkdagen", "7 werkdagen", Truth.YES),
        ("2 werkdagen, 6 werkdagen", "7 werkdagen", Truth.NO),
        ("24 uur, 24 uur", "48 uur", Truth.YES),
        ("2 uur, 4 werkdagen", "20 werkdagen", Truth.YES),
        ("4 uur, 20 werkdagen", "20 werkdagen", Truth.UNSURE),
        ("4 uur, 21 werkdagen", "20 werkdagen", Truth.NO),
        ("4 weken", "20 werkdagen", Truth.UNSURE),
        ("9 weken", "20 werkdagen", Truth.NO),
        ("5 werkdagen", "7 kalenderdagen", Truth.UNSURE),
        ("5 werkdagen", "3 weken", Truth.YES),
        ("1 maand", "30 kalenderdagen", Truth.UNSURE),
        ("1 maand", "6 weken", Truth.YES),
        ("1 jaar", "11 maanden", Truth.NO),
    ],
)
def test_terms_in_different_units_are_compared_with_care(terms: str, limit: str, answer: Truth) -> None:
    assert fits([Duration.parse(term) for term in terms.split(", ")], Duration.parse(limit)) is answer


@given(st.sampled_from(Unit), st.lists(st.integers(1, 99), min_size=1, max_size=5), st.integers(1, 300))
def test_terms_in_one_unit_are_added_up(unit: Unit, numbers: list[int], limit: int) -> None:
    answer = Truth.YES if sum(numbers) <= limit else Truth.NO
    assert fits([Duration(number, unit) for number in numbers], Duration(limit, unit)) is answer


def test_a_worst_case_of_working_days_is_within_what_is_reckoned_with() -> None:
    longest_seen = "12 kalenderdagen"
    assert fits([Duration.parse(longest_seen)], Duration.parse("5 werkdagen")) is not Truth.NO
    assert fits([Duration.parse("5 werkdagen")], Duration.parse(longest_seen)) is not Truth.YES


@pytest.mark.parametrize(
    ("code", "change", "question"),
    [
        (
            "ESC005",
            ("reageert_binnen: 2 werkdagen", "reageert_binnen: onbekend"),
            "Binnen welke tijd reageert",
        ),
        ("ESC009", ("de partijen het eens zijn", "onbekend"), "Wanneer schaalt men"),
        ("ESC011", ("20 werkdagen", "onbekend"), "Binnen welke tijd moet het"),
        ("ESC011", ("reageert_binnen: 2 werkdagen", "reageert_binnen: onbekend"), "Passen alle treden"),
        ("ESC011", ("binnen: 20 werkdagen", "binnen: 3 weken"), "Passen de termijnen"),
    ],
)
def test_what_is_not_known_is_asked(code: str, change: tuple[str, str], question: str) -> None:
    assert says_only(said(code, afspraken__ladder=LADDER.replace(*change)), f"? {question}")


def test_known_terms_that_are_too_long_are_found_even_if_another_is_unknown() -> None:
    long = example_step(["beleid"], both("beleidsmedewerker"), "30 werkdagen")
    unknown = example_step(["bestuurlijk"], both("directeur"), "onbekend")
    (message,) = said("ESC011", afspraken__ladder=example_ladder(TEAM, long, unknown))
    assert "2 werkdagen en 30 werkdagen passen niet in 20 werkdagen" in message


def test_a_ladder_without_a_limit_promises_nothing() -> None:
    text = LADDER.replace("    opgelost_binnen: 20 werkdagen\n", "")
    assert said("ESC011", afspraken__ladder=text) == []
