"""CAS001: what an example case expects, comes true."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.cases.verdicts import Result, Verdict, place_of
from ketenhandboek.chain.cases.words import situations_in_words
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.case import CASE, UNANSWERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.cases.values import Run
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.case import Expectation

_LATER = "daardoor klopt dit ook niet"


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
        """Each case: what goes wrong once for each cause, and what is not known."""
        for played in chain.cases.played.values():
            yield from _broken(played)
            yield from _asked(chain, played)


class _Way(NamedTuple):
    """How an expectation turns out, and the runs in which it does."""

    item: Expectation
    verdict: Verdict
    runs: tuple[Run, ...]

    @property
    def cause(self) -> tuple[object, ...]:
        """The same for expectations that fail by the same line, with the same reason, in the same runs."""
        said = self.verdict.said
        reason = said.partition(". ")[2] or said
        where = self.verdict.related or (id(self.item),)
        return (reason, *where, *map(id, self.runs))


def _ways(played: Played, result: Result) -> Iterator[_Way]:
    """The expectations that turn out like this, once for each way in which they do."""
    for number, item in enumerate(played.case.expectations):
        found: dict[Verdict, list[Run]] = defaultdict(list)
        for run, verdicts in zip(played.runs, played.verdicts, strict=True):
            found[verdicts[number]].append(run)
        for verdict, runs in found.items():
            if verdict.result is result:
                yield _Way(item, verdict, tuple(runs))


def _broken(played: Played) -> Iterator[Problem]:
    """What the first expectation that a cause breaks says, with the others behind it."""
    causes: dict[tuple[object, ...], list[_Way]] = defaultdict(list)
    for way in _ways(played, Result.BROKEN):
        causes[way.cause].append(way)
    for first, *others in causes.values():
        where = situations_in_words(played.chain.names, first.runs, played.runs)
        said = first.verdict.said
        later = (Related(place_of(way.item).span, _LATER) for way in others)
        yield Problem(
            place_of(first.item).span,
            f"{said} Dat is zo {where}." if where else said,
            (*first.verdict.related, *later),
        )


def _asked(chain: Chain, played: Played) -> Iterator[Question]:
    for way in _ways(played, Result.ASKED):
        ask = keeper(chain, way.verdict.agreement) if way.verdict.agreement else ""
        yield Question(place_of(way.item).span, way.verdict.said, ask)
