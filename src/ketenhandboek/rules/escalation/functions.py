"""ESC004 and ESC012: the functions on the steps of a ladder."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.ladders import UNKNOWN_NAME, ladders
from ketenhandboek.rules.texts.texts import POLICY, TEAM, TOP, both, example_ladder, example_step, mark
from ketenhandboek.values import Day, Ref, Truth
from ketenhandboek.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.families import Holders
    from ketenhandboek.kinds.parts import Function, Validity
    from ketenhandboek.rules.shared.ladders import JudgedRoute, Seat


class ESC004(Rule):
    """Somebody is always there."""

    severity = Severity.FOUT
    statement = "Op elke trede staan functies die in elke gemeente bestaan, elk met een plaatsvervanger."
    why = (
        "Een ladder werkt alleen als er iemand opneemt, ook in de vakantie. "
        "Zonder plaatsvervanger stopt de ladder bij de eerste die ziek is, vaak juist bij de bestuurder."
    )
    remedy = "Noem een functie die er is, en vul bij die functie een plaatsvervanger in."
    good = (
        Example.of(
            "De directeur heeft een plaatsvervanger: die komt van de soort partner",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, POLICY, TOP),
        ),
    )
    bad = (
        Example.of(
            "Er staat een organisatie op de trede, geen functie",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM,
                POLICY,
                mark(
                    example_step(["bestuurlijk"], ["forensische-zorg/directeur", "jeugdhulpaanbieder"]),
                    "jeugdhulpaanbieder",
                ),
            ),
        ),
        Example.of(
            "Een eigen functie van de polikliniek heeft geen plaatsvervanger",
            partners="""
                partners:
                  - id: polikliniek-het-anker
                    naam: Polikliniek Het Anker
                    soort: forensische-zorg
                    werkgebied:
                      - gebied: regio
                    functies:
                      - id: bestuurder
                        naam: Bestuurder
                        niveau: bestuurlijk
            """,
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM,
                POLICY,
                mark(
                    example_step(
                        ["bestuurlijk"], ["polikliniek-het-anker/bestuurder", "jeugdhulpaanbieder/directeur"]
                    ),
                    "polikliniek-het-anker",
                ),
            ),
        ),
        Example.of(
            "In één gemeente begint de coördinator van het lokale team pas volgend jaar",
            partners="""
                partners:
                  - id: lokaal-team-elsbroek
                    naam: Gezinsteam Elsbroek
                    soort: lokaal-team
                    werkgebied:
                      - gebied: elsbroek
                    onderdeel_van: gemeente-elsbroek
                    tekent_via: gemeente-elsbroek
                    functies:
                      - id: coordinator
                        bestaat:
                          van: 2027-01-01
            """,
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                mark(
                    example_step(["teammanager"], [*both("teammanager"), "lokaal-team/coordinator"]),
                    "lokaal-team",
                ),
                POLICY,
                TOP,
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each name on each step; AFS008 tells of the end of a function that is named directly."""
        for route in ladders(chain):
            for seat in route.seats:
                if seat.who.function:
                    yield from _unfit(route, seat)
                elif seat.who.name == UNKNOWN_NAME:
                    question = f"Wie staat er op trede {seat.number} van {route.called}?"
                    yield Question(seat.place.span, question, route.keeper)
                elif any(chain.index.knows(kind, seat.who.name) for kind in ("partner", "soort")):
                    yield Problem(seat.place.span, _no_function(route, seat))


class _Lack(Enum):
    """What is wrong with a function on a step, or must still be known."""

    ABSENT = "De {who} bestaat{where} niet op {day}."
    NO_DEPUTY = "De {who} heeft{where} geen plaatsvervanger."
    DEPUTY_ABSENT = "De plaatsvervanger van de {who} bestaat{where} niet op {day}."
    EXISTS = "Bestaat de {who} op {day}?"
    DEPUTY_EXISTS = "Bestaat de plaatsvervanger van de {who} op {day}?"
    WHICH_DEPUTY = "Wie vervangt de {who}?"


def _no_function(route: JudgedRoute, seat: Seat) -> str:
    name, party = seat.who.name, route.chain.names.party(seat.who)
    example = next(iter(route.chain.functions.of(name)), "functie")
    return (
        f"Op trede {seat.number} van {route.called} staat {party} zonder functie. "
        f"Niemand weet dan wie er komt. Schrijf de functie erbij, zoals '{name}/{example}'."
    )


def _unfit(route: JudgedRoute, seat: Seat) -> Iterator[Problem | Question]:
    """What is wrong with the function at the partners that are meant, told once for those that share it."""
    direct = route.chain.functions.get(seat.who.name, seat.who.function)
    for holders in route.chain.families.holders(seat.who):
        named = direct is not None and direct.place is holders.function.place
        lack = _lack(route.chain.day, holders, named=named)
        where = {here for id_ in holders.partners for here in route.where(id_, seat.who)} if lack else set()
        if lack and where:
            yield _told(route, seat, holders, lack, where)


