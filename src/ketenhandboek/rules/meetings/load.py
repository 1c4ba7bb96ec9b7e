"""OVL005 and OVL006: meetings that repeat each other, and partners that sit in too many."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.gatherings import (
    case_meetings,
    meeting_area,
    meetings,
    share_a_theme,
    who_comes,
)
from ketenhandboek.rules.shared.phrases import in_places
from ketenhandboek.rules.texts.meetings import example_meeting
from ketenhandboek.values import UNKNOWN, Duration, Ref, Unit, Unknown
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.meeting import Meeting
    from ketenhandboek.kinds.partner import Partner

_A_WEEK = {
    Unit.HOUR: Fraction(7 * 24),
    Unit.WORKING_DAY: Fraction(5),
    Unit.CALENDAR_DAY: Fraction(7),
    Unit.WEEK: Fraction(1),
    Unit.MONTH: Fraction(12, 52),
    Unit.YEAR: Fraction(1, 52),
}
"""How often a week something happens that is held once in each such unit."""
_FULL = Fraction(1, 2)
_BOTH = "hulp-en-strafrecht"
_SAME_PEOPLE = ("veilig-thuis", "lokaal-team", "vrouwenopvang", "jeugdhulpaanbieder")
_PARTNER = """
    partners:
      - id: jeugdhulp-de-vlinder
        naam: Jeugdhulp De Vlinder
        soort: jeugdhulpaanbieder
        werkgebied:
          - gebied: regio
        overleggen_per_week: {}
"""


class OVL005(Rule):
    """Compares every two case meetings that share municipalities, themes and track.

    A case meeting on both tracks holds two meetings in one: everybody sits through the other half.
    """

    severity = Severity.ADVIES
    statement = (
        "Casusoverleggen kosten geen dubbele tijd: niet twee keer dezelfde mensen over dezelfde gezinnen, "
        "en niet hulp en strafrecht in één overleg."
    )
    why = (
        "Praten dezelfde mensen twee keer over hetzelfde gezin, dan kost dat dubbele tijd. "
        "Ook is niet duidelijk welk besluit geldt. "
        "Heeft één overleg twee doelen, dan wacht ieder op zijn deel."
    )
    remedy = (
        "Voeg dubbele overleggen samen, of maak met 'themas' of 'gebied' duidelijk waar elk over gaat. "
        "Splits een overleg met twee doelen in twee overleggen die verbonden zijn."
    )
    good = (
        Example.of(
            "Aan het nieuwe overleg doen andere partners mee dan aan het casusoverleg hulp",
            overleggen=example_meeting(),
        ),
    )
    bad = (
        Example.of(
            "Het nieuwe overleg heeft dezelfde deelnemers als het casusoverleg hulp",
            overleggen=example_meeting(id="gezinstafel # hier", deelnemers=_SAME_PEOPLE),
        ),
        Example.of(
            "In Elsbroek zijn het dezelfde mensen, al staan er nu namen in plaats van soorten",
            overleggen=example_meeting(
                id="gezinstafel # hier",
                gebied=("elsbroek",),
                themas=("partnergeweld",),
                deelnemers=(
                    "veilig-thuis-tweebeken",
                    "lokaal-team-elsbroek",
                    "opvang-de-linde",
                    "jeugdhulp-de-vlinder",
                ),
            ),
        ),
        Example.of(
            "Eén overleg bespreekt eerst de straf en dan de hulp, en iedereen blijft zitten",
            overleggen=example_meeting(spoor="hulp-en-strafrecht # hier"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each meeting with two purposes, and each later meeting that repeats an earlier one."""
        yield from (_two_in_one(meeting) for meeting in case_meetings(chain) if meeting.track == _BOTH)
        for first, second in combinations(case_meetings(chain), 2):
            shared = meeting_area(first, chain) & meeting_area(second, chain)
            same_cases = shared and _same_track(first, second) and share_a_theme(first, second)
            if same_cases and _same_people(first, second, shared, chain):
                message = (
                    f"{second.name} en {first.name} gaan {in_places(chain, shared)} met dezelfde partners "
                    f"over dezelfde gezinnen. Voeg ze samen, of maak met 'themas' of 'gebied' duidelijk "
                    f"waar elk over gaat."
                )
                related = Related(first.place.span, f"hier staat {first.name}")
                yield Problem(second.place.span, message, (related,), municipalities=shared)


def _two_in_one(meeting: Meeting) -> Problem:
    message = (
        f"{meeting.name} gaat over hulp en over strafrecht tegelijk. Wie voor het ene komt, zit ook bij het "
        f"andere. Maak er twee overleggen van, en schrijf bij 'verbonden_met' hoe zij samenwerken."
    )
    return Problem(meeting.place.at("spoor").span, message)


