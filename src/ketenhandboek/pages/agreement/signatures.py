"""Who signed an agreement in each municipality, as a table: municipalities by kinds of party."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.local import unsettled
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.pages.markup import Markup
from ketenhandboek.pages.tools import badge, day, lines
from ketenhandboek.rules.shared.parties import party_line
from ketenhandboek.values import Unknown

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.governance import Party
    from ketenhandboek.kinds.region import Municipality

_MANY = 3
_UNBROKEN = "&nbsp;"
"""Keeps a date on one line; a table that gets too wide for it can be scrolled."""


class Row(NamedTuple):
    """One municipality: for each kind of party what was signed, and the tasks that are not settled there."""

    municipality: Municipality
    signed: list[Markup]
    unsettled: list[str]


class Matrix(NamedTuple):
    """The kinds of party that differ by municipality, and a row for each municipality."""

    kinds: list[str]
    rows: list[Row]


def matrix(chain: Chain, agreement: Agreement) -> Matrix | None:
    """None for few municipalities, or where the same partners signed for all: a list says it all."""
    members = chain.areas.sorted(chain.areas.of(agreement.areas))
    kinds = list(dict.fromkeys(_kind(chain, party) for party in agreement.parties))
    if len(members) < _MANY or not any(_differs(chain, kind, members) for kind in kinds):
        return None
    rows = [
        Row(
            municipality,
            [_cell(chain, agreement, kind, municipality) for kind in kinds],
            unsettled(chain, agreement, municipality),
        )
        for municipality in members
    ]
    return Matrix(kinds, rows)


def _kind(chain: Chain, party: Party) -> str:
    partner = chain.records.of(Partner).get(party.partner)
    return partner.kind if partner else party.partner


def _differs(chain: Chain, kind: str, members: list[Municipality]) -> bool:
    here = [chain.binding.in_municipality(kind, municipality.id) for municipality in members]
    return len(set(here)) > 1


def _cell(chain: Chain, agreement: Agreement, kind: str, municipality: Municipality) -> Markup:
    """The signatures of the partners of a kind that work in a municipality, each way of saying it once."""
    partners = chain.binding.in_municipality(kind, municipality.id)
    found = (party_line(partner, agreement, chain) for partner in partners)
    said = dict.fromkeys(_signed(chain, party) for party in found if party)
    return lines(said) if said else Markup("geen partij")


def _signed(chain: Chain, party: Party) -> Markup:
    if party.signed is None:
        return badge("fout", "nog niet")
    if isinstance(party.signed, Unknown):
        return badge("info", "onbekend")
    if party.signed.first > chain.day:
        return badge("let-op", f"pas op {day(party.signed)}")
    return Markup(day(party.signed).replace(" ", _UNBROKEN))
