"""A file that does not fit its schema → what is wrong where, in plain Dutch, with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem
from ketenhandboek.kinds.explain.faults import faults
from ketenhandboek.kinds.explain.sentences import problem_of

if TYPE_CHECKING:
    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.source.document import Document, Path

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Misfit:
    """A problem, and the keys and indexes that lead to the value that has it."""

    path: Path
    problem: Problem


def explain(kind: Kind, document: Document) -> tuple[Misfit, ...]:
    """The misfits of a file in reading order; past the fiftieth, one that counts the others.

    Those that belong to no item have the path of the collection, or of the file when it is one record.
    """
    first, complete = faults(kind, document.data)
    found = [Misfit(fault.path, problem_of(fault, document)) for fault in first]
    whole: Path = (kind.collection,) if kind.collection else ()
    if not found:
        return (Misfit(whole, Problem(document.place.span, _UNEXPLAINED)),)
    found.sort(key=lambda misfit: misfit.problem.span)
    shown, others = found[:MOST_SHOWN], found[MOST_SHOWN:]
    if others:
        shown.append(Misfit(whole, Problem(others[0].problem.span, _more(len(others), complete))))
    return tuple(shown)


def _more(others: int, complete: bool) -> str:
    number = str(others) if complete else f"minstens {others}"
    return f"Vanaf hier staan nog {number} fouten in dit bestand. Los eerst de fouten hierboven op."


_UNEXPLAINED = (
    "Dit bestand past niet bij zijn JSON Schema, maar het programma kan niet zeggen waar. "
    "Meld dit aan de makers, met dit bestand erbij."
)
