"""A copy of this process that begins at the other end of the same work."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
import warnings
from contextlib import contextmanager, suppress
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PATIENCE_SECONDS = 2.0
_GLANCE_SECONDS = 0.002
_MEEK = 19


class Twin:
    """Does tasks from the last to the first, while this process does them from the first to the last.

    What a task makes must end up in a store, where this process finds it. Nobody waits for the twin, and it
    says nothing: where it can't be, or fails, all is made here, only later. With less than `fewest` tasks a
    second process would cost more than it spares.
    """

    def __init__(self, tasks: Sequence[Callable[[], object]], fewest: int = 2) -> None:
        self._process = 0
        if len(tasks) >= fewest and processors() > 1:
            with suppress(OSError), _without_warning():
                self._process = os.fork()
                if self._process == 0:
                    _work(tasks)

    @property
    def works(self) -> bool:
        """Whether there is a twin; it may have ended."""
        return self._process > 0

    def stop(self) -> None:
        """End the twin, whatever it is doing; it gets a moment to leave nothing half done."""
        if self._process:
            os.kill(self._process, signal.SIGTERM)
            if not self._ends():
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
        self._process = 0

    def _ends(self) -> bool:
        end = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < end:
            if os.waitpid(self._process, os.WNOHANG)[0]:
                return True
            time.sleep(_GLANCE_SECONDS)
        return False


def aside(task: Callable[[], object]) -> Twin:
    """A twin for one task that nobody needs now; where none can be, it is done here."""
    twin = Twin([partial(_politely, task)], fewest=1)
    if not twin.works:
        task()
    return twin


def _politely(task: Callable[[], object]) -> None:
    """Let all that somebody waits for go first."""
    os.nice(_MEEK)
    task()


@contextmanager
def _without_warning() -> Iterator[None]:
    """Python warns that the copy of a server may hang: a twin may."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def processors() -> int:
    """How many processors this process may use; one where a process can't be copied."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _work(tasks: Sequence[Callable[[], object]]) -> None:
    """Do the tasks, and end without a word: what is open belongs to the other process."""
    try:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
        _be_silent()
        for task in reversed(tasks):
            with suppress(Exception):
                task()
    finally:
        os._exit(0)


def _be_silent() -> None:
    sys.stdout = sys.stderr = StringIO()
    for logger in (logging.root, *logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.handlers = []
