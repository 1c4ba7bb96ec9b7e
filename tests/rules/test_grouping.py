"""The same sentence many times is told once; what an ended agreement arranged is named."""

from __future__ import annotations

import pytest

from ketenhandboek.findings import Finding, Severity, Span
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.grouping import told_once
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task


def finding(line: int, message: str = "Hier mist iets.", rule: str = "ESC006") -> Finding:
    return Finding(rule, Severity.FOUT, Span("data/a.yaml", line), message)


@pytest.mark.parametrize(("number", "told"), [(1, 1), (3, 3), (4, 1), (30, 1)])
def test_more_than_three_in_the_same_words_are_one(number: int, told: int) -> None:
    found = list(told_once(finding(line) for line in range(1, number + 1)))
    assert len(found) == told
    if number > 3:
        assert found[0].message == f"Hier mist iets. Dit staat er {number} keer zo."
        assert [place.span.line for place in found[0].related] == list(range(2, number + 1))
        assert {place.message for place in found[0].related} == {"hier ook"}


def test_other_words_and_other_rules_stay_apart() -> None:
    found = [finding(1), finding(2), finding(3, "Iets anders."), finding(4, rule="ESC008")]
    assert list(told_once(found)) == found


def test_a_gap_names_the_agreement_that_was_the_last_to_cover_it() -> None:
    ended = bed_agreement(LINE).replace(
        "  van: 2025-01-01\n", "  van: 2025-01-01\n  tot_en_met: 2026-01-31\n"
    )
    example = Example.of("", eigen__taken=bed_task("acuut: ja", "vereist: ja"), afspraken__bed=ended)
    (gap,) = check(example_chain(example), ["VER002"]).findings
    assert gap.span.file == "eigen/taken.yaml"
    assert [(place.span.file, place.message) for place in gap.related] == [
        (
            "afspraken/bed.yaml",
            "'Afspraken over een bed voor de nacht' regelde dit tot en met 31 januari 2026",
        )
    ]