def _told(
    route: JudgedRoute, seat: Seat, holders: Holders, lack: _Lack, where: set[str]
) -> Problem | Question:
    id_, *others = holders.partners
    who = route.chain.names.party(seat.who if others else Ref(id_, seat.who.function))
    said = lack.value.format(who=who, where=route.but_only_in(where), day=in_words(route.chain.day))
    if said.endswith("?"):
        return Question(seat.place.span, said, route.keeper)
    remedy = (
        "Noem een andere functie." if lack is _Lack.ABSENT else "Vul bij de functie een plaatsvervanger in."
    )
    message = f"{said} Trede {seat.number} van {route.called} kan dan leeg zijn. {remedy}"
    related = Related(holders.function.place.span, "hier staat de functie")
    return Problem(seat.place.span, message, (related,), municipalities=frozenset(where))


def _lack(day: date, holders: Holders, *, named: bool) -> _Lack | None:
    function, deputy = holders.function, holders.deputy
    if function.exists and not (named and _ended(function.exists, day)):
        exists = function.exists.period.contains(day)
        if exists is not Truth.YES:
            return _Lack.ABSENT if exists is Truth.NO else _Lack.EXISTS
    if function.deputy == UNKNOWN_NAME:
        return _Lack.WHICH_DEPUTY
    if function.deputy is None or function.deputy == function.id:
        return _Lack.NO_DEPUTY
    there = deputy.exists.period.contains(day) if deputy and deputy.exists else Truth.YES
    return {Truth.YES: None, Truth.NO: _Lack.DEPUTY_ABSENT, Truth.UNSURE: _Lack.DEPUTY_EXISTS}[there]


def _ended(exists: Validity, day: date) -> bool:
    return isinstance(exists.end, Day) and exists.end.last < day


class ESC012(Rule):
    """Everybody stands on their own level."""

    severity = Severity.FOUT
    statement = "Het niveau van een functie is een van de niveaus van de trede waarop zij staat."
    why = (
        "Een trede zegt wat men daar mag beslissen. "
        "Staat er iemand van een ander niveau, dan kan die dat niet waarmaken. "
        "Of een bestuurder zit aan tafel bij iets wat de teams zelf hadden kunnen oplossen."
    )
    remedy = "Noem een functie van het niveau van de trede, of verplaats de functie naar haar eigen trede."
    good = (
        Example.of(
            "Op de bestuurlijke trede staan directeuren",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, POLICY, TOP),
        ),
    )
    bad = (
        Example.of(
            "Tussen de beleidsmedewerkers staat een teammanager",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                example_step(["uitvoerend", "teammanager"], both("medewerker")),
                mark(
                    example_step(
                        ["beleid"], ["forensische-zorg/beleidsmedewerker", "jeugdhulpaanbieder/teammanager"]
                    ),
                    "jeugdhulpaanbieder",
                ),
                TOP,
            ),
        ),
        Example.of(
            "Bij één aanbieder is de teammanager eigenlijk een bestuurder",
            partners="""
                partners:
                  - id: jeugdhulp-de-vlinder
                    naam: Jeugdhulp De Vlinder
                    soort: jeugdhulpaanbieder
                    werkgebied:
                      - gebied: regio
                    functies:
                      - id: teammanager
                        naam: Meewerkend directeur
                        niveau: bestuurlijk
            """,
            afspraken__polikliniek_en_jeugdhulp=example_ladder(mark(TEAM, "jeugdhulpaanbieder"), POLICY, TOP),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each function on each step, at every partner that is meant, on the first step that names it.

        The other ladder is for ESC010, and a function on two steps for ESC002.
        """
        for route in ladders(chain):
            for seat in route.seats:
                above = any(seat.who in step.who for step in route.route.steps[: seat.number - 1])
                if seat.who.function and not above:
                    yield from _misplaced(route, seat)


def _misplaced(route: JudgedRoute, seat: Seat) -> Iterator[Problem | Question]:
    if UNKNOWN_NAME in seat.step.levels:
        yield from route.unknown_levels(seat.number)
        return
    for holders in route.chain.families.holders(seat.who):
        if not _fits(route, seat, holders.function):
            yield _other_level(route, seat, holders)


def _fits(route: JudgedRoute, seat: Seat, function: Function) -> bool:
    other_ladder = function.level and route.ladder_of(function.level) != route.ladder
    return bool(other_ladder) or function.level in seat.step.levels


def _other_level(route: JudgedRoute, seat: Seat, holders: Holders) -> Problem | Question:
    id_, *others = holders.partners
    who = route.chain.names.party(seat.who if others else Ref(id_, seat.who.function))
    level = holders.function.level
    if level is None:
        return Question(seat.place.span, f"Welk niveau heeft de {who}?", route.keeper)
    message = (
        f"De {who} staat op trede {seat.number} van {route.called} "
        f"({route.level_names(seat.step.levels)}), maar heeft het niveau {route.level_names([level])}. "
        f"Noem hier een functie van het niveau van de trede."
    )
    related = Related(holders.function.place.span, "hier staat het niveau van de functie")
    return Problem(seat.place.span, message, (related,))
