"""OVL001 and OVL003: who leads a meeting, and whether meetings on two tracks know of each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.gatherings import case_meetings, meeting_area, meetings, share_a_theme
from ketenhandboek.rules.shared.phrases import in_places
from ketenhandboek.rules.texts.meetings import example_meeting
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.meeting import Meeting

_TRACKS = {"hulp", "strafrecht"}
_LINKED = """\
    verbonden_met:
      - overleg: casusoverleg-hulp
        via: {}
"""


class OVL001(Rule):
    """Somebody leads."""

    severity = Severity.FOUT
    statement = (
        "Een overleg heeft een voorzitter en een plaatsvervanger, en dat zijn twee verschillende functies."
    )
    why = (
        "Zonder voorzitter bewaakt niemand de agenda en de besluiten. "
        "Zonder plaatsvervanger gaat het overleg niet door als de voorzitter er niet is. "
        "Een gezin wacht dan een week langer."
    )
    remedy = "Noem bij 'voorzitter' en bij 'plaatsvervanger' een functie. Kies twee verschillende functies."
    good = (
        Example.of(
            "Twee functies van twee organisaties leiden het overleg",
            overleggen="""
                overleggen:
                  - id: leerbijeenkomst
                    naam: Leerbijeenkomst
                    soort: leerbijeenkomst
                    voorzitter: veilig-thuis-tweebeken/teammanager
                    plaatsvervanger: gemeente-elsbroek/beleidsambtenaar
                    doel: Leren van elkaar.
                    rapporteert_aan: regiegroep
            """,
        ),
    )
    bad = (
        Example.of(
            "Er is geen plaatsvervanger",
            overleggen="""
                overleggen:
                  - id: leerbijeenkomst # hier
                    naam: Leerbijeenkomst
                    soort: leerbijeenkomst
                    voorzitter: veilig-thuis-tweebeken/teammanager
                    doel: Leren van elkaar.
                    rapporteert_aan: regiegroep
            """,
        ),
        Example.of(
            "De voorzitter vervangt zichzelf, één keer met de naam en één keer met de soort",
            overleggen="""
                overleggen:
                  - id: leerbijeenkomst
                    naam: Leerbijeenkomst
                    soort: leerbijeenkomst
                    voorzitter: veilig-thuis-tweebeken/teammanager
                    plaatsvervanger: veilig-thuis/teammanager # hier
                    doel: Leren van elkaar.
                    rapporteert_aan: regiegroep
            """,
        ),
        Example.of(
            "Er staat een organisatie, maar niet welke functie voorzit",
            overleggen="""
                overleggen:
                  - id: leerbijeenkomst
                    naam: Leerbijeenkomst
                    soort: leerbijeenkomst
                    voorzitter: veilig-thuis-tweebeken # hier
                    plaatsvervanger: gemeente-elsbroek/beleidsambtenaar
                    doel: Leren van elkaar.
                    rapporteert_aan: regiegroep
            """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each meeting that exists on the day."""
        for meeting in meetings(chain):
            yield from _seat(chain, meeting, "voorzitter", meeting.chair)
            yield from _seat(chain, meeting, "plaatsvervanger", meeting.deputy)
            yield from _same(chain, meeting)


def _seat(
    chain: Chain, meeting: Meeting, key: str, who: Ref | Unknown | None
) -> Iterator[Problem | Question]:
    place = meeting.place.at(key)
    if who is None:
        remedy = f"Noem bij '{key}' een partner met een functie, zoals 'veilig-thuis/teammanager'."
        yield Problem(place.span, f"{meeting.name} heeft geen {key}. {remedy}")
    elif isinstance(who, Unknown):
        yield Question(place.span, f"Welke functie is {key} van {meeting.name}?")
    elif not who.function:
        example = next(iter(chain.functions.of(who.name)), "functie")
        message = (
            f"{chain.names.party(who)} is {key} van {meeting.name}, maar er staat niet welke functie. "
            f"Schrijf de functie erbij, zoals '{who.name}/{example}'."
        )
        yield Problem(place.span, message)


