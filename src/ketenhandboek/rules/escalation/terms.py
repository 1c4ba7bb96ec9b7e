"""ESC005, ESC009 and ESC011: how long a ladder takes, and how the matter comes down again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.ladders import UNKNOWN_NAME, JudgedRoute, ladders
from ketenhandboek.rules.texts.texts import POLICY, TEAM, TOP, both, example_ladder, example_step, mark
from ketenhandboek.values import Duration, Truth, Unit, Unknown
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Span
    from ketenhandboek.kinds.agreement.escalation import Step

_GOOD = example_ladder(TEAM, POLICY, TOP)


class ESC005(Rule):
    """Every step answers in time."""

    severity = Severity.FOUT
    statement = "Op elke trede staat binnen welke tijd men reageert."
    why = (
        "Zonder termijn weet niemand wanneer hij een trede hoger mag. "
        "De een wacht twee dagen, de ander twee weken. Intussen is er geen besluit."
    )
    remedy = "Schrijf bij elke trede 'reageert_binnen', met een getal en een eenheid."
    good = (Example.of("Elke trede heeft een termijn", afspraken__polikliniek_en_jeugdhulp=_GOOD),)
    bad = (
        Example.of(
            "De middelste trede heeft geen termijn",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM, mark(example_step(["beleid"], both("beleidsmedewerker"), ""), "niveaus"), TOP
            ),
        ),
        Example.of(
            "Er staat wel binnen hoeveel tijd het opgelost is, maar de bestuurders hebben geen termijn",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM, POLICY, mark(example_step(["bestuurlijk"], both("directeur"), ""), "niveaus")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each step of each ladder by itself."""
        for route in ladders(chain):
            for number, step in enumerate(route.route.steps, 1):
                if step.responds_within is None:
                    yield Problem(step.place.span, self._missing(route, number, step))
                elif isinstance(step.responds_within, Unknown):
                    question = f"Binnen welke tijd reageert men op trede {number} van {route.called}?"
                    yield Question(step.place.at("reageert_binnen").span, question, route.keeper)

    def _missing(self, route: JudgedRoute, number: int, step: Step) -> str:
        return (
            f"Trede {number} van {route.called} ({route.level_names(step.levels)}) heeft geen termijn. "
            f"Niemand weet wanneer de volgende trede aan de beurt is. "
            f"Schrijf hier 'reageert_binnen', bijvoorbeeld '2 werkdagen'."
        )


