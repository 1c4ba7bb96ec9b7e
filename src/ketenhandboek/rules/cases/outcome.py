"""CAS001: what an example case expects, comes true."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.verdicts import Result, Verdict, place_of
from ketenhandboek.chain.cases.words import situations_in_words
from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.case import CASE, UNANSWERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.cases.values import Run
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.case import Expectation


class CAS001(Rule):
    """Runs every case on its own day, in each of its situations."""

    severity = Severity.FOUT
    statement = "Een voorbeeldcasus loopt zoals hij verwacht."
    why = (
        "Een casus laat zien wat er echt gebeurt als iemand de afspraken volgt. Loopt hij anders, dan krijgt "
        "een gezin niet wat u wilde, ook al klopt elke afspraak op zich."
    )
    remedy = "Verander de afspraak die de melding noemt. Klopt de afspraak wel? Pas dan de verwachting aan."
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep", "niveau")
    good = (
        Example.of("Een kind vertelt iets op school, en krijgt hulp", casussen__op_school=CASE),
        Example.of("Niemand bevestigt, en de teammanagers komen erbij", casussen__geen_antwoord=UNANSWERED),
    )
    bad = (
        Example.of(
            "Een ander heeft de taak",
            casussen__op_school=CASE.replace(
                "taak: veiligheidsplan\n    partner: lokaal-team",
                "taak: veiligheidsplan # hier\n    partner: politie",
            ),
        ),
        Example.of(
            "Veilig Thuis is op tijd, maar niet als Tweede Pinksterdag in de week valt",
            casussen__op_school=CASE.replace("triage\n    partner", "triage # hier\n    partner").replace(
                "binnen: 5 werkdagen", "binnen: 7 kalenderdagen"
            ),
        ),
        Example.of(
            "De route gaat een andere kant op, en er gebeurt iets wat nooit mag",
            casussen__op_school=CASE.replace("nooit: opvang", "nooit: hulp-kind # hier"),
        ),
        Example.of(
            "De escalatie komt wel bij de teammanagers, maar niet bij die van de politie",
            casussen__geen_antwoord=UNANSWERED.replace(
                "niveau: teammanager\n    partner: lokaal-team",
                "niveau: teammanager # hier\n    partner: politie",
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each expectation of each case, once for each way in which it goes wrong."""
        for played in chain.cases.played.values():
            for number, item in enumerate(played.case.expectations):
                for verdict, runs in _ways(played, number).items():
                    if verdict.result is Result.BROKEN:
                        yield _broken(played, item, verdict, runs)
                    elif verdict.result is Result.ASKED:
                        yield _asked(chain, item, verdict)


def _ways(played: Played, number: int) -> dict[Verdict, list[Run]]:
    """The verdicts on one expectation, each with the runs in which it falls."""
    found: dict[Verdict, list[Run]] = defaultdict(list)
    for run, verdicts in zip(played.runs, played.verdicts, strict=True):
        found[verdicts[number]].append(run)
    return found


def _broken(played: Played, item: Expectation, verdict: Verdict, runs: list[Run]) -> Problem:
    where = situations_in_words(played.chain.names, runs, played.runs)
    message = f"{verdict.said} Dat is zo {where}." if where else verdict.said
    return Problem(place_of(item).span, message, verdict.related)


def _asked(chain: Chain, item: Expectation, verdict: Verdict) -> Question:
    ask = keeper(chain, verdict.agreement) if verdict.agreement else ""
    return Question(place_of(item).span, verdict.said, ask)
