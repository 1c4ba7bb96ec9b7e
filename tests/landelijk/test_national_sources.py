"""What rests on law says where it stands, when somebody looked, and whether a lawyer must confirm it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.load import national
from ketenhandboek.kinds.ground import Ground
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.kinds.parts import NationalRecord
from ketenhandboek.kinds.power import Power
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.records import Entry, Records

VERIFIED, TO_VERIFY = "geverifieerd", "te-toetsen"
STATUTE_COPIES = "2015"


def records(layer: Records) -> Iterator[tuple[Entry, NationalRecord]]:
    for entry in layer.entries:
        assert isinstance(entry.record, NationalRecord)
        yield entry, entry.record


@pytest.mark.parametrize("kind", [Ground, Norm, Power])
def test_every_legal_record_has_a_source_and_a_verdict(layer: Records, kind: type[NationalRecord]) -> None:
    without = [
        record.id
        for record in layer.of(kind).values()
        if record.citation is None or record.verification not in (VERIFIED, TO_VERIFY)
    ]

    assert without == []


def test_a_task_reserved_by_law_has_a_source_and_a_verdict(layer: Records) -> None:
    reserved = [task for task in layer.of(Task).values() if task.reserved_for]

    assert len(reserved) > 5
    assert [task.id for task in reserved if task.citation is None or task.verification is None] == []


def test_a_verdict_and_a_start_date_come_with_a_source(layer: Records) -> None:
    without = [
        entry.key
        for entry, record in records(layer)
        if (record.verification or (record.valid and record.valid.start)) and record.citation is None
    ]

    assert without == []


def test_what_a_lawyer_must_confirm_was_seen_in_the_statute_copies(layer: Records) -> None:
    seen = {str(record.checked_on) for _, record in records(layer) if record.verification == TO_VERIFY}

    assert seen == {STATUTE_COPIES}


def test_a_verified_record_without_a_date_says_so(layer: Records) -> None:
    undated = [
        (entry.key, record.remark or "")
        for entry, record in records(layer)
        if record.verification == VERIFIED and record.checked_on is None
    ]

    assert [key for key, remark in undated if "datum" not in remark] == []


def test_nothing_rests_on_memory() -> None:
    marked = [file for file, text in national().texts if "[R" in text or "[V" in text]

    assert len(national().texts) > 10
    assert marked == []
