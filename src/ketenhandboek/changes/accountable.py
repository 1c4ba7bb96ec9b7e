"""Who is accountable for a task where another was, or nobody, situation by situation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.coverage import holders
from ketenhandboek.changes.extents import extents
from ketenhandboek.changes.values import AccountableChanged, Change, CoverageChanged
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.situations import Party, Situations
    from ketenhandboek.changes.pair import Pair

_NOBODY: Party = frozenset()


class Move(NamedTuple):
    """A task with the parties that had it and have it, as they are to be named; nobody is empty."""

    task: str
    old: Party
    new: Party


def changes(pair: Pair) -> Iterator[Change]:
    """Every task that went from one party to another, to nobody, or from nobody to somebody."""
    tasks = pair.new.records.of(Task)
    for move, cells in moves(pair).items():
        task = pair.names.named("taak", move.task)
        where = extents(pair, cells, pair.about(tasks[move.task]))
        old = pair.names.parties(move.old, pair.old)
        new = pair.names.parties(move.new, pair.new)
        if old and new:
            yield AccountableChanged(task, old, new, where)
        else:
            yield CoverageChanged(task, old or new, bool(new), where)


def moves(pair: Pair) -> Mapping[Move, int]:
    """Every move with its situations over all periods.

    A party is whoever a name means there; a name that means nobody is a party too, unless the same name
    still stands there and meant somebody, or now does.
    """
    found: dict[Move, int] = defaultdict(int)
    for task in pair.tasks:
        for period, (before, after, both) in enumerate(pair.periods):
            here = both & pair.about(task)
            for move, cells in _moved(task, before, after, here):
                found[move] |= cells << (period * pair.space.size)
    return found


def _moved(task: Task, before: Situations, after: Situations, here: int) -> Iterator[tuple[Move, int]]:
    for old, cells in _written(task, before, here).items():
        for new, others in _written(task, after, here).items():
            if not cells & others or (old == new and _same(old, before, after)):
                continue
            was = _meant(old, new, before, cells & others)
            now = _meant(new, old, after, cells & others)
            yield from _differing(task, (old, new), was, now)


def _differing(
    task: Task, written: tuple[Party, Party], was: Mapping[Party, int], now: Mapping[Party, int]
) -> Iterator[tuple[Move, int]]:
    for old, cells in was.items():
        for new, others in now.items():
            if old != new and cells & others:
                yield Move(task.id, *_labels(written, (old, new))), cells & others


def _labels(written: tuple[Party, Party], meant: tuple[Party, Party]) -> tuple[Party, Party]:
    """The names as they are written; the partners themselves where the same name now means others."""
    said = meant if written[0] == written[1] else written
    return said[0] if meant[0] else _NOBODY, said[1] if meant[1] else _NOBODY


def _written(task: Task, situations: Situations, here: int) -> Mapping[Party, int]:
    """The situations taken apart by the names that stand there for a task."""
    found = {_NOBODY: here}
    for holding in situations.of(task.id):
        names = frozenset(holders(holding.line, task))
        parts: dict[Party, int] = defaultdict(int)
        for known, cells in found.items():
            parts[known | names] |= cells & holding.cells
            parts[known] |= cells & ~holding.cells
        found = {known: cells for known, cells in parts.items() if cells}
    return found


def _same(names: Party, before: Situations, after: Situations) -> bool:
    return all(before.parties(name) == after.parties(name) for name in names)


def _meant(names: Party, others: Party, situations: Situations, here: int) -> Mapping[Party, int]:
    """The situations taken apart by who these names mean there."""
    found = {_NOBODY: here}
    for name in names:
        parts: dict[Party, int] = defaultdict(int)
        for party, where in situations.parties(name).items():
            itself = party or (_NOBODY if name in others else frozenset((name,)))
            for known, cells in found.items():
                parts[known | itself] |= cells & where
        found = {known: cells for known, cells in parts.items() if cells}
    return found

