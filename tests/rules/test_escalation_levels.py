"""ESC001, ESC002, ESC003, ESC010 and ESC012: levels on the steps of a ladder."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import said

from ketenhandboek.rules.texts.texts import TOP, both, example_ladder, example_step

LEVELS = ("uitvoerend", "teammanager", "beleid", "bestuurlijk")


def climbing(*steps: list[str]) -> str:
    return example_ladder(*(example_step(levels, both("directeur")) for levels in steps))


@pytest.mark.parametrize(
    ("steps", "skipped"),
    [
        ([["uitvoerend"], ["teammanager"], ["beleid"], ["bestuurlijk"]], ""),
        ([["uitvoerend", "teammanager"], ["beleid"]], ""),
        ([["beleid"], ["bestuurlijk"]], ""),
        ([["bestuurlijk"]], ""),
        ([["uitvoerend"], ["beleid"], ["teammanager"]], ""),
        ([["teammanager"], ["bestuurlijk"]], "beleid"),
        ([["uitvoerend"], ["bestuurlijk"]], "teammanager en beleid"),
        ([["bestuurlijk"], ["uitvoerend"]], "teammanager en beleid"),
        ([["uitvoerend", "beleid", "bestuurlijk"]], "teammanager"),
    ],
)
def test_all_steps_together_leave_no_level_out(steps: list[list[str]], skipped: str) -> None:
    messages = said("ESC001", afspraken__ladder=climbing(*steps))
    assert [f" over: {skipped}." in message for message in messages] == [True] * bool(skipped)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.sampled_from(LEVELS), min_size=1), min_size=1, max_size=4))
def test_there_is_a_finding_for_each_hole_in_the_levels_named(steps: list[set[str]]) -> None:
    ranks = sorted({LEVELS.index(level) for step in steps for level in step})
    holes = sum(high - low > 1 for low, high in pairwise(ranks))
    assert len(said("ESC001", afspraken__ladder=climbing(*map(sorted, steps)))) == holes


@pytest.mark.parametrize("code", ["ESC001", "ESC002"])
def test_an_unknown_level_is_a_question(code: str) -> None:
    messages = said(code, afspraken__ladder=climbing(["uitvoerend"], ["onbekend"], ["bestuurlijk"]))
    assert "? Welk niveau heeft trede 2 van 'Samenwerking polikliniek en jeugdhulp'?" in messages


def test_who_decides_can_not_be_told_while_the_level_of_the_last_step_is_unknown() -> None:
    assert [message[:2] for message in said("ESC003", afspraken__ladder=climbing(["onbekend"]))] == ["? "]


@pytest.mark.parametrize(
    ("steps", "too_low"),
    [
        ([["uitvoerend"], ["teammanager", "beleid"], ["bestuurlijk"]], []),
        ([["teammanager"], ["uitvoerend"], ["beleid"]], [2]),
        ([["teammanager"], ["teammanager"]], [2]),
        ([["bestuurlijk"], ["teammanager"], ["beleid"]], [2, 3]),
    ],
)
def test_a_step_lies_above_all_steps_before_it(steps: list[list[str]], too_low: list[int]) -> None:
    messages = said("ESC002", afspraken__ladder=climbing(*steps))
    assert [message for message in messages if "ligt niet boven" in message] == [
        message for number in too_low for message in messages if message.startswith(f"Trede {number} ")
    ]
    assert sum("ligt niet boven" in message for message in messages) == len(too_low)


def test_the_same_function_of_two_organisations_is_two_functions() -> None:
    first = example_step(["teammanager"], ["forensische-zorg/teammanager"])
    second = example_step(["beleid"], ["jeugdhulpaanbieder/teammanager"])
    assert said("ESC002", afspraken__ladder=example_ladder(first, second, TOP)) == []


def test_a_function_without_a_level_is_a_question() -> None:
    partners = """
        partners:
          - id: polikliniek-het-anker
            naam: Polikliniek Het Anker
            soort: forensische-zorg
            werkgebied:
              - gebied: regio
            functies:
              - id: geneesheer
                naam: Geneesheer
    """
    step = example_step(["beleid"], ["forensische-zorg/geneesheer"])
    messages = said("ESC012", partners=partners, afspraken__ladder=example_ladder(step))
    assert messages == ["? Welk niveau heeft de geneesheer van Polikliniek Het Anker?"]


def test_functions_have_no_level_on_the_ladder_for_a_case() -> None:
    step = example_step(["casusregie"], both("teammanager"))
    text = example_ladder(step).replace("ladder: samenwerking", "ladder: casus")
    assert said("ESC012", afspraken__ladder=text) == []


def test_a_ladder_that_does_not_say_which_it_is_follows_its_first_level() -> None:
    text = example_ladder(example_step(["procesregie", "beleid"], both("directeur")))
    messages = said("ESC010", afspraken__ladder=text.replace("    ladder: samenwerking\n", ""))
    assert "'beleid' hoort bij meningsverschillen tussen organisaties." in messages[-1]
