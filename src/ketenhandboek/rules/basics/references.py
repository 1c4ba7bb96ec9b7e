"""References: every name that is used exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.index import is_word
from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.findings import Severity
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.case import Case
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.basics.lookup import choices, missing, named_in_full, not_found
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Problem
    from ketenhandboek.source.document import Place

DONE = "klaar"
"""The outcome of a task that names no outcomes."""


class BAS003(Rule):
    """Looks up every reference in the index; what could not be read is never called missing."""

    severity = Severity.FOUT
    statement = "Alles waar een afspraak naar verwijst, bestaat."
    why = (
        "Een verwijzing met een tikfout wijst nergens heen. "
        "Dan lijkt een taak geregeld, maar op de bladzijde van de organisatie staat zij niet."
    )
    remedy = (
        "Verbeter de naam. Bestaat het echt nog niet? Voeg het dan toe, bijvoorbeeld in partners.yaml. "
        "Weet u het niet? Schrijf 'onbekend'."
    )
    good = (
        Example.of(
            "Een soort met een functie als voorzitter, en een begrip dat bestaat",
            overleggen="""
                overleggen:
                  - id: weekstart
                    naam: Weekstart
                    soort: beleidsoverleg
                    doel: De week samen beginnen.
                    voorzitter: veilig-thuis/teammanager
                    plaatsvervanger: onbekend
                """,
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag nog veilig zijn.
                    zie_ook:
                      - veiligheidsplan
                """,
        ),
    )
    bad = (
        Example.of(
            "Een tikfout in de naam van een begrip",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag nog veilig zijn.
                    zie_ook:
                      - veiligheidplan # hier
                """,
        ),
        Example.of(
            "De organisatie bestaat, maar kent deze functie niet",
            overleggen="""
                overleggen:
                  - id: weekstart
                    naam: Weekstart
                    soort: beleidsoverleg
                    doel: De week samen beginnen.
                    voorzitter: veilig-thuis/wethouder # hier
                    plaatsvervanger: gemeente-elsbroek/teammanager
                """,
        ),
        Example.of(
            "De uitkomst bestaat, maar hoort bij een andere taak",
            afspraken__nieuwe_werkwijze="""
                titel: Nieuwe werkwijze
                soort: werkinstructie
                stand: concept
                geldig:
                  van: 2026-06-01
                gebied:
                  - regio
                themas:
                  - alle
                verantwoordelijkheden:
                  - id: plan
                    taak: veiligheidsplan
                    daarna:
                      - als: acute-onveiligheid # hier
                        naar: crisisinterventie
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look up every name that is used; an outcome belongs to its own task, so that comes apart."""
        for used in chain.index.uses:
            if used.entry.layer == REGIONAL and not named_in_full(used) and not is_word(used.use):
                yield from not_found(used, chain) if used.use.said.targets != ("uitkomst",) else ()
        yield from _outcomes(chain)


def _outcomes(chain: Chain) -> Iterator[Problem]:
    for agreement in chain.records.of(Agreement).values():
        for line in agreement.responsibilities:
            for step in line.next:
                yield from _outcome(line.task, step.outcome, step.place, "als", chain)
    for case in chain.records.of(Case).values():
        for turn in case.turns:
            yield from _outcome(turn.task, turn.outcome, turn.place, "uitkomst", chain)


def _outcome(task_id: str, outcome: str | None, item: Place, key: str, chain: Chain) -> Iterator[Problem]:
    task = chain.records.of(Task).get(task_id)
    if task is None or outcome in (None, UNKNOWN.value):
        return
    known = [outcome.id for outcome in task.outcomes] or [DONE]
    if outcome not in known and not chain.records.may_declare("uitkomst", str(outcome)):
        said = f"De taak {task.name} heeft geen uitkomst '{outcome}'.{choices(outcome, known)}"
        yield missing(item.at(key), said, outcome, known)
