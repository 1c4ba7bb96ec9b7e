"""The dates ahead: every day from the reference date on, on which something begins, ends or must be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import OVER, UNADOPTED, evaluation_due, last_day_of, later
from ketenhandboek.chain.records import NATIONAL, REGIONAL
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.exception import ExceptionRecord
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.parts import NationalRecord
from ketenhandboek.values import Day, Period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain

_NATIONAL = {NATIONAL: "wat landelijk geldt", REGIONAL: "wat de regio zelf bepaalt"}


@dataclass(frozen=True, slots=True, order=True)
class DateAhead:
    """What happens on a day, and to which record: `Laatste dag van de afspraak`, `Convenant 2024`.

    The day may be known to the month or the year only.
    """

    day: Day
    what: str
    name: str
    kind: str
    id: str

    def comes_by(self, horizon: date) -> bool:
        """Whether it may come up to and including that day."""
        return self.day.first <= horizon


def dates_ahead(chain: Chain) -> tuple[DateAhead, ...]:
    """All in order, also those beyond the horizon; what is overdue is a finding, and not here."""
    found = (*_agreements(chain), *_partners(chain), *_others(chain), *_national(chain))
    return tuple(sorted({item for item in found if item.day.last >= chain.day}))


def _ends(period: Period, of: str) -> Iterator[tuple[Day, str]]:
    """The first and the last day of a period, as far as they are known."""
    if isinstance(period.start, Day):
        yield period.start, f"Eerste dag {of}"
    if isinstance(period.end, Day):
        yield period.end, f"Laatste dag {of}"


def _agreements(chain: Chain) -> Iterator[DateAhead]:
    """Of agreements that are adopted and not over; a draft binds nobody."""
    for agreement in chain.records.of(Agreement).values():
        if agreement.stage in UNADOPTED or chain.lifecycle.states[agreement.id] in OVER:
            continue
        for day, what in (*_of_agreement(agreement), *_evaluation(agreement, chain)):
            yield DateAhead(day, what, agreement.title, "afspraak", agreement.id)
        yield from _mandates(agreement, chain)


def _of_agreement(agreement: Agreement) -> Iterator[tuple[Day, str]]:
    end, _ = last_day_of(agreement)
    yield from _ends(Period(agreement.valid.start, end), "van de afspraak")
    if agreement.pilot is not None and agreement.pilot.decision is None and isinstance(end, Day):
        yield end, "Uiterste dag voor het besluit over de pilot"


def _evaluation(agreement: Agreement, chain: Chain) -> Iterator[tuple[Day, str]]:
    due = evaluation_due(agreement, chain.day) if agreement.id in chain.lifecycle.in_force else None
    end, _ = last_day_of(agreement)
    over_by_then = isinstance(due, Day) and isinstance(end, Day) and end.last < due.first
    if isinstance(due, Day) and not over_by_then:
        yield due, "Uiterste dag voor de evaluatie"


def _mandates(agreement: Agreement, chain: Chain) -> Iterator[DateAhead]:
    for mandate in agreement.mandates:
        power = chain.names.of("bevoegdheid", mandate.power)
        name = f"{power}, aan {chain.names.party(mandate.receiver)}"
        for day, what in _ends(mandate.valid.period, "van het mandaat") if mandate.valid else ():
            yield DateAhead(day, what, name, "mandaat", mandate.id)


def _partners(chain: Chain) -> Iterator[DateAhead]:
    for partner in chain.records.of(Partner).values():
        for day, what in (*_of_partner(partner, chain), *_contact(partner, chain)):
            yield DateAhead(day, what, partner.name, "partner", partner.id)


def _of_partner(partner: Partner, chain: Chain) -> Iterator[tuple[Day, str]]:
    if partner.exists:
        yield from _ends(partner.exists.period, "van de organisatie")
    for area in partner.work_areas:
        yield from _ends(area.period, f"in {chain.names.areas([area.area])}")
    for function in partner.functions:
        if function.exists:
            yield from _ends(function.exists.period, f"van de functie {function.name or function.id}")


def _contact(partner: Partner, chain: Chain) -> Iterator[tuple[Day, str]]:
    period = chain.region.contact_check if chain.region else None
    checked = partner.contact_checked_on
    due = later(checked, period) if checked and period and partner.id in chain.binding.partners else None
    if due:
        yield due, "Uiterste dag om de contactgegevens te controleren"


def _others(chain: Chain) -> Iterator[DateAhead]:
    for meeting in chain.records.of(Meeting).values():
        if meeting.exists:
            for day, what in _ends(meeting.exists.period, "van het overleg"):
                yield DateAhead(day, what, meeting.name, "overleg", meeting.id)
    for exception in chain.records.of(ExceptionRecord).values():
        kind, _, id_ = (exception.record or "").partition("/")
        what = f"Laatste dag van de uitzondering op regel {exception.rule}"
        if exception.end:
            yield DateAhead(exception.end, what, chain.names.of(kind, id_), kind, id_)
    yield from _members(chain)


def _members(chain: Chain) -> Iterator[DateAhead]:
    if chain.region is None:
        return
    members = [(item.id, item.period, chain.region.name) for item in chain.region.municipalities]
    members += [
        (member.municipality, member.period, area.name)
        for area in chain.region.areas
        for member in area.members
    ]
    for id_, period, where in members:
        for day, what in _ends(period, f"in {where}"):
            yield DateAhead(day, what, chain.names.of("gemeente", id_), "gemeente", id_)


def _national(chain: Chain) -> Iterator[DateAhead]:
    for entry in chain.records.entries:
        record = entry.record
        if isinstance(record, NationalRecord) and record.valid:
            for day, what in _ends(record.valid.period, f"van {_NATIONAL[entry.layer]} ({entry.kind.name})"):
                yield DateAhead(day, what, record.name, entry.kind.name, entry.id)
