"""OPV003 and OPV004: a handover is taken over in time, and it is clear what happens when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.elaboration import origin
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.handover.spots import Spot, extent
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.values import UNKNOWN, Unknown
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.hands import Handed
    from ketenhandboek.kinds.agreement.lines import Next

_TO_INQUIRY = LINE.replace("naar: einde", "naar: onderzoek")
_ACCEPTED = """\
        overdracht:
          bevestigt_binnen: 2 werkdagen
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
"""
_TWO_OUTCOMES = (
    "uitkomsten:",
    "  - id: rustig",
    "    naam: Rustig",
    "  - id: gevaar",
    "    naam: Gevaar",
)
_NEEDS = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")


class OPV003(Rule):
    """Judges each step to a task for which another party is accountable."""

    severity = Severity.FOUT
    statement = (
        "Wie een taak overneemt, bevestigt dat binnen een termijn. "
        "Tot die tijd blijft de ander verantwoordelijk."
    )
    why = (
        "Bij een overdracht vallen gezinnen tussen wal en schip. De een denkt dat de ander het doet, "
        "en niemand houdt zicht op de veiligheid."
    )
    remedy = "Schrijf bij de stap 'overdracht', met bij 'bevestigt_binnen' de termijn."
    needs = _NEEDS
    good = (
        Example.of(
            "Veilig Thuis bevestigt binnen twee werkdagen",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(_TO_INQUIRY + _ACCEPTED),
        ),
        Example.of(
            "De volgende taak is van hetzelfde team",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(LINE.replace("naar: einde", "naar: monitoring")),
        ),
    )
    bad = (
        Example.of(
            "Na het bed doet Veilig Thuis onderzoek, maar het bevestigt niets",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(_TO_INQUIRY.replace("naar: onderzoek", "naar: onderzoek # hier")),
        ),
        Example.of(
            "Er staat wanneer het onderzoek begint, maar niet dat Veilig Thuis het overneemt",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                _TO_INQUIRY.replace("naar: onderzoek", "naar: onderzoek # hier\n        binnen: 1 werkdag")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each step that hands over somewhere, once."""
        for handed in _each_once(chain, lambda step: step.handover is None or _unsure(step)):
            if handed.next.handover is None:
                yield _unconfirmed(chain, handed)
            else:
                question = f"Binnen welke termijn bevestigt {chain.names.party(handed.taker)} de overdracht?"
                place = handed.next.handover.place.at("bevestigt_binnen")
                yield Question(place.span, question, keeper(chain, origin(handed.line, "next").agreement))


class OPV004(Rule):
    """Judges each handover with a term."""

    severity = Severity.WAARSCHUWING
    statement = "Bij elke overdracht staat wat er gebeurt als niemand op tijd bevestigt."
    why = "Zonder vervolg is een termijn een wens. Loopt zij af, dan weet niemand wie wat moet doen."
    remedy = (
        "Schrijf bij 'lukt_dat_niet' welke aanleiding dit is. "
        "De ladder voor die aanleiding zegt wie dan belt."
    )
    needs = _NEEDS
    good = (OPV003.good[0],)
    bad = (
        Example.of(
            "Er staat niet wat er gebeurt als Veilig Thuis niet bevestigt",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                _TO_INQUIRY
                + _ACCEPTED.replace("          lukt_dat_niet: route-loopt-vast\n", "").replace(
                    "overdracht:", "overdracht: # hier"
                )
            ),
        ),
        Example.of(
            "Van twee overdrachten aan Veilig Thuis heeft de tweede geen vervolg",
            eigen__taken=bed_task(*_TWO_OUTCOMES),
            afspraken__bed=bed_agreement(
                _TO_INQUIRY.replace("- naar", "- als: rustig\n        naar")
                + _ACCEPTED
                + "      - als: gevaar\n        naar: crisisinterventie\n"
                + _ACCEPTED.replace("          lukt_dat_niet: route-loopt-vast\n", "").replace(
                    "overdracht:", "overdracht: # hier"
                )
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each handover that does not say what follows when it fails."""
        for handed in _each_once(chain, _without_plan):
            taker = chain.names.party(handed.taker)
            if handed.next.handover and handed.next.handover.otherwise:
                question = f"Wat gebeurt er als {taker} niet op tijd bevestigt?"
                place = handed.next.handover.place.at("lukt_dat_niet")
                yield Question(place.span, question, keeper(chain, origin(handed.line, "next").agreement))
                continue
            message = (
                f"Hier staat niet wat er gebeurt als {taker} niet op tijd bevestigt. "
                "Schrijf bij 'lukt_dat_niet' welke aanleiding dat is, bijvoorbeeld 'route-loopt-vast'."
            )
            yield Problem(handed.next.place.at("overdracht").span, message)


def _each_once(chain: Chain, wanted: Callable[[Next], bool]) -> list[Handed]:
    """The steps that hand over, each told of its first two parties and of every situation."""
    found: dict[int, Handed] = {}
    for handed in chain.handed_over:
        if not wanted(handed.next):
            continue
        first = found.get(id(handed.next), handed)
        found[id(handed.next)] = first._replace(cells=first.cells | handed.cells)
    return list(found.values())


def _without_plan(step: Next) -> bool:
    return step.handover is not None and step.handover.otherwise in (None, UNKNOWN.value)


def _unsure(step: Next) -> bool:
    return step.handover is not None and isinstance(step.handover.confirmed_within, Unknown)


def _unconfirmed(chain: Chain, handed: Handed) -> Problem:
    line = origin(handed.line, "next")
    spot = Spot(line, (handed.next.task,), handed.cells, extent(chain, line, "next"))
    task = lower_first(chain.names.of("taak", handed.next.task))
    giver, taker = chain.names.party(handed.giver), chain.names.party(handed.taker)
    message = (
        f"{giver} geeft de casus hier aan {taker} voor {task}. "
        f"Er staat niet binnen welke termijn {taker} dat bevestigt.{spot.scene(chain)} "
        "Schrijf 'overdracht' met 'bevestigt_binnen'."
    )
    related = Related(handed.accepted.own.place.at("taak").span, f"hier staat wie {task} doet")
    here = frozenset(chain.space.municipalities_of(handed.cells))
    return Problem(handed.next.place.at("naar").span, message, (related,), municipalities=here)
