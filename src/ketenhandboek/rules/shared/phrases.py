"""Wording that several rules share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.values import Ref
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Collection

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Problem
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.parts import NationalRecord

ASK_A_LAWYER = "Laat dit toetsen door een jurist."


def as_sure_as(problem: Problem, *rests_on: NationalRecord) -> Problem:
    """The problem; at most a warning when a norm, ground or power that it rests on must still be verified."""
    if not any(record.to_be_verified for record in rests_on):
        return problem
    severity = Severity.ADVIES if problem.severity is Severity.ADVIES else Severity.WAARSCHUWING
    return replace(problem, severity=severity, message=f"{problem.message} {ASK_A_LAWYER}")


def in_places(chain: Chain, municipalities: Collection[str]) -> str:
    """`in Berkenrade en Elsbroek`, or `in alle gemeenten` where that is shorter."""
    named = chain.areas.sorted(municipalities)
    if len(named) > 2 and len(named) == len(chain.areas.municipalities):
        return "in alle gemeenten"
    return f"in {listed(municipality.name for municipality in named)}"


def but_only_in(chain: Chain, found: Collection[str], everywhere: Collection[str]) -> str:
    """` in Elsbroek`, or nothing when it is so everywhere."""
    return "" if len(found) == len(everywhere) else f" {in_places(chain, found)}"


def keeper(chain: Chain, agreement: Agreement) -> str:
    """Whom to ask about an agreement, or nothing when it names nobody who is still there."""
    found = agreement.stewardship.keeper if agreement.stewardship else None
    return chain.names.party(found) if isinstance(found, Ref) and _still_there(chain, found) else ""


def _still_there(chain: Chain, who: Ref) -> bool:
    body = chain.records.of(Meeting).get(who.name) or chain.records.of(Partner).get(who.name)
    return body is None or chain.exists(body.exists)
