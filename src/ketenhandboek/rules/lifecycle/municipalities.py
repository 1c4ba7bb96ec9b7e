"""AFS006 and AFS009: every municipality works out what it must, and falls under what is compulsory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.families import MUNICIPALITY
from ketenhandboek.chain.local import local_agreements
from ketenhandboek.chain.situations import EVERY_THEME
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.parties import party_line
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import Day
from ketenhandboek.wording import day_in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.governance import Party
    from ketenhandboek.kinds.region import Municipality

_MODEL = brief_agreement(
    "Nachtopvang in de regio",
    """
    geldig:
      van: 2025-01-01
    vraagt_lokale_uitwerking: ja
    """,
)
_MARKED = _MODEL.replace("uitwerking: ja", "uitwerking: ja # hier")
_HERE = brief_agreement(
    "Nachtopvang in Berkenrade",
    """
    geldig:
      van: 2025-01-01
    werkt_uit:
      - nachtopvang
    """,
).replace("  - regio\n", "  - berkenrade\n")
_THERE = _HERE.replace("Berkenrade", "Elsbroek").replace("berkenrade", "elsbroek")


class AFS006(Rule):
    """Counts agreements in force that elaborate it for a part of its area, together for all its themes."""

    severity = Severity.WAARSCHUWING
    statement = "Vraagt een regionale afspraak om lokale uitwerking, dan heeft elke gemeente er een."
    why = (
        "De regio spreekt af dat elke gemeente zelf invult wie het doet en hoe snel. "
        "Doet een gemeente dat niet, dan weet haar team niet wat het moet doen."
    )
    remedy = "Maak in de gemeente een werkinstructie die bij 'werkt_uit' de regionale afspraak noemt."
    needs = ("afspraak",)
    good = (
        Example.of(
            "Berkenrade en Elsbroek hebben allebei een werkinstructie",
            afspraken__nachtopvang=_MODEL,
            afspraken__nachtopvang_berkenrade=_HERE,
            afspraken__nachtopvang_elsbroek=_THERE,
        ),
    )
    bad = (
        Example.of(
            "Elsbroek heeft geen werkinstructie",
            afspraken__nachtopvang=_MARKED,
            afspraken__nachtopvang_berkenrade=_HERE,
        ),
        Example.of(
            "De werkinstructie van Elsbroek gaat maar over één thema",
            afspraken__nachtopvang=_MARKED,
            afspraken__nachtopvang_berkenrade=_HERE,
            afspraken__nachtopvang_elsbroek=_THERE.replace("  - alle\n", "  - partnergeweld\n"),
        ),
        Example.of(
            "De werkinstructie van Elsbroek is nog een concept",
            afspraken__nachtopvang=_MARKED,
            afspraken__nachtopvang_berkenrade=_HERE,
            afspraken__nachtopvang_elsbroek=_THERE.replace("stand: vastgesteld", "stand: concept"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each agreement in force that asks for it."""
        for agreement in chain.lifecycle.in_force.values():
            without = _without_instruction(agreement, chain) if agreement.asks_local_instruction else []
            if without:
                names = listed(municipality.name for municipality in without)
                has = "heeft" if len(without) == 1 else "hebben"
                message = (
                    f"'{agreement.title}' vraagt elke gemeente om een uitwerking, maar {names} {has} er nu "
                    f"geen voor alle thema's. Maak er een, en noem deze afspraak bij 'werkt_uit'."
                )
                here = frozenset(municipality.id for municipality in without)
                place = agreement.place.at("vraagt_lokale_uitwerking")
                yield Problem(place.span, message, municipalities=here)


def _without_instruction(agreement: Agreement, chain: Chain) -> list[Municipality]:
    everywhere = chain.areas.of(agreement.areas)
    local = [
        (chain.areas.of(other.areas), _themes(other, chain)) for other in local_agreements(chain, agreement)
    ]
    needed = _themes(agreement, chain)
    return [
        municipality
        for municipality in chain.areas.sorted(everywhere)
        if needed - frozenset[str]().union(*(about for where, about in local if municipality.id in where))
    ]


def _themes(agreement: Agreement, chain: Chain) -> frozenset[str]:
    if EVERY_THEME in agreement.themes:
        return frozenset(chain.space.themes.names)
    return frozenset(agreement.themes)


_COMPULSORY = brief_agreement(
    "Nachtopvang in de regio",
    """
    geldig:
      van: 2025-01-01
    verplicht_voor:
      - regio
    partijen:
      - partner: gemeente
        rol: financier
        getekend: 2024-12-10
        functie: wethouder
    """,
)


