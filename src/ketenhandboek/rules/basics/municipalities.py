"""Municipalities: their codes, and since when they belong to the region."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Edit, Problem, Question, Severity
from ketenhandboek.kinds.municipality import NationalMunicipality
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.values import Truth, Unknown
from ketenhandboek.wording import in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.region import Member, Municipality

LISTED_ON = date(2023, 1, 1)
"""The day of the national list in `landelijk/gemeenten.yaml`."""
_FICTIONAL = "GM99"
_FEW = 3
"""So many names read well in a sentence."""


class BAS005(Rule):
    """A code with GM99 is for made-up municipalities; every other code is compared with the national list."""

    severity = Severity.FOUT
    statement = "De code van een gemeente bestaat en hoort bij haar naam."
    why = (
        "Met de code vinden andere systemen de gemeente terug. "
        "Een verkeerde code zet afspraken bij een gemeente die er niets van weet."
    )
    remedy = "Zoek de code op in de lijst van het CBS en neem de naam over zoals die daar staat."
    good = (
        Example.alone(
            "Een echte regio met een bekende andere naam voor de gemeente",
            regio="""
                id: tweebeken
                naam: Tweebeken
                vereist_landelijk: nee
                gemeenten:
                  - id: den-haag
                    code: GM0518
                    naam: Den Haag
                    sinds: 2015-01-01
                """,
        ),
    )
    bad = (
        Example.alone(
            "De code is van een andere gemeente",
            regio="""
                id: tweebeken
                naam: Tweebeken
                vereist_landelijk: nee
                gemeenten:
                  - id: zeist
                    code: GM0344 # hier
                    naam: Zeist
                    sinds: 2015-01-01
                """,
        ),
        Example.alone(
            "Een code voor verzonnen gemeenten, in een regio die niet verzonnen is",
            regio="""
                id: tweebeken
                naam: Tweebeken
                vereist_landelijk: nee
                gemeenten:
                  - id: berkenrade
                    code: GM9951 # hier
                    naam: Berkenrade
                    sinds: 2015-01-01
                """,
        ),
        Example.alone(
            "Een echte code, in een regio die verzonnen is",
            regio="""
                id: tweebeken
                naam: Tweebeken
                fictief: ja
                vereist_landelijk: nee
                gemeenten:
                  - id: zeist
                    code: GM0355 # hier
                    naam: Zeist
                    sinds: 2015-01-01
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look at the code and the name of every municipality of the region."""
        known = {item.code: item for item in chain.records.of(NationalMunicipality).values()}
        for municipality in chain.region.municipalities if chain.region else ():
            if chain.region and chain.region.fictional:
                yield from _made_up(municipality)
            elif municipality.code.startswith(_FICTIONAL):
                message = (
                    f"De code {municipality.code} is voor verzonnen gemeenten. "
                    "Is de regio verzonnen? Schrijf dan 'fictief: ja'."
                )
                yield _wrong_code(municipality, message, _codes_of(municipality, known.values()))
            else:
                yield from _compared(municipality, known)


def _made_up(municipality: Municipality) -> Iterator[Problem]:
    if not municipality.code.startswith(_FICTIONAL):
        message = (
            f"Deze regio is verzonnen, maar {municipality.code} is de code van een echte gemeente. "
            f"Gebruik een code van {_FICTIONAL}00 tot en met {_FICTIONAL}99."
        )
        yield Problem(municipality.place.at("code").span, message)


def _compared(
    municipality: Municipality, known: dict[str, NationalMunicipality]
) -> Iterator[Problem | Question]:
    listed = known.get(municipality.code)
    codes = _codes_of(municipality, known.values())
    if listed is not None:
        if municipality.code not in codes:
            message = f"{municipality.code} is de code van {listed.name}, niet van {municipality.name}."
            yield _wrong_code(municipality, message, codes)
        return
    message = f"De landelijke lijst van {in_words(LISTED_ON)} kent de code {municipality.code} niet."
    was_member = municipality.period.contains(LISTED_ON)
    if was_member is Truth.YES or codes:
        yield _wrong_code(municipality, message, codes)
    elif was_member is Truth.UNSURE or not _ended(municipality):
        question = f"{message} Klopt de code van {municipality.name}?"
        yield Question(municipality.place.at("code").span, question, "het CBS")


def _ended(municipality: Municipality) -> bool:
    end = municipality.end
    return end is not None and not isinstance(end, Unknown) and end.last < LISTED_ON


def _wrong_code(municipality: Municipality, said: str, codes: list[str]) -> Problem:
    span = municipality.place.at("code").span
    if len(codes) != 1:
        return Problem(span, f"{said} Zoek de code van {municipality.name} op.")
    return Problem(span, f"{said} De code van {municipality.name} is {codes[0]}.", edit=Edit(span, codes[0]))


def _codes_of(municipality: Municipality, known: Iterable[NationalMunicipality]) -> list[str]:
    """The codes of the listed municipalities that have one of the names of this one."""
    names = {_plain(name) for name in (municipality.name, *municipality.also_known_as)}
    return [
        item.code for item in known if names & {_plain(name) for name in (item.name, *item.also_known_as)}
    ]


def _plain(name: str) -> str:
    """A name without the province behind it, as in `Bergen (NH.)`, and without capitals and signs."""
    return re.sub(r"\W+", " ", re.sub(r"\(.*\)", "", name).casefold()).strip()


class BAS007(Rule):
    """Membership of the region, and of its areas."""

    severity = Severity.WAARSCHUWING
    statement = "Bij elke gemeente staat sinds wanneer zij bij de regio en bij haar gebieden hoort."
    why = (
        "Gemeenten fuseren en wisselen van regio. "
        "Zonder datum is niet te zien welke afspraken op welke dag voor een gemeente golden."
    )
    remedy = "Schrijf 'sinds' met de dag, de maand of het jaar. Weet u het niet? Schrijf 'onbekend'."
    good = (
        Example.alone(
            "Van de ene gemeente is de dag bekend, van de andere alleen het jaar",
            regio="""
                id: tweebeken
                naam: Tweebeken
                fictief: ja
                vereist_landelijk: nee
                gemeenten:
                  - id: berkenrade
                    code: GM9951
                    naam: Berkenrade
                    sinds: 2015-01-01
                  - id: elsbroek
                    code: GM9952
                    naam: Elsbroek
                    sinds: 2015
                """,
        ),
    )
    bad = (
        Example.alone(
            "Een gemeente zonder begindatum",
            regio="""
                id: tweebeken
                naam: Tweebeken
                fictief: ja
                vereist_landelijk: nee
                gemeenten:
                  - id: berkenrade # hier
                    code: GM9951
                    naam: Berkenrade
                """,
        ),
        Example.alone(
            "De gemeente zelf heeft een datum, maar haar plaats in het politiedistrict niet",
            regio="""
                id: tweebeken
                naam: Tweebeken
                fictief: ja
                vereist_landelijk: nee
                gemeenten:
                  - id: berkenrade
                    code: GM9951
                    naam: Berkenrade
                    sinds: 2015-01-01
                gebieden:
                  - id: district-tweebeken
                    naam: Politiedistrict Tweebeken
                    indeling: politiedistrict
                    gemeenten:
                      - gemeente: berkenrade # hier
                        tot_en_met: 2027-12-31
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look at every membership of the region and of its areas; what is unknown is asked once for each."""
        if chain.region is None:
            return
        members = [_Membership(item, "id", item.name) for item in chain.region.municipalities]
        named = chain.region.name.casefold().startswith("regio ")
        yield from _since(members, f"{'' if named else 'de regio '}{chain.region.name}")
        for area in chain.region.areas:
            called = [(item, chain.names.of("gemeente", item.municipality)) for item in area.members]
            yield from _since([_Membership(item, "gemeente", name) for item, name in called], area.name)


class _Membership(NamedTuple):
    """A municipality in the region or in an area, the key that names it, and its name."""

    item: Municipality | Member
    key: str
    name: str


def _since(members: list[_Membership], where: str) -> Iterator[Problem | Question]:
    for item, key, name in members:
        if item.since is None:
            begin = "Schrijf 'sinds' met de dag, de maand of het jaar."
            message = f"Sinds wanneer hoort {name} bij {where}? {begin}"
            yield Problem(item.place.at(key).span, message)
    unknown = [member for member in members if isinstance(member.item.since, Unknown)]
    if unknown:
        everywhere = len(unknown) == len(members) > _FEW
        names = "alle gemeenten" if everywhere else listed(member.name for member in unknown)
        belong = "hoort" if len(unknown) == 1 else "horen"
        question = f"Sinds wanneer {belong} {names} bij {where}?"
        yield Question(unknown[0].item.place.at("sinds").span, question)