def _same_track(first: Meeting, second: Meeting) -> bool:
    return first.track is None or second.track is None or first.track == second.track


def _same_people(first: Meeting, second: Meeting, shared: frozenset[str], chain: Chain) -> bool:
    one, other = (_people(meeting, shared, chain) for meeting in (first, second))
    return bool(one) and one == other


def _people(meeting: Meeting, here: frozenset[str], chain: Chain) -> frozenset[str]:
    """The partners that take part for these municipalities; none where some are not known."""
    if any(participant.name == UNKNOWN.value for participant in meeting.participants):
        return frozenset()
    return frozenset(
        partner.id
        for participant in meeting.participants
        for partner in who_comes(participant, meeting, chain)
        if here & chain.binding.municipalities(partner.id)
    )


class Seat(NamedTuple):
    """A meeting in which a partner sits, and how often a week it is held if that is known."""

    meeting: Meeting
    a_week: Fraction | None


class OVL006(Rule):
    """Adds up meetings per week; a partner is too full from half a meeting over what it can.

    So a body that meets four times a year does not count as a meeting every week.
    """

    severity = Severity.ADVIES
    statement = "Geen partner zit in meer overleggen per week dan hij aankan."
    why = (
        "Wie in te veel overleggen zit, slaat er een over of komt zonder voorbereiding. "
        "Dan ontbreekt juist de partner die iets over het gezin weet."
    )
    remedy = "Voeg overleggen samen, laat er een minder vaak zijn, of kies een andere deelnemer."
    good = (
        Example.of(
            "Eén overleg elke week en één elke twee weken, en er is tijd voor twee",
            partners=_PARTNER.format(2),
            overleggen=example_meeting(),
        ),
    )
    bad = (
        Example.of(
            "Er is maar tijd voor één overleg per week",
            partners=_PARTNER.format("1 # hier"),
            overleggen=example_meeting(elke="1 week"),
        ),
        Example.of(
            "Eén overleg, maar wel elke werkdag",
            partners=_PARTNER.format("4 # hier"),
            overleggen=example_meeting(elke="1 werkdag"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each partner that says how many meetings a week it can have."""
        limited = [one for one in chain.binding.partners.values() if one.meetings_per_week is not None]
        seats: dict[str, list[Seat]] = defaultdict(list)
        for meeting in meetings(chain) if limited else ():
            for id_ in _sitting_in(meeting, chain):
                seats[id_].append(Seat(meeting, _a_week(meeting)))
        for partner in limited:
            yield from _load(partner, seats[partner.id])


def _a_week(meeting: Meeting) -> Fraction | None:
    return _A_WEEK[meeting.every.unit] / meeting.every.number if isinstance(meeting.every, Duration) else None


def _sitting_in(meeting: Meeting, chain: Chain) -> set[str]:
    """The partners that take part or preside."""
    refs = (*meeting.participants, meeting.chair)
    return {one.id for ref in refs if isinstance(ref, Ref) for one in who_comes(ref, meeting, chain)}


def _load(partner: Partner, seats: list[Seat]) -> Iterator[Problem | Question]:
    limit = partner.meetings_per_week or 0
    place = partner.place.at("overleggen_per_week")
    if isinstance(limit, Unknown):
        question = f"In hoeveel overleggen per week kan {partner.name} zitten?"
        yield Question(place.span, question, partner.name)
        return
    total = sum((seat.a_week for seat in seats if seat.a_week is not None), Fraction())
    unknown = [seat.meeting.name for seat in seats if seat.a_week is None]
    if total - limit >= _FULL:
        message = (
            f"{partner.name} kan per week in {limit} overleggen zitten, maar zit er gemiddeld in "
            f"{_in_words(total)}: {_names(seats)}. Voeg overleggen samen, of kies een andere deelnemer."
        )
        related = tuple(Related(seat.meeting.place.span, f"hier staat {seat.meeting.name}") for seat in seats)
        yield Problem(place.span, message, related)
    elif unknown:
        yield Question(place.span, f"Hoe vaak is er {listed(unknown)}? {partner.name} doet daaraan mee.")


def _names(seats: Iterable[Seat]) -> str:
    return listed(seat.meeting.name for seat in seats)


def _in_words(number: Fraction) -> str:
    """With one decimal at most, as a Dutch reader writes it: `2,5`."""
    return f"{float(number):.1f}".removesuffix(".0").replace(".", ",")
