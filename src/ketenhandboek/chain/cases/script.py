"""What a case says itself about how its tasks go: outcomes, moments, and handovers without an answer."""

from __future__ import annotations

from collections import defaultdict, deque
from datetime import datetime
from typing import TYPE_CHECKING

from ketenhandboek.chain.clock import moment
from ketenhandboek.chain.net import DONE
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.case import Case, Turn


def told_moment(text: str) -> datetime:
    """`2026-03-07 03:00` on clocks in the Netherlands."""
    written = datetime.fromisoformat(text)
    return moment(written.date(), written.time())


class Script:
    """The turns of a case for one run; each is used once, in the order in which they stand."""

    def __init__(self, case: Case, chain: Chain) -> None:
        self._tasks = chain.records.of(Task)
        self._left: dict[str, deque[Turn]] = defaultdict(deque)
        self.used = 0
        for turn in case.turns:
            self._left[turn.task].append(turn)

    def has(self, task: str) -> bool:
        """Whether the case says anything more about a task."""
        return bool(self._left[task])

    def turn(self, task: str) -> Turn | None:
        """What the case says about the next time that a task is done."""
        if not self._left[task]:
            return None
        self.used += 1
        return self._left[task].popleft()

    def outcome(self, task: str, turn: Turn | None) -> str:
        """How a task ends: as the case says, or in the only way there is; else empty."""
        ways = [outcome.id for outcome in self._tasks[task].outcomes] or [DONE]
        if turn is not None:
            return turn.outcome
        return ways[0] if len(ways) == 1 else ""
