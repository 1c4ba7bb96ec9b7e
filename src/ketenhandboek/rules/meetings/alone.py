"""OPV011: one function that leads every case meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.gatherings import case_meetings
from ketenhandboek.rules.texts.meetings import example_meeting
from ketenhandboek.values import Ref
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.meeting import Meeting

_CHAIR = "veilig-thuis-tweebeken/teammanager"
_LINKED = """\
    verbonden_met:
      - overleg: casusoverleg-hulp
        via: de voorzitter
"""


def _criminal(chair: str) -> str:
    """The example region's other case meeting, with another chair."""
    return example_meeting(
        _LINKED,
        id="casusoverleg-strafrecht",
        naam="Casusoverleg strafrecht",
        soort="casusoverleg-strafrecht",
        spoor="strafrecht",
        voorzitter=chair,
        deelnemers=("openbaar-ministerie", "politie", "veilig-thuis"),
    )


class OPV011(Rule):
    """Looks at the case meetings of the day; a deputy for one evening is no second chair."""

    severity = Severity.ADVIES
    statement = "Niet één functie zit alle casusoverleggen voor."
    why = (
        "Valt die ene functie weg, dan leidt niemand nog een casusoverleg. "
        "Dan wachten alle gezinnen tegelijk."
    )
    remedy = "Verdeel het voorzitten over twee functies, het liefst van twee organisaties."
    needs = ("overleg", "overlegsoort", "partner")
    good = (
        Example.of(
            "Veilig Thuis zit het overleg over hulp voor, de politie dat over straf",
            overleggen=_criminal("politie-tweebeken/teamchef"),
        ),
    )
    bad = (
        Example.of("Eén functie zit beide overleggen voor", overleggen=_criminal(f"{_CHAIR} # hier")),
        Example.of(
            "Dezelfde functie, maar nu met de soort in plaats van de naam",
            overleggen=_criminal("veilig-thuis/teammanager # hier"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """The region as a whole; with one case meeting there is nothing to divide."""
        meetings = list(case_meetings(chain))
        chairs = [set(_meant(chain, meeting.chair)) for meeting in meetings]
        if len(meetings) > 1 and len(chairs[0]) == 1 and all(chair == chairs[0] for chair in chairs):
            yield _everywhere(chain, meetings, chairs[0].pop())


def _everywhere(chain: Chain, meetings: list[Meeting], chair: Ref) -> Problem:
    *others, last = (meeting.place.at("voorzitter").span for meeting in meetings)
    message = (
        f"De {chain.names.party(chair)} zit {listed(meeting.name for meeting in meetings)} voor. "
        "Valt die functie weg, dan leidt niemand nog een casusoverleg. "
        "Laat een andere functie een van de overleggen voorzitten."
    )
    return Problem(last, message, tuple(Related(span, "hier staat dezelfde functie") for span in others))


def _meant(chain: Chain, chair: object) -> Iterator[Ref]:
    """The function by the name of its partner, for each partner meant."""
    if isinstance(chair, Ref):
        for partner in chain.binding.meant(chair.name):
            yield Ref(partner.id, chair.function)
