"""Terms: one word, one meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.term import Term
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.claims import Claim, claimed_twice
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import OwnTerm
    from ketenhandboek.kinds.term import MeaningFor

_TWO_TERMS = "'{}' hoort al bij het begrip '{}'. Kies bij welk begrip dit woord hoort."


class BEG002(Rule):
    """Spaces, capitals and the full stop at the end make no difference between two meanings."""

    severity = Severity.FOUT
    statement = "Een begrip betekent overal hetzelfde, tenzij de begrippenlijst zegt voor wie het anders is."
    why = (
        "Twee organisaties gebruiken hetzelfde woord en bedoelen iets anders. "
        "Zij denken dat zij het eens zijn, tot het in een gezin misgaat."
    )
    remedy = (
        "Gebruik de betekenis van de regio. "
        "Of zet bij het begrip onder 'betekenis_bij' welke organisatie het anders bedoelt."
    )
    needs = ("begrip", "partner")
    good = (
        Example.of(
            "De begrippenlijst zegt dat het woord bij de politie iets anders betekent",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag veilig zijn.
                    betekenis_bij:
                      - partner: politie
                        betekenis: De politie rijdt met zwaailicht.
                """,
            afspraken__noodhulp=brief_agreement(
                "Noodhulp",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: politie-tweebeken
                    rol: toehoorder
                begrippen:
                  - begrip: spoed
                    betekenis: De politie rijdt met zwaailicht
                """,
            ),
        ),
    )
    bad = (
        Example.of(
            "De afspraak geeft het woord een andere betekenis dan de regio",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag veilig zijn.
                """,
            afspraken__noodhulp=brief_agreement(
                "Noodhulp",
                """
                geldig:
                  van: 2025-01-01
                begrippen:
                  - begrip: spoed
                    betekenis: Iemand moet deze week veilig zijn. # hier
                """,
            ),
        ),
        Example.of(
            "De andere betekenis is van een organisatie die hier geen partij is",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag veilig zijn.
                    betekenis_bij:
                      - partner: politie
                        betekenis: De politie rijdt met zwaailicht.
                """,
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: vrouwenopvang
                    rol: toehoorder
                begrippen:
                  - begrip: spoed
                    betekenis: De politie rijdt met zwaailicht. # hier
                """,
            ),
        ),
        Example.of(
            "Eén woord is een ander woord voor twee begrippen",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag veilig zijn.
                    synoniemen:
                      - crisis
                  - id: acuut-gevaar
                    naam: acuut gevaar
                    betekenis: Iemand moet nu veilig zijn.
                    synoniemen:
                      - Crisis # hier
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look at the meanings that agreements give, then at words that belong to two terms."""
        without: dict[str, tuple[Agreement, OwnTerm]] = {}
        for agreement, _ in standing(chain):
            for own in agreement.terms:
                term = chain.records.of(Term).get(own.term)
                if term is not None and term.meaning != UNKNOWN.value:
                    yield from _against_region(agreement, own, term, chain)
                else:
                    first = without.setdefault(own.term, (agreement, own))
                    yield from _against_other(agreement, own, *first)
        yield from claimed_twice(_other_words(chain), _TWO_TERMS, _names(chain))


def _against_region(
    agreement: Agreement, own: OwnTerm, term: Term, chain: Chain
) -> Iterator[Problem | Question]:
    place = own.place.at("betekenis")
    if own.meaning == UNKNOWN.value:
        question = f"Wat betekent '{term.name}' in '{agreement.title}'?"
        yield Question(place.span, question, keeper(chain, agreement))
        return
    others = [other for other in term.meanings_for if _is_party(other, agreement, chain)]
    if any(_same(own.meaning, meaning) for meaning in (term.meaning, *(other.meaning for other in others))):
        return
    message = (
        f"In '{agreement.title}' betekent '{term.name}' iets anders dan in de begrippenlijst. Gebruik die "
        "betekenis, of zet deze daar onder 'betekenis_bij' bij de organisatie die het woord zo bedoelt."
    )
    related = [Related(term.place.at("betekenis").span, f"de betekenis van '{term.name}' voor de regio")]
    related += [
        Related(other.place.at("betekenis").span, f"de betekenis bij {chain.names.party(other.partner)}")
        for other in others
    ]
    yield Problem(place.span, message, tuple(related))


def _against_other(
    agreement: Agreement, own: OwnTerm, first: Agreement, earlier: OwnTerm
) -> Iterator[Problem]:
    """Two agreements on a word that the region gives no meaning."""
    if UNKNOWN.value in (own.meaning, earlier.meaning) or _same(own.meaning, earlier.meaning):
        return
    message = (
        f"In '{agreement.title}' betekent '{own.term}' iets anders dan in '{first.title}'. "
        "Spreek één betekenis af en zet die in de begrippenlijst."
    )
    related = Related(earlier.place.at("betekenis").span, f"de betekenis in '{first.title}'")
    yield Problem(own.place.at("betekenis").span, message, (related,))


def _is_party(other: MeaningFor, agreement: Agreement, chain: Chain) -> bool:
    """Whether the one with the other meaning is a party, by name or through its kind."""
    partners = chain.records.of(Partner)
    parties = {party.partner for party in agreement.parties}
    kinds = {partners[name].kind for name in parties if name in partners}
    kind = partners[other.partner].kind if other.partner in partners else ""
    return other.partner in parties | kinds or kind in parties


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(meaning: str) -> str:
    return re.sub(r"\s+", " ", meaning).strip(" .;:!").casefold()


def _names(chain: Chain) -> Iterator[Claim]:
    for term in chain.records.of(Term).values():
        yield Claim(term.name, term.id, term.name, term.place.at("naam"))


def _other_words(chain: Chain) -> Iterator[Claim]:
    for term in chain.records.of(Term).values():
        for key, words in (("synoniemen", term.synonyms), ("ontraden", term.discouraged)):
            for position, word in enumerate(words):
                yield Claim(word, term.id, term.name, term.place.at(key, position))
