"""Changes record by record: which part of a record means what; what nobody knows is told as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.coverage import ONE_PARTY
from ketenhandboek.changes import agreements, ladders, members, words
from ketenhandboek.changes.values import (
    AccountableChanged,
    Change,
    CoverageChanged,
    DeadlineChanged,
    FollowUpChanged,
    Named,
    RecordChanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from ketenhandboek.changes.edits import Edit, Path
    from ketenhandboek.changes.pair import Pair, Touched

    Presence = Callable[[Pair, Touched], Iterator[Change]]
    Teller = Callable[[Pair, Touched, Edit], Iterator[Change]]
    Told = Mapping[str, Collection[str]]

_ANY = "*"
_LINES = "verantwoordelijkheden"
_PERFORMERS = "uitvoerders"
_WHOLE = ""
_SITUATED = (_WHOLE, "eindverantwoordelijk", "termijn", "daarna", "geldt_voor")
Situated = AccountableChanged | CoverageChanged | DeadlineChanged | FollowUpChanged


def _silent(_pair: Pair, _touched: Touched, _edit: Edit) -> Iterator[Change]:
    yield from ()


_PRESENCE: dict[str, Presence] = {
    "afspraak": agreements.presence,
    "partner": members.partner,
    "overleg": members.meeting,
    "begrip": words.presence,
    "uitzondering": words.exception,
}
_TELLERS: dict[tuple[str, Path], Teller] = {
    ("afspraak", ("geldig",)): agreements.validity,
    ("afspraak", ("ingetrokken_op",)): agreements.withdrawn,
    ("afspraak", ("stand",)): agreements.stage,
    ("afspraak", ("partijen", _ANY)): agreements.party,
    ("afspraak", ("partijen", _ANY, "getekend")): agreements.signed,
    ("afspraak", ("gegevensstromen", _ANY)): agreements.flow,
    ("afspraak", ("gegevensstromen", _ANY, "grondslagen")): agreements.grounds,
    ("afspraak", ("mandaten", _ANY)): agreements.mandate,
    ("afspraak", (_LINES, _ANY, _PERFORMERS)): agreements.performers,
    ("afspraak", (_LINES, _ANY, "beslist")): agreements.decider,
    ("afspraak", ("escalatieroutes", _ANY)): ladders.route,
    ("afspraak", ("escalatieroutes", _ANY, "treden")): ladders.steps,
    ("partner", ("naam",)): members.renamed,
    ("partner", ("voorheen",)): _silent,
    ("partner", ("voorheen", _ANY)): _silent,
    ("partner", ("bestaat",)): members.existence,
    ("overleg", ("naam",)): members.meeting_renamed,
    ("overleg", ("bestaat",)): members.meeting_existence,
    ("overleg", ("voorzitter",)): members.chair,
    ("overleg", ("elke",)): members.rhythm,
    ("regio", ("gemeenten", _ANY)): members.municipality,
    ("regio", ("gemeenten", _ANY, "naam")): members.municipality_renamed,
    ("regio", ("gemeenten", _ANY, "tot_en_met")): members.municipality_ended,
    ("begrip", ("betekenis",)): words.meaning,
    ("uitzondering", ("tot_en_met",)): words.until,
}


def changes(pair: Pair, situated: Sequence[Situated]) -> Iterator[Change]:
    """What every record that differs says; of lines only what the situations do not say already."""
    told = _told(pair, situated)
    for touched in pair.touched:
        if touched.edits:
            yield from _edited(pair, touched, told)
        else:
            presence = _PRESENCE.get(touched.entry.kind.name, _presence)
            yield from presence(pair, touched)


def _told(pair: Pair, situated: Sequence[Situated]) -> Told:
    """Tasks of which the situations say what a key of a line does; who carries out only where all can."""
    shared = {task.id for task in pair.tasks if task.division != ONE_PARTY}
    holders = {
        change.task.id for change in situated if isinstance(change, AccountableChanged | CoverageChanged)
    }
    told = frozenset(change.task.id for change in situated)
    return {**dict.fromkeys(_SITUATED, told), _PERFORMERS: holders & shared}


def _edited(pair: Pair, touched: Touched, told: Told) -> Iterator[Change]:
    rest: list[str] = []
    for edit in touched.edits:
        teller = _teller(touched.entry.kind.name, edit.path)
        if _told_by_situations(touched, edit, told):
            continue
        if teller is not None:
            yield from teller(pair, touched, edit)
        else:
            rest.append(" › ".join(step.replace("_", " ") for step in edit.path))
    if rest:
        yield RecordChanged(named(pair, touched), tuple(rest))


def _teller(kind: str, path: Path) -> Teller | None:
    for (of, pattern), teller in _TELLERS.items():
        if of == kind and len(pattern) == len(path) and all(map(_fits, pattern, path)):
            return teller
    return None


def _fits(wanted: str, step: str) -> bool:
    return wanted in (_ANY, step)


def _told_by_situations(touched: Touched, edit: Edit, told: Told) -> bool:
    """Whether a line differs only in what situations say, and they say something about its task."""
    if len(edit.path) < 2 or edit.path[0] != _LINES:
        return False
    tasks = told.get(edit.path[2] if len(edit.path) > 2 else _WHOLE, ())
    entries = (entry for entry in (touched.new, touched.old) if entry is not None)
    lines = (line for entry in entries for line in entry.data.get(_LINES, ()) if line["id"] == edit.path[1])
    return any(line["taak"] in tasks for line in lines)


def _presence(pair: Pair, touched: Touched) -> Iterator[Change]:
    yield RecordChanged(named(pair, touched), added=touched.new is not None)


def named(pair: Pair, touched: Touched) -> Named:
    """A record that differs, by the name that readers know."""
    kind = touched.entry.kind.name
    if kind == "afspraak":
        return pair.names.agreement(touched.entry.id)
    return pair.names.named(kind, touched.entry.id)
