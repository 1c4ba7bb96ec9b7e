"""Names: every id, code and name means one thing."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ketenhandboek.chain.records import NATIONAL
from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.term import Term
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.claims import Claim, claimed_twice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.records import Entry
    from ketenhandboek.kinds.build import Record
    from ketenhandboek.kinds.region import Municipality
    from ketenhandboek.source.document import Place

SHARED = (("soort", "overleg", "partner"), ("gemeente", "gebied"))
"""Kinds of name that stand in the same places; the kind that must give way comes last."""
_SAME_CODE = "De code {} hoort al bij {}. Elke gemeente heeft een eigen code."
_SAME_NAME = "De naam '{}' hoort al bij {}. Kies een andere naam, of voeg de twee samen."
CALLED = {
    "soort": "een soort partner",
    "overleg": "een overleg",
    "partner": "een partner",
    "gemeente": "een gemeente",
    "gebied": "een gebied",
}


class BAS004(Rule):
    """Ids within their kind, ids that stand in the same places, codes, and names that readers see."""

    severity = Severity.FOUT
    statement = "Elke id, gemeentecode en naam hoort bij één ding."
    why = (
        "Staat dezelfde naam bij twee organisaties? Dan weet een lezer niet wie hij moet bellen. "
        "Een verwijzing naar een dubbele id komt bij de verkeerde uit."
    )
    remedy = "Geef één van de twee een andere id of naam. Is het dezelfde? Voeg de twee samen."
    good = (
        Example.of(
            "Twee teams met een eigen naam",
            partners="""
                partners:
                  - id: jeugdteam-berkenrade
                    naam: Jeugdteam Berkenrade
                    soort: toegang
                    werkgebied:
                      - gebied: berkenrade
                    ook_bekend_als:
                      - Jeugdteam
                """,
        ),
    )
    bad = (
        Example.of(
            "Twee keer dezelfde id",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag nog veilig zijn.
                  - id: spoed # hier
                    naam: haast
                    betekenis: Het kan niet wachten tot maandag.
                """,
        ),
        Example.of(
            "De andere naam van het ene team is de naam van het andere team",
            partners="""
                partners:
                  - id: jeugdteam-berkenrade
                    naam: Jeugdteam Berkenrade
                    soort: toegang
                    werkgebied:
                      - gebied: berkenrade
                    ook_bekend_als:
                      - gezinsteam elsbroek # hier
                """,
        ),
        Example.of(
            "De id van een partner is ook de id van een soort partner",
            partners="""
                partners:
                  - id: politie # hier
                    naam: Politie Tweebeken, team Oost
                    soort: politie
                    werkgebied:
                      - gebied: elsbroek
                    bereikbaar:
                      - tijden:
                          - altijd
                        via: de meldkamer
                    contact_gecontroleerd_op: 2026-01-15
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look for every kind of name that two things share."""
        yield from _same_id(chain)
        yield from _shared_id(chain)
        yield from claimed_twice(_codes(chain), _SAME_CODE)
        yield from claimed_twice(_municipalities(chain), _SAME_NAME)
        yield from claimed_twice(_partners(chain), _SAME_NAME)
        yield from claimed_twice(_terms(chain), _SAME_NAME)


def _same_id(chain: Chain) -> Iterator[Problem]:
    pairs = [
        (first.entry, second.declaration.place, first.declaration.place, second.declaration.id)
        for first, second in chain.index.clashes
    ]
    pairs += [
        (first, second.place.at("id"), first.place.at("id"), second.id)
        for first, second in chain.records.repeated
    ]
    for holder, place, first, id_ in pairs:
        yield Problem(place.span, _id_message(holder, id_), (_first(first, id_),))


def _id_message(holder: Entry, id_: str) -> str:
    if holder.layer == NATIONAL:
        return (
            f"De id '{id_}' bestaat al in de landelijke gegevens. Kies een andere id. "
            "Wilt u die vervangen? Schrijf 'vervangt_landelijk: ja' met een reden."
        )
    return f"De id '{id_}' staat er al. Kies een andere id, of voeg de twee samen."


def _first(place: Place, id_: str) -> Related:
    return Related(place.span, f"hier staat '{id_}' voor het eerst")


def _shared_id(chain: Chain) -> Iterator[Problem]:
    for kinds in SHARED:
        for kept, other in combinations(kinds, 2):
            declared, others = chain.index.declared.get(kept, {}), chain.index.declared.get(other, {})
            for id_ in declared.keys() & others.keys():
                message = f"'{id_}' is al de id van {CALLED[kept]}. Kies een andere id."
                place = others[id_].declaration.place
                yield Problem(place.span, message, (_first(declared[id_].declaration.place, id_),))


def _codes(chain: Chain) -> Iterator[Claim]:
    for item in chain.region.municipalities if chain.region else ():
        yield Claim(item.code, item.id, item.name, item.place.at("code"))


def _municipalities(chain: Chain) -> Iterator[Claim]:
    for item in chain.areas.municipalities.values():
        yield from _names(item, item.name, item.also_known_as)


def _partners(chain: Chain) -> Iterator[Claim]:
    for partner in chain.binding.partners.values():
        yield from _names(partner, partner.name, partner.also_known_as)


def _terms(chain: Chain) -> Iterator[Claim]:
    for term in chain.records.of(Term).values():
        yield from _names(term, term.name, ())


def _names(item: Municipality | Record, name: str, others: tuple[str, ...]) -> Iterator[Claim]:
    yield Claim(name, item.id, name, item.place.at("naam"))
    for position, other in enumerate(others):
        yield Claim(other, item.id, name, item.place.at("ook_bekend_als", position))
