"""An agreement is in force only when the parties that it needs have signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.signatures import signatories
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import UNKNOWN, Truth, Unknown
from ketenhandboek.wording import day_in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.governance import Party

_MUST_SIGN = ("uitvoerend", "opdrachtgever", "financier")


class AFS005(Rule):
    """A line for a kind stands for all its partners, except for those that have a line of their own.

    A partner that signs through another, or is part of it, is bound by that signature.
    """

    severity = Severity.FOUT
    statement = "Een afspraak geldt pas als alle partijen die haar uitvoeren of betalen, hebben getekend."
    why = (
        "Een partij die niet heeft getekend, is niet gebonden. "
        "Toch rekenen de anderen op haar, en dat blijkt pas als het misgaat."
    )
    remedy = (
        "Schrijf bij de partij op welke dag zij tekende ('getekend') en wie dat deed ('functie'). "
        "Is er nog niet getekend? Geef de afspraak de stand 'ter-consultatie'."
    )
    good = (
        Example.of(
            "Alle partijen tekenden; het lokale team is gebonden door de gemeente",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: gemeente
                    rol: financier
                    getekend: 2024-12-10
                    functie: wethouder
                  - partner: lokaal-team
                    rol: uitvoerend
                  - partner: politie
                    rol: toehoorder
                """,
            ),
        ),
    )
    bad = (
        Example.of(
            "De opvang voert uit, maar tekende niet",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: vrouwenopvang # hier
                    rol: uitvoerend
                """,
            ),
        ),
        Example.of(
            "De gemeenten tekenden samen, maar voor Elsbroek staat er een eigen regel zonder handtekening",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: gemeente
                    rol: opdrachtgever
                    getekend: 2024-12-10
                    functie: wethouder
                  - partner: gemeente-elsbroek # hier
                    rol: opdrachtgever
                """,
            ),
        ),
        Example.of(
            "De handtekening komt pas volgende maand, en niemand weet van wie",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: vrouwenopvang
                    rol: uitvoerend
                    getekend: 2026-04-01 # hier
                  - partner: forensische-zorg # hier
                    rol: uitvoerend
                    getekend: 2024-12-10
                """,
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look at the parties of every agreement that is in force by its dates."""
        for agreement in chain.lifecycle.in_force.values():
            if chain.lifecycle.states[agreement.id] is State.IN_FORCE:
                for party in agreement.parties:
                    if party.role in _MUST_SIGN:
                        yield from _judge(party, agreement, chain)


def _judge(party: Party, agreement: Agreement, chain: Chain) -> Iterator[Problem | Question]:
    signed = _signed(party, chain.day)
    if signed is Truth.YES:
        yield from _by_whom(party, agreement, chain)
    elif signed is Truth.UNSURE:
        question = f"Op welke dag tekende {chain.names.party(party.partner)} '{agreement.title}'?"
        yield Question(party.place.at("getekend").span, question, keeper(chain, agreement))
    else:
        unbound = _unbound(party, agreement, chain)
        if unbound:
            yield _not_signed(party, unbound)


def _signed(party: Party, day: date) -> Truth:
    if party.signed is None:
        return Truth.NO
    if isinstance(party.signed, Unknown) or party.signed.first <= day < party.signed.last:
        return Truth.UNSURE
    return Truth.YES if party.signed.last <= day else Truth.NO


def _by_whom(party: Party, agreement: Agreement, chain: Chain) -> Iterator[Problem | Question]:
    if party.function is None:
        name = chain.names.party(party.partner)
        message = f"Bij {name} staat niet wie tekende. Vul 'functie' in, bijvoorbeeld 'directeur'."
        yield Problem(party.place.at("partner").span, message)
    elif party.function == UNKNOWN.value:
        question = f"Welke functie tekende '{agreement.title}' namens {chain.names.party(party.partner)}?"
        yield Question(party.place.at("functie").span, question, keeper(chain, agreement))


def _unbound(party: Party, agreement: Agreement, chain: Chain) -> list[str]:
    """The names of those for whom an unsigned line stands and whom no other signature binds."""
    own = {other.partner for other in agreement.parties}
    here = chain.areas.of(agreement.areas)
    return [
        partner.name
        for partner in chain.binding.meant(party.partner)
        if partner.id == party.partner
        or (partner.id not in own and here & chain.binding.municipalities(partner.id))
        if not _bound(partner, agreement, chain)
    ]


def _bound(partner: Partner, agreement: Agreement, chain: Chain) -> bool:
    """Whether the partner has signed, or one that it signs through or is part of."""
    partners = chain.records.of(Partner)
    return any(_has_signed(partners[id_], agreement, chain) for id_ in signatories(chain, partner.id))


def _has_signed(partner: Partner, agreement: Agreement, chain: Chain) -> bool:
    lines = [party for party in agreement.parties if party.partner == partner.id]
    lines = lines or [party for party in agreement.parties if party.partner == partner.kind]
    return any(_signed(party, chain.day) is Truth.YES for party in lines)


def _not_signed(party: Party, names: list[str]) -> Problem:
    who = listed(names)
    have = "heeft" if len(names) == 1 else "hebben"
    mend = "Vul 'getekend' en 'functie' in, of geef de afspraak de stand 'ter-consultatie'."
    if party.signed is not None and not isinstance(party.signed, Unknown):
        message = f"{who} {have} nog niet getekend: dat is pas op {day_in_words(party.signed)}. {mend}"
        return Problem(party.place.at("getekend").span, message)
    message = f"Deze afspraak geldt al, maar {who} {have} niet getekend. {mend}"
    return Problem(party.place.at("partner").span, message)
