"""Who is accountable for a task where another was, or nobody, situation by situation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.coverage import holders
from ketenhandboek.changes.extents import extents
from ketenhandboek.changes.values import AccountableChanged, CoverageChanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.situations import Party, Situations
    from ketenhandboek.changes.pair import Pair
    from ketenhandboek.kinds.task import Task

_NOBODY: Party = frozenset()


class Move(NamedTuple):
    """A task with the parties that no longer have it and those that have it now, as they are to be named.

    `beside` when another party has it all the while.
    """

    task: str
    gone: Party
    come: Party
    beside: bool


def changes(pair: Pair) -> Iterator[AccountableChanged | CoverageChanged]:
    """Every task that went from one party to another, to nobody, or from nobody to somebody."""
    tasks = {task.id: task for task in pair.tasks}
    for move, cells in moves(pair).items():
        task = pair.names.named("taak", move.task)
        where = extents(pair, cells, pair.about(tasks[move.task]))
        gone = pair.names.parties(move.gone, pair.old)
        come = pair.names.parties(move.come, pair.new)
        if move.beside or (gone and come):
            yield AccountableChanged(task, gone, come, move.beside, where)
        else:
            yield CoverageChanged(task, gone or come, bool(come), where)


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
                yield _move(task, written, (old, new)), cells & others


def _move(task: Task, written: tuple[Party, Party], meant: tuple[Party, Party]) -> Move:
    """The names as they are written; the partners themselves where a name or a partner stays."""
    old, new = meant
    said = meant if written[0] & written[1] or old & new else written
    gone = said[0] - said[1] if old else _NOBODY
    return Move(task.id, gone, said[1] - said[0] if new else _NOBODY, bool(old & new))


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
