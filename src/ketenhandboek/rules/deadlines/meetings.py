"""TER007: a meeting that must decide within a term meets often enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.ladders import ladders
from ketenhandboek.rules.shared.terms import Terms, how_often, in_smaller_units
from ketenhandboek.rules.texts.texts import POLICY, TEAM, both, example_ladder, example_step, mark
from ketenhandboek.values import Duration, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.rules.shared.ladders import JudgedRoute, Seat

_DAYS_A_WEEK, _WORKING_DAYS_A_WEEK = 7, 5


def _top(meeting: str, within: str) -> str:
    """The highest step, on which a meeting decides."""
    return example_step(["bestuurlijk"], [*both("directeur"), meeting], within)


class TER007(Rule):
    """A meeting comes in time."""

    severity = Severity.WAARSCHUWING
    statement = "Een overleg dat binnen een termijn moet beslissen, komt vaak genoeg bij elkaar."
    why = (
        "Een zaak die net na het overleg komt, wacht tot de volgende keer. "
        "Duurt dat langer dan de termijn, dan belooft de afspraak iets wat niet kan."
    )
    remedy = "Laat het overleg vaker bij elkaar komen, geef meer tijd, of laat een functie beslissen."
    needs = ("overleg",)
    good = (
        Example.of(
            "Een overleg van elke week beslist altijd binnen vijf werkdagen",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM, POLICY, _top("casusoverleg-hulp", "5 werkdagen")
            ),
        ),
    )
    bad = (
        Example.of(
            "De regiegroep komt elke drie maanden bij elkaar, maar moet binnen vijf werkdagen reageren",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM, POLICY, mark(_top("regiegroep", "5 werkdagen"), "reageert_binnen")
            ),
        ),
        Example.of(
            "Elke week lijkt vaak genoeg, maar drie werkdagen zijn korter dan een week",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM, POLICY, mark(_top("casusoverleg-hulp", "3 werkdagen"), "reageert_binnen")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each meeting that stands on a step of a ladder with a response term."""
        terms = Terms(chain)
        meetings = chain.records.of(Meeting)
        for route in ladders(chain):
            for seat in route.seats:
                if seat.who.name in meetings and isinstance(seat.step.responds_within, Duration):
                    yield from _in_time(
                        terms, route, seat, meetings[seat.who.name], seat.step.responds_within
                    )


def _in_time(
    terms: Terms, route: JudgedRoute, seat: Seat, meeting: Meeting, term: Duration
) -> Iterator[Problem | Question]:
    if not isinstance(meeting.every, Duration):
        question = (
            f"Hoe vaak komt {meeting.name} bij elkaar? Op trede {seat.number} van {route.called} moet dit "
            f"overleg binnen {term} reageren."
        )
        yield Question(meeting.place.at("elke").span, question, route.chain.names.party(meeting.id))
    elif too_seldom(terms, meeting.every, term):
        often = how_often(meeting.every)
        message = (
            f"{meeting.name} komt {often} bij elkaar, maar moet op trede {seat.number} van {route.called} "
            f"binnen {term} reageren. Een zaak die net na het overleg komt, is te laat. "
            f"Kom vaker bij elkaar, geef meer tijd, of laat hier een functie beslissen."
        )
        related = Related(meeting.place.at("elke").span, f"{meeting.name}: {often}")
        yield Problem(seat.step.place.at("reageert_binnen").span, message, (related,))


def too_seldom(terms: Terms, every: Duration, term: Duration) -> bool:
    """Whether a case that comes just after a meeting can wait for the next one longer than its term.

    A meeting of every week is on a working day: the next one is five working days later.
    """
    between = in_smaller_units(every)
    whole_weeks = between.unit is Unit.CALENDAR_DAY and between.number % _DAYS_A_WEEK == 0
    if term.unit is Unit.WORKING_DAY and whole_weeks:
        return between.number // _DAYS_A_WEEK * _WORKING_DAYS_A_WEEK > term.number
    return terms.exceeds(every, term)
