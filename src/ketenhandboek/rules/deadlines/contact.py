"""TER009: contact details were checked not too long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.terms import how_often
from ketenhandboek.wording import day_in_words, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.values import Day, Duration

_REACHED = """
    partners:
      - id: alarmcentrale-tweebeken
        naam: Alarmcentrale 112
        soort: alarmcentrale
        werkgebied:
          - gebied: regio
            sinds: 2015-01-01
        bereikbaar:
          - tijden:
              - altijd
            telefoon: 112
        contact_gecontroleerd_op: 2025-03-15
"""


class TER009(Rule):
    """Somebody dialled the number lately."""

    severity = Severity.WAARSCHUWING
    statement = "De contactgegevens van elke partner zijn op tijd gecontroleerd."
    why = (
        "Nummers en diensten veranderen. Wie in nood een oud nummer belt, verliest tijd. "
        "De regio zegt hoe oud een controle mag zijn."
    )
    remedy = "Controleer hoe de partner te bereiken is, en zet de dag bij 'contact_gecontroleerd_op'."
    needs = ("regio",)
    good = (Example.of("De controle is bijna een jaar oud, en dat mag", partners=_REACHED),)
    bad = (
        Example.of(
            "De controle is ouder dan een jaar",
            partners=_REACHED.replace("2025-03-15", "2025-02-15 # hier"),
        ),
        Example.of(
            "Er staat niet wanneer iemand dit heeft gecontroleerd",
            partners=_REACHED.replace("        contact_gecontroleerd_op: 2025-03-15\n", "").replace(
                "bereikbaar:", "bereikbaar: # hier"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each partner with a way to reach it, when the region says how old a check may be."""
        period = chain.region.contact_check if chain.region else None
        if period is not None:
            for partner in chain.binding.partners.values():
                if partner.reachable or partner.contact_checked_on:
                    yield from _checked(chain, partner, period)


def _checked(chain: Chain, partner: Partner, period: Duration) -> Iterator[Problem | Question]:
    on = partner.contact_checked_on
    if on is None:
        message = (
            f"Bij {partner.name} staat niet wanneer iemand de contactgegevens heeft gecontroleerd. "
            f"Controleer ze, en zet de dag bij 'contact_gecontroleerd_op'."
        )
        yield Problem(partner.place.at("bereikbaar").span, message)
        return
    span = partner.place.at("contact_gecontroleerd_op").span
    if period.after(on.last) < chain.day:
        message = (
            f"De contactgegevens van {partner.name} zijn voor het laatst gecontroleerd {_when_checked(on)}. "
            f"In deze regio moet dat {how_often(period)}. Controleer ze, en zet de nieuwe dag hier."
        )
        yield Problem(span, message)
    elif period.after(on.first) < chain.day:
        question = (
            f"Op welke dag in {day_in_words(on)} zijn de contactgegevens van {partner.name} gecontroleerd? "
            f"Op {in_words(chain.day)} mag dat hooguit {period} geleden zijn."
        )
        yield Question(span, question, partner.name)


def _when_checked(on: Day) -> str:
    return f"{'op' if on.exact else 'in'} {day_in_words(on)}"
