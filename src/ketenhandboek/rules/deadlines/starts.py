"""TER001: a term says when it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.events import END
from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.shared.terms import Terms
from ketenhandboek.rules.texts.lines import PLAN, example_lines
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.lines import Responsibility
    from ketenhandboek.kinds.parts import Deadline
    from ketenhandboek.source.document import Place


class TER001(Rule):
    """A term starts somewhere."""

    severity = Severity.FOUT
    statement = "Een termijn heeft een getal, een eenheid en een gebeurtenis waarmee zij begint."
    why = (
        "Vijf werkdagen vanaf de melding is iets anders dan vijf werkdagen vanaf het eerste gesprek. "
        "Staat het begin er niet, dan telt iedereen anders en is niemand te laat."
    )
    remedy = "Schrijf bij de termijn 'vanaf', met een gebeurtenis die voor het einde van de taak komt."
    good = (Example.of("De termijn begint als de taak begint", afspraken__hulpplan=example_lines(PLAN)),)
    bad = (
        Example.of(
            "Er staat binnen hoeveel dagen, maar niet vanaf wanneer",
            afspraken__hulpplan=example_lines(
                PLAN.replace(
                    "binnen: 10 werkdagen\n        vanaf: hulpplan/begin", "binnen: 10 werkdagen # hier"
                )
            ),
        ),
        Example.of(
            "De termijn begint pas als de taak klaar is, en is zo nooit te laat",
            afspraken__hulpplan=example_lines(PLAN.replace("hulpplan/begin", "hulpplan/einde # hier")),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each term in each agreement that is in force, to come or drafted."""
        terms = Terms(chain)
        for agreement, _ in standing(chain):
            for line in agreement.responsibilities:
                if line.deadline is not None:
                    yield from _started(chain, terms, line, line.deadline)
                for place, said in _unknown(line):
                    task = chain.names.of("taak", line.task)
                    yield Question(place.span, f"{task}: {said}", keeper(chain, agreement))


def _started(chain: Chain, terms: Terms, line: Responsibility, deadline: Deadline) -> Iterator[Problem]:
    if deadline.since is None:
        message = (
            f"{chain.names.of('taak', line.task)} heeft een termijn, maar er staat niet vanaf wanneer die "
            f"loopt. Schrijf 'vanaf' erbij, bijvoorbeeld '{line.task}/begin'."
        )
        yield Problem(deadline.place.at("binnen").span, message)
    elif isinstance(deadline.since, Ref) and terms.event(deadline.since) == Ref(line.task, END):
        message = (
            f"{chain.names.of('taak', line.task)}: de termijn begint bij het einde van de taak zelf. Zo is "
            f"de taak nooit te laat. Noem bij 'vanaf' een gebeurtenis die eerder komt, bijvoorbeeld "
            f"'{line.task}/begin'."
        )
        yield Problem(deadline.place.at("vanaf").span, message)


def _unknown(line: Responsibility) -> Iterator[tuple[Place, str]]:
    """What nobody knows yet about the terms of a line, and what to ask about each."""
    if line.deadline and isinstance(line.deadline.within, Unknown):
        yield line.deadline.place.at("binnen"), "binnen welke tijd is de taak klaar?"
    if line.deadline and isinstance(line.deadline.since, Unknown):
        yield line.deadline.place.at("vanaf"), "vanaf wanneer loopt de termijn?"
    for following in line.next:
        if isinstance(following.within, Unknown):
            yield following.place.at("binnen"), "binnen welke tijd begint de volgende taak?"
    if line.feedback and isinstance(line.feedback.within, Unknown):
        yield line.feedback.place.at("binnen"), "binnen welke tijd krijgt de melder bericht?"
