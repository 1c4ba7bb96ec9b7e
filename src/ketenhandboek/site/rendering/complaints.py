"""What MkDocs and others log while a page is rendered."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Complaints(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.records.append(record)


_LOGGERS = (logging.getLogger("mkdocs"), logging.getLogger())


@contextmanager
def quiet() -> Iterator[None]:
    """Nobody hears what MkDocs and others log while this holds."""
    handlers = [logger.handlers for logger in _LOGGERS]
    for logger in _LOGGERS:
        logger.handlers = []
    try:
        yield
    finally:
        for logger, own in zip(_LOGGERS, handlers, strict=True):
            logger.handlers = own


@contextmanager
def heard() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs and others log while this holds; MkDocs does not always pass its records on."""
    complaints = _Complaints()
    for logger in _LOGGERS:
        logger.addHandler(complaints)
    try:
        yield complaints.records
    finally:
        for logger in _LOGGERS:
            logger.removeHandler(complaints)
