"""Example cases that go another way by the agreements as they are than as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.words import moment_in_words
from ketenhandboek.changes.edits import edits
from ketenhandboek.changes.values import CaseChanged
from ketenhandboek.story.expecting import expected
from ketenhandboek.story.telling import expectations, steps
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.changes.pair import Pair


def changes(pair: Pair) -> Iterator[CaseChanged]:
    """Every case that both chains know, is the same, and has other steps or results."""
    before = pair.old.cases.played
    for id_, now in pair.new.cases.played.items():
        was = before.get(id_)
        if was is None or _rewritten(pair, id_):
            continue
        old, new = tuple(_lines(was)), tuple(_lines(now))
        if old != new:
            yield CaseChanged(pair.names.named("casus", id_), old, new)


def _rewritten(pair: Pair, id_: str) -> bool:
    """Whether the case itself tells something else now."""
    entries = [chain.records.entry("casus", id_) for chain in (pair.old, pair.new)]
    old, new = (entry.data if entry else None for entry in entries)
    return any(edits(old, new))


def _lines(played: Played) -> Iterator[str]:
    """The story in lines: each step with when, who and how it ends, then what was expected."""
    names = played.chain.names
    for told in steps(played):
        who = names.parties(told.step.partners) or "nog niet bekend wie"
        whom = f" ({told.whom})" if told.whom else ""
        task = lower_first(names.of("taak", told.step.task))
        done = f", klaar uiterlijk {moment_in_words(told.step.end)}" if told.step.end.at else ""
        yield f"{upper_first(told.when)}{whom}: {task}, {who}{done}"
        yield from told.endings
    yield from (hurdle.message for hurdle in played.hurdles)
    for judged in expectations(played) if played.runs else ():
        yield f"{expected(judged.expectation, names)}: {judged.result.value}"
