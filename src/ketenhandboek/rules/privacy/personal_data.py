"""Privacy: functions and services, never persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Severity, Span
from ketenhandboek.rules.privacy.patterns import sightings, sorts_in
from ketenhandboek.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.rules.privacy.patterns import Sighting

_REACH = "Zet hier hoe men de dienst bereikt, bijvoorbeeld 'via de meldkamer'."
_MESSAGES = {
    "mobile": f"Hier staat een mobiel nummer. {_REACH}",
    "mail": f"Dit e-mailadres lijkt van een persoon. {_REACH} Een adres van een team mag ook.",
    "number": "Dit lijkt een burgerservicenummer. Haal het weg: gegevens over personen horen hier niet.",
    "address": f"Hier staat een adres. {_REACH}",
    "person": "Dit lijkt de naam van een persoon. Noem de functie, bijvoorbeeld 'teammanager'.",
    "case": "Dit lijkt uit een echte casus te komen. Haal het weg en beschrijf alleen de werkwijze.",
}


class PRI001(Rule):
    """Searches the text of every file of the region, with its comments, also when the file is broken.

    A mailbox of a team or a function is allowed. An address counts as a person's when its domain is a private
    one, or when the part before the @ is built as a name is: `j.jansen`, `sandra`, `jan.jansen`. A finding
    never repeats what it found.
    """

    severity = Severity.FOUT
    statement = "In het handboek staan geen gegevens over personen: geen naam, mobiel nummer, adres of casus."
    why = (
        "Het handboek is openbaar en elke versie blijft bewaard. "
        "Een naam of nummer kan een medewerker of een gezin in gevaar brengen, en veroudert snel."
    )
    remedy = (
        "Noem de functie of de dienst, en hoe men die bereikt. "
        "Stond het al in een eerdere versie? Vraag de beheerder om het ook daar te verwijderen."
    )
    firm = True
    good = (
        Example.of(
            "Een openbaar nummer, een adres van een team en een functie",
            partners="""
                partners:
                  - id: scholen-tweebeken
                    naam: Scholen Tweebeken
                    soort: onderwijs
                    omschrijving: Mail meldpunt@scholen-tweebeken.nl of bel 088-1234567.
                    werkgebied:
                      - gebied: regio
                    bereikbaar:
                      - tijden:
                          - altijd
                        telefoon: 0800-2000
                    contact_gecontroleerd_op: 2026-01-15
                """,
        ),
    )
    bad = (
        Example.of(
            "Een mobiel nummer",
            partners="""
                partners:
                  - id: scholen-tweebeken
                    naam: Scholen Tweebeken
                    soort: onderwijs
                    werkgebied:
                      - gebied: regio
                    bereikbaar:
                      - tijden:
                          - altijd
                        telefoon: 06 12 34 56 78 # hier
                    contact_gecontroleerd_op: 2026-01-15
                """,
        ),
        Example.of(
            "Een naam in een opmerking, en een persoonlijk adres in een regel commentaar",
            partners="""
                partners:
                  # bij vragen: s.devries@scholen-tweebeken.nl # hier
                  - id: scholen-tweebeken
                    naam: Scholen Tweebeken
                    soort: onderwijs
                    werkgebied:
                      - gebied: regio
                    bereikbaar:
                      - tijden:
                          - altijd
                        via: de dienstdoende schoolleider
                    contact_gecontroleerd_op: 2026-01-15
                    opmerking: Afgesproken met mevrouw S. de Vries. # hier
                """,
        ),
        Example.of(
            "Een echte casus in een toelichting",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag veilig zijn.
                    opmerking: Zoals bij cliënt B, geboren 12-03-2011. # hier
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Search every file."""
        sorts = sorts_in(chain.records.lines)
        for file, text in chain.records.texts:
            for sighting in sightings(text, sorts):
                yield Problem(_span(file, text, sighting), _MESSAGES[sighting.sort])


def _span(file: str, text: str, sighting: Sighting) -> Span:
    """Where it stands; of what runs on to the next line, the part on the first."""
    line = text.count("\n", 0, sighting.start) + 1
    before = text.rfind("\n", 0, sighting.start)
    line_end = text.find("\n", sighting.start, sighting.end)
    end = sighting.end if line_end < 0 else line_end
    return Span(file, line, sighting.start - before, line, end - before)
