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
    """Whether the data of a whole file fits the schema of its kind."""
    # Inside a keyword of ours the validator would take an interrupt for a misfit, or lose it.
    with undisturbed():
        return _compiled(kind).is_valid(data)


def misfits(kind: Kind, document: Document) -> tuple[Misfit, ...]:
    """Nothing when the file fits; else what is wrong where, in Dutch, at most one thing a place."""
    if fits(kind, document.data):
        return ()
    from ketenhandboek.kinds.explain import explain

    return explain(kind, document)


@cache
def _compiled(kind: Kind) -> Draft202012Validator:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(kind.schema, formats=FORMATS, validate_formats=True, keywords={**KEYWORDS})
