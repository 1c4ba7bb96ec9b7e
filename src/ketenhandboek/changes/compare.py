"""Compare two chains: everything that changed in meaning, by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes import accountable, cases, deadlines, findings, records, routes, signing
from ketenhandboek.changes.pair import Pair
from ketenhandboek.changes.renames import retold
from ketenhandboek.changes.values import Change, Comparison, Topic

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain


def compare(old: Chain, new: Chain) -> Comparison:
    """What changed from `old` to `new`, both judged on the day and up to the horizon of `new`."""
    return compared(paired(old, new))


def paired(old: Chain, new: Chain) -> Pair:
    """Both chains side by side, the old one with the ids that its records have now."""
    return Pair(retold(old, new), new)


def compared(pair: Pair, *, findings_too: bool = True) -> Comparison:
    """As `compare`, for chains that stand side by side already; if asked without what the check says."""
    situated: list[records.Situated] = (
        [*accountable.changes(pair), *deadlines.changes(pair), *routes.changes(pair)] if pair.whole else []
    )
    found: list[Change] = [
        *situated,
        *records.changes(pair, situated),
        *signing.changes(pair),
        *(cases.changes(pair) if pair.whole else ()),
        *(findings.changes(pair) if findings_too else ()),
    ]
    return Comparison(tuple(sorted(found, key=_importance)), pair.new.day, pair.whole)


def _importance(change: Change) -> int:
    return list(Topic).index(change.topic)