class ESC009(Rule):
    """There is a way down."""

    severity = Severity.WAARSCHUWING
    statement = "Bij een ladder staat wanneer en hoe men weer afschaalt."
    why = (
        "Zonder weg terug blijft een zaak bij de bestuurder liggen. "
        "De mensen die met het gezin werken, weten dan niet of zij zelf weer aan zet zijn."
    )
    remedy = "Schrijf bij de ladder 'afschalen', met 'wanneer' en zo mogelijk 'besluit'."
    good = (Example.of("De weg terug staat erbij", afspraken__polikliniek_en_jeugdhulp=_GOOD),)
    bad = (
        Example.of(
            "Er staat alleen hoe men opschaalt",
            afspraken__polikliniek_en_jeugdhulp=mark(
                example_ladder(TEAM, POLICY, TOP, way_down=""), "id: polikliniek-en-jeugdhulp"
            ),
        ),
        Example.of(
            "Ook een ladder met één trede heeft een weg terug nodig",
            afspraken__polikliniek_en_jeugdhulp=mark(
                example_ladder(TOP, way_down=""), "id: polikliniek-en-jeugdhulp"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Whether each ladder says how the matter goes back down."""
        for route in ladders(chain):
            down = route.route.step_down
            if down is None:
                message = (
                    f"Bij {route.called} staat niet hoe men afschaalt. "
                    f"Schrijf 'afschalen', met 'wanneer' en zo mogelijk 'besluit'."
                )
                yield Problem(route.route.place.span, message)
            elif down.when == UNKNOWN_NAME:
                question = f"Wanneer schaalt men bij {route.called} weer af?"
                yield Question(down.place.at("wanneer").span, question, route.keeper)


class ESC011(Rule):
    """The steps fit the whole."""

    severity = Severity.WAARSCHUWING
    statement = "De termijnen van alle treden passen samen in de tijd waarin het opgelost moet zijn."
    why = (
        "Als de treden samen langer duren, belooft de afspraak iets wat niet kan. "
        "Wie zich aan elke trede houdt, is dan toch te laat."
    )
    remedy = "Maak termijnen van treden korter, of geef meer tijd bij 'opgelost_binnen'."
    good = (
        Example.of(
            "Twaalf werkdagen passen in twintig werkdagen",
            afspraken__polikliniek_en_jeugdhulp=_GOOD,
        ),
    )
    bad = (
        Example.of(
            "Twee, tien en tien werkdagen passen niet in twintig werkdagen",
            afspraken__polikliniek_en_jeugdhulp=mark(
                example_ladder(
                    TEAM,
                    example_step(["beleid"], both("beleidsmedewerker"), "10 werkdagen"),
                    example_step(["bestuurlijk"], both("directeur"), "10 werkdagen"),
                ),
                "opgelost_binnen",
            ),
        ),
        Example.of(
            "Negen weken duren langer dan twintig werkdagen, ook al is het getal kleiner",
            afspraken__polikliniek_en_jeugdhulp=mark(
                example_ladder(TEAM, POLICY, example_step(["bestuurlijk"], both("directeur"), "9 weken")),
                "opgelost_binnen",
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """For each ladder with a limit: the terms of its steps against that limit."""
        for route in ladders(chain):
            limit = route.route.solved_within
            if isinstance(limit, Unknown):
                question = f"Binnen welke tijd moet het op {route.called} opgelost zijn?"
                yield Question(_limit(route), question, route.keeper)
            elif limit is not None:
                yield from _against(route, limit)


def _against(route: JudgedRoute, limit: Duration) -> Iterator[Problem | Question]:
    given = [step.responds_within for step in route.route.steps]
    terms = [term for term in given if isinstance(term, Duration)]
    fit = fits(terms, limit)
    total = listed(map(str, terms))
    if fit is Truth.NO:
        message = (
            f"De treden van {route.called} duren samen te lang: {total} passen niet in {limit}. "
            f"Maak de termijnen van de treden korter, of geef meer tijd bij 'opgelost_binnen'."
        )
        yield Problem(_limit(route), message, tuple(_terms(route)))
    elif fit is Truth.UNSURE:
        question = f"Passen de termijnen van {route.called} ({total}) altijd in {limit}? Gebruik één eenheid."
        yield Question(_limit(route), question, route.keeper)
    elif any(isinstance(term, Unknown) for term in given):
        question = f"Passen alle treden van {route.called} in {limit}? Niet elke termijn is bekend."
        yield Question(_limit(route), question, route.keeper)


def _limit(route: JudgedRoute) -> Span:
    return route.route.place.at("opgelost_binnen").span


def _terms(route: JudgedRoute) -> Iterator[Related]:
    for number, step in enumerate(route.route.steps, 1):
        if isinstance(step.responds_within, Duration):
            yield Related(step.place.at("reageert_binnen").span, f"trede {number}: {step.responds_within}")


def fits(terms: list[Duration], limit: Duration) -> Truth:
    """Whether these terms, one after the other, end within the limit: surely, surely not, or it depends.

    Terms in the unit of the limit are counted exactly. What is left must hold the others, by the shortest
    and the longest time that each can take.
    """
    left = limit.number - sum(term.number for term in terms if term.unit is limit.unit)
    others = [_hours(term.number, term.unit) for term in terms if term.unit is not limit.unit]
    if left < 0 or not others:
        return Truth.NO if left < 0 else Truth.YES
    shortest, longest = (sum(ends) for ends in zip(*others, strict=True))
    room_at_least, room_at_most = _hours(left, limit.unit)
    if shortest > room_at_most:
        return Truth.NO
    return Truth.YES if longest <= room_at_least else Truth.UNSURE


def _hours(number: int, unit: Unit) -> tuple[int, int]:
    """The fewest and the most hours that a term can last; weekends and holidays may come on top."""
    if unit is Unit.HOUR:
        return number, number
    if unit is Unit.WORKING_DAY:
        return 24 * number, 24 * (7 * -(-number // 5) + 6)
    days = {Unit.CALENDAR_DAY: (1, 1), Unit.WEEK: (7, 7), Unit.MONTH: (28, 31), Unit.YEAR: (365, 366)}
    fewest, most = days[unit]
    return 24 * number * fewest, 24 * (number * most + 1)
