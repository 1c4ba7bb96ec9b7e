"""The eight questions that readers bring, and the page and place where each must be answered."""

from __future__ import annotations

import re

import pytest
from handbook import chain_of, example_pages, pages_of
from markdown_site import seen, to_html

MUNICIPALITY = "handboek/gemeenten/elsbroek.md"
PARTNER = "handboek/partners/politie-tweebeken.md"
AGREEMENT = "handboek/afspraken/regionale-afspraken.md"
LADDER = "handboek/escalatie/samenwerking-zorg.md"


def answer(path: str, heading: str) -> str:
    """What a reader reads under a heading of a page."""
    text = example_pages()[path]
    start = text.index(f"\n{heading}\n") + 1
    end = re.search(rf"\n#{{1,{heading.count('#')}}} ", text[start:])
    return seen(to_html(text[start : start + end.start()] if end else text[start:])).text


@pytest.mark.parametrize(
    ("path", "heading", "words"),
    [
        (MUNICIPALITY, "## Wie belt u nu", "Alarmcentrale 112 112, altijd"),
        (MUNICIPALITY, "## Wie belt u nu", "Veilig Thuis Tweebeken 0800-2000, altijd"),
        (MUNICIPALITY, "## Wie belt u nu", "hulpofficier van justitie beslist over huisverbod opleggen"),
        (MUNICIPALITY, "### Directe veiligheid", "beslist: Politie Tweebeken, hulpofficier van justitie"),
        (MUNICIPALITY, "### Directe veiligheid", "binnen 5 werkdagen, vanaf ontvangst melding"),
        (
            MUNICIPALITY,
            "### Directe veiligheid",
            "Gezinsteam Elsbroek binnen 10 werkdagen, vanaf het einde van triage",
        ),
        (MUNICIPALITY, "### Stabiele veiligheid", "Hulp aan de pleger Gezinsteam Elsbroek"),
        (MUNICIPALITY, "## Wat u mag delen", "Gezinsteam Elsbroek"),
        (MUNICIPALITY, "## Wat u terughoort", "Triage de melder, binnen 5 werkdagen"),
        (MUNICIPALITY, "## Als het vastloopt", "Gemeente Elsbroek, wethouder"),
        (MUNICIPALITY, "## Als het vastloopt", "Reageert binnen 5 werkdagen."),
        (
            MUNICIPALITY,
            "## Welke afspraken hier gelden",
            "Werkwijze Gezinsteam Elsbroek sinds 1 februari 2025",
        ),
        (PARTNER, "## Zo bereikt u deze partner", "Altijd via de meldkamer"),
        (PARTNER, "### Eindverantwoordelijk", "Noodhulp voert uit: agent"),
        (PARTNER, "### Beslist", "Huisverbod opleggen"),
        (PARTNER, "### Geeft", "Mag op grond van: Politie geeft gegevens aan vaste ontvangers"),
        (PARTNER, "## Als het vastloopt", "Samenwerking gemeente, politie en Veilig Thuis Escaleren"),
        (PARTNER, "## Functies", "bij afwezigheid: plaatsvervangend teamchef"),
        (AGREEMENT, "## Wie doet wat", "Triage Veilig Thuis binnen 5 werkdagen, vanaf ontvangst melding"),
        (AGREEMENT, "## Wat u mag delen", "Van School naar Veilig Thuis, bij Melden."),
        (AGREEMENT, "## Als het vastloopt", "Iemand is nu in gevaar Direct hulp"),
        (AGREEMENT, "### Crisisinterventie { #crisisinterventie }", "De ander bevestigt binnen 1 uur."),
        (AGREEMENT, "## Over deze afspraak", "Mag wijzigen Regiegroep Tweebeken"),
        (LADDER, "## De treden", "Teammanager Veilig Thuis, teammanager"),
        (LADDER, "## De treden", "Samen moet het opgelost zijn binnen 20 werkdagen."),
        (LADDER, "## De weg terug", "U gaat weer terug als de partijen het eens zijn."),
        ("handboek/escalatie/nu-in-gevaar.md", "## Wie belt u nu", "Alarmcentrale 112: 112, altijd"),
        ("handboek/begrippen.md", "# Begrippen", "zorgmelding (zie melding)"),
        ("handboek/taken/triage.md", "## Wet en norm", "Triage binnen 5 werkdagen"),
    ],
)
def test_a_reader_finds_the_answer(path: str, heading: str, words: str) -> None:
    assert words in answer(path, heading)


