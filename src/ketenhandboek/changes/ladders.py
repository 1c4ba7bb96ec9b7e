"""What changed on an escalation route: its levels, who meets there, within which time they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.values import Change, LadderChanged, LevelChanged, Named, StepChanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.changes.edits import Edit
    from ketenhandboek.changes.pair import Pair, Touched
    from ketenhandboek.source.document import Data


def route(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """An item of `escalatieroutes`."""
    yield LadderChanged(
        pair.names.agreement(touched.entry.id), _named(edit.new or edit.old), edit.old is None
    )


def steps(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`treden` of a route: a step is the same one as long as it shares a level."""
    found = next(item for item in touched.entry.data["escalatieroutes"] if item["id"] == edit.path[1])
    agreement, ladder = pair.names.agreement(touched.entry.id), _named(found)
    old, new = edit.old or [], edit.new or []
    was, now = _levels(old), _levels(new)
    for level in (
        *(level for level in was if level not in now),
        *(level for level in now if level not in was),
    ):
        yield LevelChanged(agreement, ladder, pair.names.named("niveau", level), level in now)
    for step in new:
        before = next((item for item in old if set(item["niveaus"]) & set(step["niveaus"])), None)
        if before is not None:
            yield from _step(pair, agreement, ladder, (before, step))


def _step(pair: Pair, agreement: Named, ladder: Named, both: tuple[Data, Data]) -> Iterator[Change]:
    (old, new), names = both, pair.names
    gone = names.parties(set(old["wie"]) - set(new["wie"]))
    come = names.parties(set(new["wie"]) - set(old["wie"]))
    was, now = (str(step.get("reageert_binnen") or "") for step in both)
    if gone or come or was != now:
        levels = tuple(names.named("niveau", level) for level in new["niveaus"])
        yield StepChanged(agreement, ladder, levels, gone, come, was, now)


def _levels(steps: list[Data]) -> list[str]:
    return [level for step in steps for level in step["niveaus"]]


def _named(item: Data) -> Named:
    return Named("escalatieroute", item["id"], item["naam"])
