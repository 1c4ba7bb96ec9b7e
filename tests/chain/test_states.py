"""The state of an agreement on a day."""

from __future__ import annotations

import pytest
from written_regions import agreement, written

from ketenhandboek.chain.lifecycle import State


@pytest.mark.parametrize(
    ("text", "stage", "day", "state"),
    [
        ("geldig:\n  van: 2025-01-01", "vastgesteld", "2025-01-01", State.IN_FORCE),
        ("geldig:\n  van: 2025-01-01", "vastgesteld", "2024-12-31", State.FUTURE),
        ("geldig:\n  van: 2025-01-01", "concept", "2025-01-01", State.CONCEPT),
        ("geldig:\n  van: 2025-01-01", "ter-consultatie", "2025-01-01", State.CONSULTATION),
        ("geldig:\n  tot_en_met: 2025-12-31", "vastgesteld", "2025-12-31", State.IN_FORCE),
        ("geldig:\n  tot_en_met: 2025-12-31", "vastgesteld", "2026-01-01", State.EXPIRED),
        ("geldig:\n  van: 2025", "vastgesteld", "2025-06-01", State.UNSURE),
        ("geldig:\n  van: 2025", "vastgesteld", "2025-12-31", State.IN_FORCE),
        ("geldig:\n  van: 2025", "vastgesteld", "2024-12-31", State.FUTURE),
        ("geldig:\n  tot_en_met: 2025-06", "vastgesteld", "2025-06-10", State.UNSURE),
        ("geldig:\n  van: onbekend", "vastgesteld", "2025-06-10", State.UNSURE),
        ("geldig:\n  van: onbekend\n  tot_en_met: 2024", "vastgesteld", "2025-06-10", State.EXPIRED),
        (
            "geldig:\n  van: 2025-01-01\ningetrokken_op: 2025-06-10",
            "vastgesteld",
            "2025-06-10",
            State.WITHDRAWN,
        ),
        (
            "geldig:\n  van: 2025-01-01\ningetrokken_op: 2025-06-10",
            "vastgesteld",
            "2025-06-09",
            State.IN_FORCE,
        ),
    ],
)
def test_a_state_follows_from_dates(text: str, stage: str, day: str, state: State) -> None:
    lifecycle = written(day, afspraken__een=agreement(text, stage)).lifecycle
    assert lifecycle.states == {"een": state}
    assert ("een" in lifecycle.in_force) is (state in (State.IN_FORCE, State.UNSURE))


@pytest.mark.parametrize(
    ("stage", "day", "state"),
    [
        ("vastgesteld", "2025-12-31", State.IN_FORCE),
        ("vastgesteld", "2026-01-01", State.REPLACED),
        ("concept", "2026-01-01", State.IN_FORCE),
        ("ter-consultatie", "2026-01-01", State.IN_FORCE),
    ],
)
def test_an_adopted_successor_that_has_started_replaces(stage: str, day: str, state: State) -> None:
    chain = written(
        day,
        afspraken__oud=agreement("geldig:\n  van: 2020-01-01"),
        afspraken__nieuw=agreement("geldig:\n  van: 2026-01-01\nvervangt:\n  - oud", stage),
    )
    assert chain.lifecycle.states["oud"] is state
    assert [successor.id for successor in chain.lifecycle.successors("oud")] == ["nieuw"]
    assert chain.lifecycle.successors("nieuw") == ()
