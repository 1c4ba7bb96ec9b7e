"""Within which time a task must be done, situation by situation, where that is another time than before."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.changes.extents import extents
from ketenhandboek.changes.values import DeadlineChanged, Term
from ketenhandboek.rules.shared.terms import Terms
from ketenhandboek.values import Duration, Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.situations import Situations
    from ketenhandboek.changes.pair import Pair


class _Written(NamedTuple):
    """A deadline as a line gives it."""

    within: Duration | Unknown
    since: Ref | Unknown | None


_Deadlines = frozenset[_Written]
_Move = tuple[str, _Deadlines, _Deadlines]


def changes(pair: Pair) -> Iterator[DeadlineChanged]:
    """Every task with other deadlines in situations in which it was agreed on already, and still is."""
    tasks = {task.id: task for task in pair.tasks}
    for (task, old, new), cells in _moves(pair).items():
        yield DeadlineChanged(
            pair.names.named("taak", task),
            _terms(pair, old),
            _terms(pair, new),
            _longer(pair, old, new),
            extents(pair, cells, pair.about(tasks[task])),
        )


def _moves(pair: Pair) -> Mapping[_Move, int]:
    found: dict[_Move, int] = defaultdict(int)
    for period, (before, after, both) in enumerate(pair.periods):
        for task in pair.tasks:
            here = both & pair.about(task)
            was, now = _held(before, task.id, here), _held(after, task.id, here)
            for old, cells in was.items() if was != now else ():
                for new, others in now.items():
                    if old != new and cells & others:
                        found[task.id, old, new] |= (cells & others) << (period * pair.space.size)
    return found


def _held(situations: Situations, task: str, here: int) -> dict[_Deadlines, int]:
    """The situations in which a task is agreed on, taken apart by the deadlines that hold there."""
    held: dict[_Deadlines, int] = {}
    for holding in situations.of(task):
        deadline = holding.line.line.deadline
        own: _Deadlines = frozenset((_Written(deadline.within, deadline.since),) if deadline else ())
        parts: dict[_Deadlines, int] = defaultdict(int)
        left = holding.cells & here
        for known, cells in held.items():
            parts[known | own] |= cells & holding.cells
            parts[known] |= cells & ~holding.cells
            left &= ~cells
        parts[own] |= left
        held = {known: cells for known, cells in parts.items() if cells}
    return held


def _terms(pair: Pair, deadlines: _Deadlines) -> tuple[Term, ...]:
    said = (Term(str(one.within), pair.names.event(one.since)) for one in deadlines)
    return tuple(sorted(said))


def _longer(pair: Pair, old: _Deadlines, new: _Deadlines) -> bool | None:
    """Whether one deadline with the same start became longer (true) or shorter."""
    if len(old) != 1 or len(new) != 1:
        return None
    (was,), (now,) = old, new
    if was.since != now.since or not isinstance(was.within, Duration) or not isinstance(now.within, Duration):
        return None
    terms = Terms(pair.new)
    later, earlier = terms.exceeds(now.within, was.within), terms.exceeds(was.within, now.within)
    return None if later == earlier else later
