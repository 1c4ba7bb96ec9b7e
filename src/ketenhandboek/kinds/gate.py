"""The gate: whether a file fits its schema, decided fast, and explained only when it does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ketenhandboek.kinds.formats import FORMATS, KEYWORDS
from ketenhandboek.undisturbed import undisturbed

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

    from ketenhandboek.kinds.explain import Misfit
    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.source.document import Data, Document


def fits(kind: Kind, data: Data) -> bool:
    """Whether the data of a whole file fits the schema of its kind.

    Raises KeyboardInterrupt: within a keyword of ours the validator took it for a misfit.
    """
    gate = _compiled(kind)
    if gate.is_valid(data):
        return True
    with undisturbed():
        if gate.is_valid(data):
            raise KeyboardInterrupt
    return False


def misfits(kind: Kind, document: Document) -> tuple[Misfit, ...]:
    """Nothing when the file fits; else what is wrong where, in Dutch, at most one thing a place."""
    if fits(kind, document.data):
        return ()
    from ketenhandboek.kinds.explain import explain

    return explain(kind, document)


@cache
def _compiled(kind: Kind) -> Draft202012Validator:
    from jsonschema_rs import Draft202012Validator

    with undisturbed():
        return Draft202012Validator(
            kind.schema, formats=FORMATS, validate_formats=True, keywords={**KEYWORDS}
        )
