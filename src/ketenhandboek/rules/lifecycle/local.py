"""AFS007: a local agreement is equal or stricter, never contrary, and says why it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.rules.lifecycle.differences import Differences, Elaborated
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Problem, Question

_TERM_LINE = """
    termijn:
      binnen: {}
      vanaf: bed-voor-de-nacht/begin
"""
_MODEL = bed_agreement(LINE, _TERM_LINE.format("5 werkdagen"))
_OWN = "  - id: bed\n    taak: bed-voor-de-nacht\n"


def _local(line: str) -> str:
    text = bed_agreement(line).replace("voor de nacht\n", "in Elsbroek\n", 1)
    return text.replace("  - regio\n", "  - elsbroek\n", 1) + "werkt_uit:\n  - bed\n"


class AFS007(Rule):
    """Compares each line with the one that it elaborates, in what the line writes itself.

    Contrary, whatever the reason: another accountable party, a longer term, or somebody left out who carries
    it out or is informed. Anything else that differs needs a reason. What was left open may be filled in.
    """

    severity = Severity.FOUT
    statement = (
        "Een lokale afspraak is gelijk aan de regionale of strenger, en noemt bij elk verschil een reden."
    )
    why = (
        "De regio belooft elk gezin hetzelfde. "
        "Neemt één gemeente meer tijd, dan krijgt een gezin daar later hulp dan de afspraak zegt."
    )
    remedy = (
        "Maak de lokale regel gelijk of strenger. Zet bij een verschil de reden bij 'afwijking'. "
        "Moet de gemeente zelf kunnen kiezen? Laat de regio dat zeggen met 'lokaal_in_te_vullen'."
    )
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "Elsbroek is sneller, en zegt waarom",
            eigen__taken=bed_task(),
            afspraken__bed=_MODEL,
            afspraken__bed_elsbroek=_local(
                _OWN + _TERM_LINE.format("2 werkdagen") + "    afwijking: Elsbroek heeft zelf een bed.\n"
            ),
        ),
    )
    bad = (
        Example.of(
            "Elsbroek neemt meer tijd dan de regio",
            eigen__taken=bed_task(),
            afspraken__bed=_MODEL,
            afspraken__bed_elsbroek=_local(
                _OWN
                + _TERM_LINE.format("8 werkdagen").replace("termijn:", "termijn: # hier")
                + "    afwijking: Het team is klein.\n"
            ),
        ),
        Example.of(
            "Vijf kalenderdagen lijkt korter dan vijf werkdagen, maar er staat geen reden bij",
            eigen__taken=bed_task(),
            afspraken__bed=_MODEL,
            afspraken__bed_elsbroek=_local(
                _OWN + _TERM_LINE.format("5 kalenderdagen").replace("termijn:", "termijn: # hier")
            ),
        ),
        Example.of(
            "In Elsbroek is een ander eindverantwoordelijk, en doet het lokale team niet meer mee",
            eigen__taken=bed_task(),
            afspraken__bed=_MODEL,
            afspraken__bed_elsbroek=_local(
                _OWN
                + "    eindverantwoordelijk: gemeente # hier\n"
                + "    uitvoerders: # hier\n      - gemeente/medewerker\n"
                + "    afwijking: De gemeente doet het zelf.\n"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line in force against each line that it elaborates somewhere."""
        differences = Differences(chain)
        seen = set[tuple[int, int]]()
        for holding in chain.situations.lines:
            line = holding.line
            pair = (id(line.own), id(line.base.own)) if line.base else (0, 0)
            if line.base and pair not in seen:
                seen.add(pair)
                here = chain.elaboration.municipalities(line)
                yield from differences.judged(Elaborated(line, line.base, here))