@pytest.mark.parametrize(
    ("path", "headings"),
    [
        (
            MUNICIPALITY,
            (
                "Wie belt u nu",
                "Wie doet en beslist wat",
                "Wat u mag delen",
                "Wat u terughoort",
                "Als het vastloopt",
                "Welke afspraken hier gelden",
            ),
        ),
        (
            PARTNER,
            ("Zo bereikt u deze partner", "Wat u mag verwachten", "Wat u mag delen", "Als het vastloopt"),
        ),
        (
            AGREEMENT,
            ("Wie doet wat", "Wat u mag delen", "Als het vastloopt", "Stap voor stap", "Wie tekende"),
        ),
        (LADDER, ("Wanneer", "De treden", "De weg terug", "In beeld", "Over deze route")),
    ],
)
def test_answers_come_in_the_order_of_the_questions(path: str, headings: tuple[str, ...]) -> None:
    places = [example_pages()[path].index(f"\n## {heading}\n") for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (AGREEMENT, ("Van kracht", "sinds 1 januari 2025", "beleidsmedewerker", "1 december 2025")),
        (PARTNER, ("Actief", "Berkenrade · Elsbroek", "15 januari 2026")),
        (LADDER, ("Van kracht", "Escaleren", "sinds 1 januari 2025")),
        ("handboek/overleggen/regiegroep.md", ("Actief", "sinds 1 januari 2015", "elke 3 maanden")),
        (MUNICIPALITY, ("Hoort bij de regio", "sinds 1 januari 2015")),
    ],
)
def test_validity_stands_at_the_top(path: str, words: tuple[str, ...]) -> None:
    top = seen(to_html(example_pages()[path].split("\n---\n")[1].split("\n## ")[0])).text
    assert [word for word in words if word not in top] == []


def test_the_shortest_number_that_always_answers_comes_first() -> None:
    rows = re.findall(r"^\| \[(.+?)\]", example_pages()[MUNICIPALITY], re.MULTILINE)
    assert rows[:2] == ["Alarmcentrale 112", "Veilig Thuis Tweebeken"]


OLD = """
titel: Oude werkwijze
soort: werkinstructie
stand: {stage}
geldig:
  van: {start}
  tot_en_met: {end}
gebied:
  - regio
themas:
  - alle
"""


@pytest.mark.parametrize(
    ("stage", "start", "end", "said"),
    [
        ("vastgesteld", "2020-01-01", "2024-12-31", "Deze afspraak is verlopen."),
        ("vastgesteld", "2027-01-01", "2028-12-31", "Deze afspraak geldt nog niet."),
        ("concept", "2025-01-01", "2028-12-31", "Dit is een concept."),
        ("ter-consultatie", "2025-01-01", "2028-12-31", "Dit is een voorstel."),
        ("vastgesteld", "onbekend", "2028-12-31", "Het is niet bekend of deze afspraak nu geldt."),
    ],
)
def test_an_agreement_that_does_not_hold_says_so(stage: str, start: str, end: str, said: str) -> None:
    chain = chain_of(afspraken__oud=OLD.format(stage=stage, start=start, end=end))
    assert said in pages_of(chain)["handboek/afspraken/oud.md"]


SKIPPING = """
titel: Ladder met een gat
soort: samenwerkingsafspraak
stand: vastgesteld
geldig:
  van: 2025-01-01
gebied:
  - regio
themas:
  - alle
escalatieroutes:
  - id: met-een-gat
    naam: Met een gat
    ladder: samenwerking
    aanleidingen:
      - route-loopt-vast
    opgelost_binnen: onbekend
    afschalen:
      wanneer: onbekend
    treden:
      - niveaus:
          - uitvoerend
        wie:
          - politie/agent
        reageert_binnen: onbekend
      - niveaus:
          - bestuurlijk
        wie:
          - politie/districtschef
"""


def test_a_skipped_level_and_an_unknown_term_are_shown() -> None:
    text = pages_of(chain_of(afspraken__gat=SKIPPING))["handboek/escalatie/met-een-gat.md"]
    badge = '<span class="kh-badge kh-badge--fout">Overgeslagen</span>'
    steps = re.findall(r"^1\. (.+)$", text, re.MULTILINE)
    assert steps == ["**Uitvoerend**", f"{badge} **Teammanager**", f"{badge} **Beleid**", "**Bestuurlijk**"]
    unknown = '<span class="kh-badge kh-badge--info">onbekend</span>.'
    for said in ("Reactietermijn", "Termijn voor alle treden samen", "Wanneer u weer terug gaat"):
        assert f"{said}: {unknown}" in text
