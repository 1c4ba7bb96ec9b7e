"""Files that can be read, and records that fit their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Problem


class BAS001(Rule):
    """The reader refuses what is unsafe or unclear; this rule passes on what it said."""

    severity = Severity.FOUT
    statement = "Elk bestand is YAML die iedereen op dezelfde manier leest."
    why = (
        "Een dubbele sleutel, een tab of een vergeten aanhalingsteken verandert stil wat er staat. "
        "Dan zegt het handboek iets anders dan de schrijver bedoelde."
    )
    remedy = "Ga naar de regel en de kolom in de melding en verbeter daar de opmaak."
    firm = True
    good = (
        Example.of(
            "Tijden, nummers met een nul en het woord no blijven gewoon tekst",
            begrippen="""
                begrippen:
                  - id: nachtdienst
                    naam: nachtdienst
                    betekenis: '23:00 tot 08:30; zie ook no en 0344'
                    zie_ook:
                      - melding
                """,
        ),
    )
    bad = (
        Example.of(
            "Dezelfde sleutel staat er twee keer",
            begrippen="""
                begrippen:
                  - id: crisis
                    naam: crisis
                    betekenis: Iemand is nu in gevaar.
                    betekenis: Iemand heeft vandaag hulp nodig. # hier
                """,
        ),
        Example.of(
            "Een dubbele punt in de tekst, zonder aanhalingstekens",
            begrippen="""
                begrippen:
                  - id: crisis
                    naam: crisis
                    betekenis: let op: bel eerst 112 # hier
                """,
        ),
        Example.of(
            "Een lijst tussen haken, in plaats van met streepjes",
            begrippen="""
                begrippen:
                  - id: crisis
                    naam: crisis
                    betekenis: Iemand is nu in gevaar.
                    synoniemen: [nood, spoed] # hier
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Pass on why files could not be read."""
        yield from chain.records.unreadable


class BAS002(Rule):
    """The gate decides whether a file fits its schema; this rule passes on what it said."""

    severity = Severity.FOUT
    statement = "Alle gegevens hebben de vorm die bij hun soort hoort."
    why = (
        "Een sleutel met een tikfout telt niet mee, zonder dat iemand het ziet. "
        "Een afspraak zonder datum of gebied kan niemand toepassen."
    )
    remedy = "Verbeter de regel in de melding. De bladzijde Gegevens zegt wat er bij elke sleutel mag staan."
    firm = True
    good = (
        Example.of(
            "Een begrip met de sleutels die erbij horen",
            begrippen="""
                begrippen:
                  - id: crisis
                    naam: crisis
                    betekenis: Iemand is nu in gevaar.
                    zie_ook:
                      - melding
                """,
        ),
    )
    bad = (
        Example.of(
            "Een tikfout in een sleutel",
            begrippen="""
                begrippen:
                  - id: crisis
                    naam: crisis
                    betekenis: Iemand is nu in gevaar.
                    synoniem: # hier
                      - nood
                """,
        ),
        Example.of(
            "Een termijn in 'dagen': werkdagen of kalenderdagen?",
            overleggen="""
                overleggen:
                  - id: weekstart
                    naam: Weekstart
                    soort: casusoverleg-hulpverlening
                    elke: 7 dagen # hier
                """,
        ),
        Example.of(
            "Het Engelse woord true, waar ja of nee hoort",
            afspraken__nieuwe_werkwijze="""
                titel: Nieuwe werkwijze
                soort: werkinstructie
                stand: concept
                geldig:
                  van: 2026-06-01
                vraagt_lokale_uitwerking: true # hier
                gebied:
                  - regio
                themas:
                  - alle
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Pass on what does not fit."""
        yield from chain.records.misfits
