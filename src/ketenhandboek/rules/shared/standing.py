"""Which records a rule judges, and on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import OVER
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.values import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.index import Used


def standing(chain: Chain) -> tuple[tuple[Agreement, Chain], ...]:
    """Every agreement that is in force, still to come or being drafted, with the chain to judge it by.

    What starts later is judged as the chain is on its first day.
    """
    return chain.once(_standing)


def _standing(chain: Chain) -> tuple[tuple[Agreement, Chain], ...]:
    return tuple(_not_over(chain))


def _not_over(chain: Chain) -> Iterator[tuple[Agreement, Chain]]:
    agreements = chain.records.of(Agreement)
    for id_, state in chain.lifecycle.states.items():
        if state in OVER:
            continue
        start = agreements[id_].valid.start
        day = max(chain.day, start.first) if isinstance(start, Day) else chain.day
        yield agreements[id_], chain.at(day)


def living(used: Used, chain: Chain) -> bool:
    """Whether the record that uses a name holds on the day; a record without dates always does."""
    kind, id_ = used.entry.kind.name, used.entry.id
    if kind == "afspraak":
        return id_ in chain.lifecycle.in_force
    return kind != "uitzondering" and chain.exists(getattr(used.entry.record, "exists", None))
