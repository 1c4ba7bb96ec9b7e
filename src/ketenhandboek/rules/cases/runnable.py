"""CAS002: an example case can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.texts.case import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain


class CAS002(Rule):
    """Says why a case has no story; names that do not exist are said elsewhere."""

    severity = Severity.FOUT
    statement = "Een voorbeeldcasus is te spelen: begin, moment, plaats en uitkomsten passen bij de regio."
    why = (
        "Een casus die niet te spelen is, toetst niets. De afspraken lijken dan goed, maar niemand weet het."
    )
    remedy = "Pas de situatie, het begin of het verloop van de casus aan."
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep", "niveau")
    good = (Example.of("Alles past bij de regio", casussen__op_school=CASE),)
    bad = (
        Example.of(
            "Een route kan niet met deze taak beginnen",
            casussen__op_school=CASE.replace(
                "onderwijs\n  taak: signaleren", "onderwijs\n  taak: triage # hier"
            ),
        ),
        Example.of(
            "De partner die begint, heeft deze taak in geen enkele afspraak",
            casussen__op_school=CASE.replace("partner: onderwijs", "partner: politie # hier"),
        ),
        Example.of(
            "Na een terugval begint het veiligheidsplan opnieuw, en nergens staat hoe dat afloopt",
            casussen__op_school=CASE.replace("stabiel-veilig", "terugval").replace(
                "verloop:", "verloop: # hier"
            ),
        ),
        Example.of(
            "Op deze dag hoort de gemeente nog niet bij de regio",
            casussen__op_school=CASE.replace("gemeente: berkenrade", "gemeente: berkenrade # hier").replace(
                "2026-05-20", "2012-05-20"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each case, with everything that stops it."""
        for played in chain.cases.played.values():
            for hurdle in played.hurdles:
                yield Problem(hurdle.span, hurdle.message)