class AFS009(Rule):
    """Where two municipalities are party, all must be; one alone signs for the others as their centre.

    A municipality is party itself, through its kind, or through one that it signs through. A signature for
    all municipalities binds only those that belonged to the region on the day of signing.
    """

    severity = Severity.FOUT
    statement = "Elke gemeente valt onder de afspraken die voor haar verplicht zijn, en is daar partij bij."
    why = (
        "Er komt een gemeente bij de regio, maar zij tekent niet. "
        "Voor haar inwoners gelden de afspraken dan niet, terwijl iedereen denkt van wel."
    )
    remedy = "Zet de gemeente bij 'gebied' en bij 'partijen', en laat haar tekenen."
    needs = ("partner", "regio", "soort")
    good = (
        Example.of(
            "De afspraak geldt in de hele regio, en alle gemeenten tekenden",
            afspraken__nachtopvang=_COMPULSORY,
        ),
    )
    bad = (
        Example.of(
            "De afspraak is verplicht voor de regio, maar geldt alleen in Berkenrade",
            afspraken__nachtopvang=_COMPULSORY.replace(
                "gebied:\n  - regio\n", "gebied: # hier\n  - berkenrade\n"
            ),
        ),
        Example.of(
            "De afspraak is verplicht in het hele politiedistrict, maar geldt niet in Berkenrade",
            afspraken__nachtopvang=_COMPULSORY.replace(
                "voor:\n  - regio", "voor:\n  - district-tweebeken"
            ).replace("gebied:\n  - regio\n", "gebied: # hier\n  - elsbroek\n"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each agreement in force that is compulsory somewhere."""
        for agreement in chain.lifecycle.in_force.values():
            wanted = chain.areas.of(agreement.compulsory_for)
            covered = chain.areas.of(agreement.areas)
            outside = chain.areas.sorted(wanted - covered)
            if outside:
                yield _outside(agreement, outside)
            if wanted:
                yield from _parties(agreement, chain.areas.sorted(wanted & covered), chain)


def _outside(agreement: Agreement, outside: list[Municipality]) -> Problem:
    names = listed(municipality.name for municipality in outside)
    message = (
        f"'{agreement.title}' is verplicht voor {names}, maar geldt daar niet. Zet {names} bij 'gebied'."
    )
    here = frozenset(municipality.id for municipality in outside)
    related = Related(agreement.place.at("verplicht_voor").span, "hier staat voor wie zij verplicht is")
    return Problem(agreement.place.at("gebied").span, message, (related,), municipalities=here)


def _parties(
    agreement: Agreement, municipalities: list[Municipality], chain: Chain
) -> Iterator[Problem | Question]:
    lines = [
        (municipality, party_line(partner, agreement, chain))
        for municipality in municipalities
        for partner in chain.binding.in_municipality(MUNICIPALITY, municipality.id)
    ]
    signing = [(municipality, line) for municipality, line in lines if line]
    for municipality, line in signing:
        if line.partner == MUNICIPALITY:
            yield from _signed_before(agreement, line, municipality)
    absent = [municipality for municipality, line in lines if line is None]
    if absent and len(signing) > 1:
        yield _not_party(agreement, absent)


def _not_party(agreement: Agreement, absent: list[Municipality]) -> Problem:
    names = listed(municipality.name for municipality in absent)
    here = frozenset(municipality.id for municipality in absent)
    message = (
        f"'{agreement.title}' is verplicht voor {names}, maar {names} "
        f"{'is' if len(absent) == 1 else 'zijn'} geen partij. Zet {names} bij 'partijen', en laat tekenen."
    )
    related = Related(agreement.place.at("partijen").span, "hier staan de partijen")
    return Problem(agreement.place.at("verplicht_voor").span, message, (related,), municipalities=here)


def _signed_before(
    agreement: Agreement, line: Party, municipality: Municipality
) -> Iterator[Problem | Question]:
    """What is wrong when all municipalities signed on a day on which this one may not have been there."""
    signed, since = line.signed, municipality.since
    if not isinstance(signed, Day) or not isinstance(since, Day) or signed.first >= since.last:
        return
    place = line.place.at("getekend")
    if signed.last >= since.first:
        yield Question(place.span, f"Tekende {municipality.name} '{agreement.title}' mee?")
        return
    message = (
        f"Alle gemeenten tekenden '{agreement.title}' op {day_in_words(signed)}, maar {municipality.name} "
        f"hoort pas bij de regio sinds {day_in_words(since)}. Laat {municipality.name} ook tekenen, "
        f"en geef haar een eigen regel bij 'partijen'."
    )
    related = Related(municipality.place.at("sinds").span, "hier staat sinds wanneer")
    yield Problem(place.span, message, (related,), municipalities=frozenset({municipality.id}))