def _same(chain: Chain, meeting: Meeting) -> Iterator[Problem]:
    chair, deputy = meeting.chair, meeting.deputy
    if not isinstance(chair, Ref) or not isinstance(deputy, Ref) or not chair.function:
        return
    if chair.function == deputy.function and _meant(chain, chair) == _meant(chain, deputy):
        message = (
            f"De {chain.names.party(chair)} is voorzitter van {meeting.name} en vervangt ook zichzelf. "
            f"Noem bij 'plaatsvervanger' een andere functie."
        )
        related = Related(meeting.place.at("voorzitter").span, "hier staat dezelfde functie")
        yield Problem(meeting.place.at("plaatsvervanger").span, message, (related,))


def _meant(chain: Chain, who: Ref) -> set[str]:
    return {partner.id for partner in chain.binding.meant(who.name)} or {who.name}


def _fast(track: str, more: str = "") -> str:
    return example_meeting(
        more,
        naam="Snel overleg politie en OM",
        soort="zsm-afstemming",
        spoor=track,
        themas=("partnergeweld",),
        deelnemers=("openbaar-ministerie", "politie"),
    )


class OVL003(Rule):
    """Two tracks, linked."""

    severity = Severity.FOUT
    statement = (
        "Een casusoverleg over straf en een casusoverleg over hulp voor dezelfde gezinnen zijn verbonden."
    )
    why = (
        "Praten straf en hulp over hetzelfde gezin en weten zij dat niet, dan werken zij elkaar tegen. "
        "De een heft een contactverbod op, terwijl de ander net een veiligheidsplan maakt."
    )
    remedy = (
        "Zet bij een van de twee 'verbonden_met', met het andere overleg. "
        "Schrijf erbij hoe zij elkaar op de hoogte houden."
    )
    good = (
        Example.of(
            "Het nieuwe overleg over straf is verbonden met het overleg over hulp",
            overleggen=_fast("strafrecht", _LINKED.format("Veilig Thuis zit in beide overleggen")),
        ),
    )
    bad = (
        Example.of(
            "Het nieuwe overleg over straf staat los van het overleg over hulp",
            overleggen=_fast("strafrecht # hier"),
        ),
        Example.of(
            "Een lokaal overleg is wel verbonden met het andere overleg over hulp, maar niet met straf",
            overleggen=example_meeting(
                _LINKED.format("de teammanager zit in beide overleggen"),
                naam="Gezinstafel Elsbroek",
                spoor="hulp # hier",
                gebied=("elsbroek",),
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Every two case meetings on different tracks that share municipalities and themes."""
        tracked = [meeting for meeting in case_meetings(chain) if meeting.track in _TRACKS]
        for first, second in combinations(tracked, 2):
            shared = meeting_area(first, chain) & meeting_area(second, chain)
            same_families = first.track != second.track and shared and share_a_theme(first, second)
            if same_families and not _linked(first, second):
                yield _apart(chain, first, second, shared)


def _linked(first: Meeting, second: Meeting) -> bool:
    return any(link.meeting == second.id for link in first.linked_to) or any(
        link.meeting == first.id for link in second.linked_to
    )


def _apart(chain: Chain, first: Meeting, second: Meeting, shared: frozenset[str]) -> Problem:
    message = (
        f"{second.name} (spoor {second.track}) en {first.name} (spoor {first.track}) gaan "
        f"{in_places(chain, shared)} over dezelfde gezinnen, maar zijn niet verbonden. "
        f"Zet bij een van de twee 'verbonden_met', en schrijf hoe zij elkaar op de hoogte houden."
    )
    related = Related(first.place.at("spoor").span, f"{first.name} is er voor het spoor {first.track}")
    return Problem(second.place.at("spoor").span, message, (related,), municipalities=shared)
