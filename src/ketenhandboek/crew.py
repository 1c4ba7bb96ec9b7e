"""Work that copies of this process share out among themselves."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ketenhandboek.twin import Twin, processors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")
Made = TypeVar("Made")
_TICKET = 4
_MOST_TICKETS = 10_000
"""So many fit into a pipe that nobody reads yet."""


def shared_out(work: Callable[[Item], Made], items: Sequence[Item]) -> list[Made]:
    """What `work` makes of each item, in their order; whoever is free takes the next.

    What was not made, by a copy that broke down or because `work` raised something, is made here in the end.
    A pool of `concurrent.futures` does the same, but takes as long to begin as a region does.
    """
    tickets = _tickets(min(len(items), _MOST_TICKETS))
    job = partial(_job, work, items, tickets)
    copies = [_Copy(job) for _ in range(min(processors(), len(items)) - 1)]
    try:
        made = job()
        for copy in copies:
            made |= copy.made()
    finally:
        for copy in copies:
            copy.stop()
        os.close(tickets)
    return [made[number] if number in made else work(item) for number, item in enumerate(items)]


def _tickets(count: int) -> int:
    """A pipe with the numbers of the items, of which every process reads the next."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_TICKET, "big") for number in range(count)))
    os.close(writing)
    return reading


def _job(work: Callable[[Item], Made], items: Sequence[Item], tickets: int) -> dict[int, Made]:
    made: dict[int, Made] = {}
    while ticket := os.read(tickets, _TICKET):
        number = int.from_bytes(ticket, "big")
        with suppress(Exception):
            made[number] = work(items[number])
    return made


class _Copy:
    """A copy of this process that does a job, and sends what it made through a pipe."""

    def __init__(self, job: Callable[[], object]) -> None:
        self._reading, writing = os.pipe()
        self._twin = Twin([partial(_send, job, writing)], fewest=1)
        os.close(writing)

    def made(self) -> dict[int, Made]:
        """What it made; nothing when it broke down."""
        with suppress(EOFError, pickle.UnpicklingError), os.fdopen(os.dup(self._reading), "rb") as sent:
            made: dict[int, Made] = pickle.load(sent)
            return made
        return {}

    def stop(self) -> None:
        """End it, if it did not by itself."""
        os.close(self._reading)
        self._twin.stop()


def _send(job: Callable[[], object], writing: int) -> None:
    made = job()
    with os.fdopen(writing, "wb") as pipe:
        pickle.dump(made, pipe, pickle.HIGHEST_PROTOCOL)
