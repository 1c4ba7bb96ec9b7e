"""AFS002 and AFS010: agreements are evaluated in time, and pilots end with a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import State, evaluation_due
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import UNKNOWN, Day, Unknown
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.governance import Evaluation, Pilot

_KEPT = """
    geldig:
      van: {}
    beheer:
      beheerder: gemeente-elsbroek/beleidsambtenaar
      vastgesteld_door: regiegroep
"""
_OVER = {State.WITHDRAWN, State.REPLACED}


class AFS002(Rule):
    """Counts from the last evaluation, or else from the first day of the agreement."""

    severity = Severity.WAARSCHUWING
    statement = "Van elke afspraak die geldt, is een evaluatie gepland, en die is niet te laat."
    why = (
        "Een afspraak die niemand evalueert, veroudert stil. "
        "Op papier klopt alles, terwijl de teams al anders werken."
    )
    remedy = "Plan de evaluatie. Is die geweest? Zet de datum bij 'laatste'."
    good = (
        Example.of(
            "De eerste evaluatie komt nog: de afspraak geldt nog geen jaar",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                _KEPT.format("2025-06-01") + "      evaluatie:\n        elke: 12 maanden\n",
            ),
        ),
    )
    bad = (
        Example.of(
            "Er is geen evaluatie gepland",
            afspraken__nachtopvang=brief_agreement("Nachtopvang", _KEPT.format("2025-01-01")).replace(
                "beheer:", "beheer: # hier"
            ),
        ),
        Example.of(
            "De laatste evaluatie is langer dan een jaar geleden",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                _KEPT.format("2024-01-01")
                + "      evaluatie:\n        elke: 1 jaar\n        laatste: 2025-02-28 # hier\n",
            ),
        ),
        Example.of(
            "Er was nog nooit een evaluatie, en de afspraak geldt al ruim een jaar",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                _KEPT.format("2025-01-01") + "      evaluatie: # hier\n        elke: 52 weken\n",
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each agreement in force."""
        for agreement in chain.lifecycle.in_force.values():
            evaluation = agreement.stewardship.evaluation if agreement.stewardship else None
            if evaluation is None:
                message = (
                    f"Van '{agreement.title}' is geen evaluatie gepland. Zet bij 'beheer' een 'evaluatie', "
                    f"bijvoorbeeld elke 12 maanden."
                )
                yield Problem(agreement.place.at("beheer").span, message)
            else:
                yield from _in_time(agreement, evaluation, chain)


def _in_time(agreement: Agreement, evaluation: Evaluation, chain: Chain) -> Iterator[Problem | Question]:
    due = evaluation_due(agreement, chain.day)
    if isinstance(due, Unknown) or (due and due.first < chain.day <= due.last):
        question = f"Wanneer moet '{agreement.title}' weer worden geëvalueerd?"
        yield Question(evaluation.place.at("laatste").span, question, keeper(chain, agreement))
    elif due and due.last < chain.day:
        last = evaluation.last
        before = f"De laatste was {day_in_words(last)}." if isinstance(last, Day) else "Er was er nog geen."
        message = (
            f"De evaluatie van '{agreement.title}' is te laat: die had er {day_in_words(due)} moeten zijn. "
            f"{before} Plan de evaluatie. Is die geweest? Zet de datum bij 'laatste'."
        )
        yield Problem(evaluation.place.at("laatste").span, message)


_PILOT = """
    geldig:
      van: 2025-01-01
      tot_en_met: {}
    pilot:
      besluit_door: regiegroep
"""


class AFS010(Rule):
    """Looks at every agreement that is a pilot, unless it was withdrawn or replaced: that is a decision."""

    severity = Severity.WAARSCHUWING
    statement = "Een pilot heeft een einde en iemand die beslist, en na het einde is er een besluit."
    why = (
        "Een pilot die stil doorloopt of stil stopt, laat de teams in onzekerheid. "
        "Wat werkte, gaat dan verloren."
    )
    remedy = "Noem een einddatum en wie beslist. Is de pilot voorbij? Zet het besluit erbij."
    good = (
        Example.of(
            "De pilot is voorbij, en er is besloten",
            afspraken__proef=brief_agreement(
                "Proef met een bed",
                _PILOT.format("2025-12-31")
                + "      besluit: De regio gaat zo werken.\n      besloten_op: 2025-11-20\n",
            ),
        ),
    )
    bad = (
        Example.of(
            "De pilot heeft geen einde",
            afspraken__proef=brief_agreement(
                "Proef met een bed",
                _PILOT.replace("      tot_en_met: {}\n", "").replace("pilot:", "pilot: # hier"),
            ),
        ),
        Example.of(
            "Het einde is voorbij, maar er is niets besloten",
            afspraken__proef=brief_agreement("Proef met een bed", _PILOT.format("2025-12-31 # hier")),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each pilot."""
        for agreement in chain.records.of(Agreement).values():
            state = chain.lifecycle.states[agreement.id]
            if agreement.pilot is not None and state not in _OVER:
                yield from _ending(agreement, agreement.pilot)
                yield from _deciding(agreement, agreement.pilot)
                if state is State.EXPIRED:
                    yield from _decided(agreement, agreement.pilot, chain)


def _ending(agreement: Agreement, pilot: Pilot) -> Iterator[Problem | Question]:
    if agreement.valid.end is None:
        message = f"De pilot '{agreement.title}' heeft geen einde. Zet bij 'geldig' een datum 'tot_en_met'."
        yield Problem(pilot.place.span, message)
    elif isinstance(agreement.valid.end, Unknown):
        question = f"Tot wanneer loopt de pilot '{agreement.title}'?"
        yield Question(agreement.place.at("geldig", "tot_en_met").span, question)


def _deciding(agreement: Agreement, pilot: Pilot) -> Iterator[Problem | Question]:
    if pilot.decided_by is None:
        message = f"Er staat niet wie over de pilot '{agreement.title}' beslist. Vul 'besluit_door' in."
        yield Problem(pilot.place.span, message)
    elif isinstance(pilot.decided_by, Unknown):
        question = f"Wie beslist over de pilot '{agreement.title}'?"
        yield Question(pilot.place.at("besluit_door").span, question)


def _decided(agreement: Agreement, pilot: Pilot, chain: Chain) -> Iterator[Problem | Question]:
    who = chain.names.party(pilot.decided_by) if pilot.decided_by and pilot.decided_by != UNKNOWN else ""
    end = agreement.valid.end
    if pilot.decision == UNKNOWN.value:
        question = f"Wat is besloten over de pilot '{agreement.title}'?"
        yield Question(pilot.place.at("besluit").span, question, who)
    elif pilot.decision is None and isinstance(end, Day):
        message = (
            f"De pilot '{agreement.title}' liep tot en met {day_in_words(end)}, maar er staat geen besluit. "
            f"Zet bij 'pilot' het besluit en de datum."
        )
        related = Related(pilot.place.at("besluit_door").span, f"hier staat dat {who or 'iemand'} beslist")
        yield Problem(agreement.place.at("geldig", "tot_en_met").span, message, (related,))
