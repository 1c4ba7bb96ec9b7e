"""Who became accountable where, against an oracle that looks at every single situation with plain sets."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from every_cell import Cell, EveryCell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_regions import TASKS, Files, chain_of, files

from ketenhandboek.changes.accountable import moves
from ketenhandboek.changes.compare import compare
from ketenhandboek.changes.pair import Pair
from ketenhandboek.changes.renames import retold
from ketenhandboek.changes.sentences import said
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from every_cell import Spoken

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.space import Situation
    from ketenhandboek.kinds.task import Task

Change = tuple[bool, bool]
"""Whether anybody had the task, and whether anybody has it."""
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def changed(draw: st.DrawFn) -> tuple[Files, Files]:
    """A region, and the same one in which some of the files are another's."""
    old, other = draw(files()), draw(files())
    names = sorted(old.keys() | other.keys())
    taken = draw(st.sets(st.sampled_from(names), min_size=1, max_size=3))
    mixed = {name: (other if name in taken else old).get(name) for name in names}
    return old, {name: data for name, data in mixed.items() if data is not None}


@FEW
@given(changed())
def test_every_change_is_seen_and_no_other(regions: tuple[Files, Files]) -> None:
    pair = Pair(*map(chain_of, regions))
    found: dict[tuple[str, Situation], Change] = {}
    for move, cells in moves(pair).items():
        for situation in pair.space.situations(cells):
            assert (move.task, situation) not in found, "one change in one situation"
            lost, won = not move.come and not move.beside, not move.gone and not move.beside
            found[move.task, situation] = (not won, not lost)
    assert found == dict(expected(pair))


@FEW
@given(files())
def test_a_region_differs_in_nothing_from_itself(region: Files) -> None:
    assert compare(chain_of(region), chain_of(region)).changes == ()


@FEW
@given(changed())
def test_every_comparison_can_be_told(regions: tuple[Files, Files]) -> None:
    old, new = map(chain_of, regions)
    found = compare(old, new)
    assert all(said(change).endswith((".", ")")) for change in found.changes)
    assert (found.changes == ()) <= (not Pair(retold(old, new), new).touched)


def expected(pair: Pair) -> Iterator[tuple[tuple[str, Situation], Change]]:
    for period, day in enumerate(pair.change_points):
        sides = [Side(chain, pair, day) for chain in (pair.old, pair.new)]
        for situation in pair.space.situations((1 << pair.space.size) - 1):
            for task in pair.tasks:
                if task.id in TASKS and all(side.concerns(situation, task) for side in sides):
                    change = differing(*(side.parties(situation, task) for side in sides))
                    if change:
                        yield (task.id, situation._replace(period=period)), change


def differing(old: dict[str, set[str]], new: dict[str, set[str]]) -> Change | None:
    was, now = (
        {token for name in one for token in one[name] or {name} - other.keys()}
        for one, other in ((old, new), (new, old))
    )
    return (bool(was), bool(now)) if was != now else None


class Side:
    """One of two chains on a day, with the atoms of both."""

    def __init__(self, chain: Chain, pair: Pair, day: date) -> None:
        before = chain is pair.old
        kept = {window.id for window in (chain.region.windows if chain.region else ())}
        called = {f"{name}-zoals-het-was": name for name in kept} if before else {}
        moved = set(called) & set(pair.week.windows)
        names = {name: name for name in kept if f"{name}-zoals-het-was" not in moved}
        names |= {name: called[name] for name in moved}
        self._atoms = [frozenset(names[id_] for id_ in atom if id_ in names) for atom in pair.week.atoms]
        self._oracle = EveryCell(chain, day, self._atoms)
        self._held: dict[str, list[Spoken]] = defaultdict(list)
        for task in TASKS:
            self._held[task] = list(self._oracle.holding(task))
        self._known = frozenset(self._oracle.cells)

    def concerns(self, situation: Situation, task: Task) -> bool:
        groups = task.target_groups
        about = not groups or situation.group in groups or "gezin" in groups
        return about and self._cell(situation) in self._known

    def parties(self, situation: Situation, task: Task) -> dict[str, set[str]]:
        """Whom each name that stands there means."""
        cell = self._cell(situation)
        lines = [line for line in self._held[task.id] if cell in line.cells]
        binding = self._oracle.chain.binding
        return {
            name: {item.id for item in binding.in_municipality(name, cell.municipality, cell.group)}
            for line in lines
            for name in names_of(line, task)
        }

    def _cell(self, situation: Situation) -> Cell:
        return Cell(situation.municipality, self._atoms[situation.atom], situation.theme, situation.group)


def names_of(line: Spoken, task: Task) -> Iterator[str]:
    if isinstance(line.accountable, Unknown):
        yield "onbekend"
        return
    if isinstance(line.accountable, Ref):
        yield line.accountable.name
    if task.division == "ieder":
        yield from (ref.name for ref in line.performers)
