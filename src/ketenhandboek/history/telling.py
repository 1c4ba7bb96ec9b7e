"""What one change meant, in the words of `keten diff`, with the records that each sentence is about."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from ketenhandboek.changes.compare import compared, paired
from ketenhandboek.changes.records import Situated, named
from ketenhandboek.changes.renames import found_renames
from ketenhandboek.changes.sentences import said
from ketenhandboek.changes.values import Named
from ketenhandboek.history.values import Said, Told
from ketenhandboek.rules.privacy.patterns import sightings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.changes.pair import Pair
    from ketenhandboek.changes.values import Change
    from ketenhandboek.history.values import Key

WITHHELD = "Deze wijziging staat hier niet in woorden: misschien noemt zij een persoon."
_LINES = "verantwoordelijkheden"


def tell(old: Chain, new: Chain) -> Told:
    """What changed from `old` to `new`, without what the check says about either.

    A sentence in which a person may be named is withheld: what was taken out of the records stays out.
    """
    pair = paired(old, new)
    found = compared(pair, findings_too=False)
    told: dict[str, Said] = {}
    for change in found.changes:
        sentence = _harmless(said(change), WITHHELD)
        before = told[sentence].about if sentence in told else ()
        about = tuple(dict.fromkeys((*before, *_about(pair, change))))
        told[sentence] = Said(str(change.topic), sentence, about)
    records = (named(pair, touched) for touched in pair.touched)
    return Told(
        tuple(told.values()),
        tuple(record._replace(name=_harmless(record.name, record.kind)) for record in records),
        tuple(found_renames(old, new)),
        found.complete and not _unread(old) and not _unread(new),
    )


def _harmless(text: str, otherwise: str) -> str:
    return otherwise if any(sightings(text)) else text


def _unread(chain: Chain) -> bool:
    return bool(chain.records.unreadable or chain.records.misfits)


def _about(pair: Pair, change: Change) -> Iterator[Key]:
    """What a change names, and the agreements that brought about what changed in situations."""
    for item in dataclasses.fields(change):
        yield from _names(getattr(change, item.name))
    if isinstance(change, Situated):
        yield from _settling(pair, change.task.id)


def _names(value: object) -> Iterator[Key]:
    if isinstance(value, Named):
        yield value.kind, value.id.partition("/")[0]
    elif isinstance(value, tuple):
        for part in value:
            yield from _names(part)


def _settling(pair: Pair, task: str) -> Iterator[Key]:
    """The agreements that differ and have a line on a task, now or before."""
    for touched in pair.touched:
        entries = (entry for entry in (touched.new, touched.old) if entry is not None)
        if any(line["taak"] == task for entry in entries for line in entry.data.get(_LINES) or ()):
            yield touched.entry.kind.name, touched.entry.id
