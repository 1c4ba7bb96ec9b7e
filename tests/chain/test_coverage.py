"""What is open and what clashes, against the oracle that looks at every situation."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from every_cell import Cell, EveryCell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_regions import Files, chain_of, files

from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

EXAMPLES = int(os.environ.get("KETEN_EXAMPLES", "300"))
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

Timed = set[tuple[Cell, int]]
"""Cells, each with the place of its period."""
Clashes = dict[tuple[str, frozenset[int]], Timed]
"""The cells in which two lines clash, by task and by the two lines."""


def cells_of(chain: Chain, found: int) -> Timed:
    """A bit set as plain cells."""
    return {
        (Cell(item.municipality, chain.week.atoms[item.atom], item.theme, item.group), item.period)
        for item in chain.space.situations(found)
    }


def own_tasks(chain: Chain) -> list[Task]:
    return list(chain.records.regional(Task).values())


def required(chain: Chain, task: Task) -> bool:
    assert chain.region is not None
    return task.required or task.id in chain.region.required_tasks


def everywhere(chain: Chain) -> list[Cell]:
    """Every cell of the whole space, also of municipalities that join later."""
    return [cell for cell, _ in cells_of(chain, chain.space.cells(chain.space.whole._replace(periods=1)))]


@many
@given(files())
def test_what_is_open_is_what_the_oracle_finds_in_every_cell(region: Files) -> None:
    chain = chain_of(region)
    assert set(chain.coverage.required) == {task for task in own_tasks(chain) if required(chain, task)}
    for task in chain.coverage.required:
        never: dict[tuple[int, str], set[Cell]] = {}
        expected: Timed = set()
        for period, start in enumerate(chain.change_points):
            oracle = EveryCell(chain, start)
            oracle.unbound(task, never, everywhere(chain))
            expected |= {(cell, period) for cell in oracle.open_for(task, never)}
        assert cells_of(chain, chain.coverage.open_for(task)) == expected
        assert chain.space.cover(chain.coverage.open_for(task)) == tuple(
            gap.box for gap in chain.coverage.gaps if gap.task is task
        )


@many
@given(files())
def test_what_clashes_is_what_the_oracle_finds_in_every_cell(region: Files) -> None:
    chain = chain_of(region)
    found: Clashes = {}
    for conflict in chain.coverage.accountable_conflicts:
        pair = frozenset((id(conflict.earlier.own), id(conflict.later.own)))
        for box in conflict.boxes:
            found.setdefault((conflict.task.id, pair), set()).update(cells_of(chain, chain.space.cells(box)))
    expected: Clashes = {}
    for task in (task for task in own_tasks(chain) if task.division == "een"):
        for period, start in enumerate(chain.change_points):
            for pair, cells in EveryCell(chain, start).clashes(task).items():
                expected.setdefault((task.id, pair), set()).update((cell, period) for cell in cells)
    assert found == expected


@many
@given(files(), st.integers(0, 200))
def test_nothing_changes_between_two_change_points(region: Files, after: int) -> None:
    chain = chain_of(region)
    day = min(chain.day + timedelta(days=after), chain.horizon)
    start = max(point for point in chain.change_points if point <= day)
    for task in own_tasks(chain):
        assert [line.cells for line in EveryCell(chain, day).holding(task.id)] == [
            line.cells for line in EveryCell(chain, start).holding(task.id)
        ]
