"""MAN004: a mandate is not older than who gives and receives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.mandates import MANDATE, example_decision
from ketenhandboek.values import Day, Unknown
from ketenhandboek.wording import day_in_words, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.lines import Mandate
    from ketenhandboek.kinds.parts import Validity
    from ketenhandboek.source.document import Place
    from ketenhandboek.values import Ref


class MAN004(Rule):
    """A mandate is as old as the people in it, at most. Who has ended since is the business of AFS008."""

    severity = Severity.FOUT
    statement = "Wie een mandaat geeft en wie het krijgt, bestaat op de dag waarop het mandaat begint."
    why = (
        "Na een fusie of een nieuwe indeling blijven oude mandaten liggen. "
        "Een burgemeester van een gemeente die nog niet bestond, kon geen mandaat geven."
    )
    remedy = "Laat de nieuwe burgemeester een nieuw mandaat geven, en zet de goede begindatum erbij."
    needs = ("afspraak", "partner")
    good = (
        Example.of(
            "De gemeente bestond al toen zij het mandaat gaf",
            afspraken__mandaat_elsbroek=example_decision(MANDATE),
        ),
    )
    bad = (
        Example.of(
            "Het mandaat is ouder dan de gemeente die het geeft",
            partners="""
                partners:
                  - id: gemeente-elsbroek
                    naam: Gemeente Elsbroek
                    soort: gemeente
                    werkgebied:
                      - gebied: elsbroek
                        sinds: 2015-01-01
                    bestaat:
                      van: 2015-01-01
                    bereikbaar:
                      - tijden:
                          - altijd
                        via: de piketdienst van de gemeente
                    contact_gecontroleerd_op: 2026-01-15
            """,
            afspraken__mandaat_elsbroek=example_decision(
                MANDATE.replace(
                    "gemeente-elsbroek/burgemeester", "gemeente-elsbroek/burgemeester # hier"
                ).replace("van: 2025-01-01", "van: 2014-06-01")
            ),
        ),
        Example.of(
            "De politie bestaat al langer, maar deze functie is jonger dan het mandaat",
            partners="""
                partners:
                  - id: politie-tweebeken
                    naam: Politie Tweebeken
                    soort: politie
                    werkgebied:
                      - gebied: district-tweebeken
                        sinds: 2015-01-01
                    functies:
                      - id: hulpofficier
                        bestaat:
                          van: 2025-02-01
                    bereikbaar:
                      - tijden:
                          - altijd
                        via: de meldkamer
                    contact_gecontroleerd_op: 2026-01-15
            """,
            afspraken__mandaat_elsbroek=example_decision(
                MANDATE.replace("aan: politie/hulpofficier", "aan: politie-tweebeken/hulpofficier # hier")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """The giver and the receiver of each mandate, with their functions."""
        for agreement, then in standing(chain):
            for mandate in agreement.mandates:
                for key, who in (("van", mandate.giver), ("aan", mandate.receiver)):
                    for name, exists in _lives(then, who):
                        yield from _born(then, mandate, mandate.place.at(key), name, exists)


def _lives(chain: Chain, who: Ref) -> Iterator[tuple[str, Validity]]:
    """The name and dates of a partner and of its function, as far as they have any."""
    partner = chain.records.of(Partner).get(who.name)
    if partner is not None and partner.exists is not None:
        yield partner.name, partner.exists
    function = chain.functions.get(who.name, who.function) if who.function else None
    if function is not None and function.exists is not None:
        yield f"de functie {chain.names.party(who)}", function.exists


def _born(
    chain: Chain, mandate: Mandate, place: Place, name: str, exists: Validity
) -> Iterator[Problem | Question]:
    given = mandate.valid.start if mandate.valid else None
    born = exists.start
    if isinstance(born, Unknown) or isinstance(given, Unknown):
        yield Question(place.span, f"Bestond {name} al toen dit mandaat begon?")
    elif born is not None:
        first = given if given is not None else Day(chain.day, chain.day)
        if first.last < born.first:
            message = (
                f"{upper_first(name)} bestaat pas sinds {day_in_words(born)}, maar dit mandaat begint al "
                f"{_since(first)}. Laat een nieuw mandaat geven, met een begindatum vanaf dan."
            )
            related = Related(exists.place.at("van").span, "hier staat sinds wanneer")
            yield Problem(place.span, message, (related,))
        elif first.first < born.last:
            yield Question(place.span, f"Bestond {name} al op de dag waarop dit mandaat begon?")


def _since(day: Day) -> str:
    return f"{'op' if day.exact else 'in'} {day_in_words(day)}"
