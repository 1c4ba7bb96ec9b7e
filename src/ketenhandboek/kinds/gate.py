"""The gate: whether a file fits its schema, decided fast, and explained only when it does not."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from ketenhandboek.kinds.formats import FORMATS, KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema_rs import Draft202012Validator

    from ketenhandboek.kinds.explain import Misfit
    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.source.document import Data, Document

_INTERRUPTS = (signal.SIGINT, signal.SIGTERM)


def fits(kind: Kind, data: Data) -> bool:
    """Whether the data of a whole file fits the schema of its kind."""
    with _undisturbed():
        return _compiled(kind).is_valid(data)


def misfits(kind: Kind, document: Document) -> tuple[Misfit, ...]:
    """Nothing when the file fits; else what is wrong where, in Dutch, at most one thing a place."""
    if fits(kind, document.data):
        return ()
    from ketenhandboek.kinds.explain import explain

    return explain(kind, document)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an interrupt wait: within a keyword of ours the validator takes it for a misfit, or loses it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@cache
def _compiled(kind: Kind) -> Draft202012Validator:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(kind.schema, formats=FORMATS, validate_formats=True, keywords={**KEYWORDS})
