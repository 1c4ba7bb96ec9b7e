"""What changed in who takes part: partners, municipalities and meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.dates import day
from ketenhandboek.changes.values import (
    ChairChanged,
    Change,
    MeetingChanged,
    MeetingEnded,
    MeetingRenamed,
    MemberChanged,
    MemberEnded,
    Named,
    Renamed,
    RhythmChanged,
)
from ketenhandboek.rules.shared.terms import how_often
from ketenhandboek.values import UNKNOWN, Duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.changes.edits import Edit
    from ketenhandboek.changes.pair import Pair, Touched
    from ketenhandboek.source.document import Data


def partner(pair: Pair, touched: Touched) -> Iterator[Change]:
    """A whole partner more or less."""
    since = day((touched.entry.data.get("bestaat") or {}).get("van"))
    yield MemberChanged(_member(pair, touched), touched.new is not None, since)


def meeting(pair: Pair, touched: Touched) -> Iterator[Change]:
    """A whole meeting more or less."""
    yield MeetingChanged(_member(pair, touched), touched.new is not None)


def renamed(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`naam` of a partner."""
    yield Renamed(_member(pair, touched), str(edit.old))


def meeting_renamed(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`naam` of a meeting."""
    yield MeetingRenamed(_member(pair, touched), str(edit.old))


def existence(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`bestaat` of a partner: only its end is news."""
    if _end(edit.old) != _end(edit.new):
        yield MemberEnded(_member(pair, touched), day(_end(edit.new)))


def meeting_existence(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`bestaat` of a meeting."""
    if _end(edit.old) != _end(edit.new):
        yield MeetingEnded(_member(pair, touched), day(_end(edit.new)))


def municipality(_pair: Pair, _touched: Touched, edit: Edit) -> Iterator[Change]:
    """An item of `gemeenten` of the region."""
    item = edit.new or edit.old
    member = Named("gemeente", item["id"], item["naam"])
    yield MemberChanged(member, edit.old is None, day(item.get("sinds")))


def municipality_renamed(pair: Pair, _touched: Touched, edit: Edit) -> Iterator[Change]:
    """`naam` of a municipality."""
    yield Renamed(pair.names.named("gemeente", edit.path[1]), str(edit.old))


def municipality_ended(pair: Pair, _touched: Touched, edit: Edit) -> Iterator[Change]:
    """`tot_en_met` of a municipality."""
    yield MemberEnded(pair.names.named("gemeente", edit.path[1]), day(edit.new))


def chair(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`voorzitter` of a meeting."""
    old, new = (pair.names.party(name) if name else None for name in (edit.old, edit.new))
    yield ChairChanged(_member(pair, touched), old, new)


def rhythm(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`elke` of a meeting."""
    yield RhythmChanged(_member(pair, touched), _pace(edit.old), _pace(edit.new))


def _pace(written: Data) -> str:
    if written == UNKNOWN.value:
        return "met onbekende regelmaat"
    return how_often(Duration.parse(written)) if written else ""


def _end(validity: Data) -> Data:
    return (validity or {}).get("tot_en_met")


def _member(pair: Pair, touched: Touched) -> Named:
    return pair.names.named(touched.entry.kind.name, touched.entry.id)
