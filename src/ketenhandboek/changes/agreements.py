"""What changed in an agreement itself: when it holds, who is party, its flows, mandates and ladders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.dates import day, span
from ketenhandboek.changes.values import (
    AgreementAdded,
    AgreementRemoved,
    AgreementWithdrawn,
    Change,
    DeciderChanged,
    FlowChanged,
    GroundChanged,
    MandateChanged,
    PartyChanged,
    PerformersChanged,
    Signed,
    StageChanged,
    ValidityChanged,
)
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.values import Day
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.changes.edits import Edit
    from ketenhandboek.changes.pair import Pair, Touched
    from ketenhandboek.changes.values import Named
    from ketenhandboek.source.document import Data


def presence(pair: Pair, touched: Touched) -> Iterator[Change]:
    """A whole agreement more or less."""
    agreement = pair.names.agreement(touched.entry.id)
    record = touched.entry.record
    if touched.new is None or not isinstance(record, Agreement):
        yield AgreementRemoved(agreement)
        return
    replaces = tuple(map(pair.names.agreement, record.replaces))
    yield AgreementAdded(agreement, record.stage, span(touched.entry.data.get("geldig")), replaces)


def withdrawn(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`ingetrokken_op`."""
    on = day_in_words(Day.parse(str(edit.new))) if edit.new else ""
    yield AgreementWithdrawn(pair.names.agreement(touched.entry.id), on)


def validity(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`geldig`."""
    old, new = edit.old or {}, edit.new or {}
    renewed = old.get("van") == new.get("van") and _later(old.get("tot_en_met"), new.get("tot_en_met"))
    yield ValidityChanged(pair.names.agreement(touched.entry.id), span(old), span(new), renewed)


def stage(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`stand`."""
    yield StageChanged(pair.names.agreement(touched.entry.id), str(edit.old), str(edit.new))


def party(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """An item of `partijen`."""
    yield PartyChanged(
        pair.names.agreement(touched.entry.id),
        pair.names.party((edit.new or edit.old)["partner"]),
        edit.old is None,
    )


def signed(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`getekend` of a party."""
    yield Signed(pair.names.agreement(touched.entry.id), pair.names.party(edit.path[1]), day(edit.new))


def flow(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """An item of `gegevensstromen`."""
    item = edit.new or edit.old
    yield FlowChanged(
        pair.names.agreement(touched.entry.id),
        pair.names.party(item["van"]),
        pair.names.party(item["naar"]),
        tuple(pair.names.named("gegeven", id_) for id_ in item["gegevens"]),
        edit.old is None,
    )


def grounds(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`grondslagen` of a flow."""
    item = _item(touched, "gegevensstromen", edit.path[1])
    old, new = edit.old or [], edit.new or []
    for id_ in (*new, *old):
        if (id_ in old) != (id_ in new):
            yield GroundChanged(
                pair.names.agreement(touched.entry.id),
                pair.names.party(item["van"]),
                pair.names.party(item["naar"]),
                pair.names.named("grondslag", id_),
                id_ in new,
            )


def performers(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`uitvoerders` of a responsibility."""
    old, new = (set(names or ()) for names in (edit.old, edit.new))
    yield PerformersChanged(
        pair.names.agreement(touched.entry.id),
        _task(pair, touched, edit),
        pair.names.parties(old - new),
        pair.names.parties(new - old),
    )


def decider(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """`beslist` of a responsibility."""
    old, new = (pair.names.party(name) if name else None for name in (edit.old, edit.new))
    yield DeciderChanged(pair.names.agreement(touched.entry.id), _task(pair, touched, edit), old, new)


def mandate(pair: Pair, touched: Touched, edit: Edit) -> Iterator[Change]:
    """An item of `mandaten`."""
    item = edit.new or edit.old
    yield MandateChanged(
        pair.names.agreement(touched.entry.id),
        pair.names.named("bevoegdheid", item["bevoegdheid"]),
        pair.names.party(item["van"]),
        pair.names.party(item["aan"]),
        pair.names.areas(item["gebied"]),
        edit.old is None,
    )


def _task(pair: Pair, touched: Touched, edit: Edit) -> Named:
    return pair.names.named("taak", _item(touched, "verantwoordelijkheden", edit.path[1])["taak"])


def _item(touched: Touched, key: str, id_: str) -> Data:
    return next(item for item in touched.entry.data[key] if item.get("id") == id_)


def _later(old: Data, new: Data) -> bool:
    """Whether a validity that ended now ends later, or never."""
    if old in (None, "onbekend") or new == "onbekend":
        return False
    return new is None or Day.parse(str(new)).last > Day.parse(str(old)).last
