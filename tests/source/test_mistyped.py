"""Slips as editors make them, each a small change of a good file: where it is told, and in which words."""

# ruff: noqa: E501 - a table reads best with one slip a line; the odd signs are the slips
from __future__ import annotations

import pytest

from ketenhandboek.kinds.gate import misfits
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.source.reader import read_bytes

GOOD = """\
begrippen:
  - id: crisis
    naam: crisis
    betekenis: Iemand is nu in gevaar.
    synoniemen:
      - nood
      - spoed
  - id: triage
    naam: triage
    betekenis: Bepalen wie helpt.
"""
TEXT = "Iemand is nu in gevaar."
CONFLICT = "Hier staan twee versies van dezelfde tekst, omdat twee mensen haar wijzigden. Laat één versie staan, en haal de regels met <<<<<<<, ======= en >>>>>>> weg."
INDENTED = "Deze regel springt anders in dan de regels eromheen. Zet hem even ver naar rechts als de regels waar hij bij hoort."
COLON = "In deze tekst staat een dubbele punt. Zet aanhalingstekens om de hele tekst."
NO_COLON = "Achter dit woord ontbreekt een dubbele punt. Hoort deze regel bij de tekst erboven? Laat hem dan twee spaties verder inspringen."
TAB = "Hier staat een tab. Typ spaties in plaats van de tab."
SIGN = "Tekst kan in YAML niet met dit teken beginnen. Zet aanhalingstekens om de tekst."
STAR = "Tekst die met * of & begint, heeft in YAML een bijzondere betekenis. Zet er aanhalingstekens om."
BLOCK = "Na | of > komt de tekst op een nieuwe regel, twee spaties verder naar rechts. Hoort het teken bij de tekst? Zet er dan aanhalingstekens om."
BRACKETS = (
    "Schrijf lijsten en groepen onder elkaar, zonder [ ] of { }. Is het tekst? Zet er aanhalingstekens om."
)
UNCLOSED = "Hier begint tekst met een aanhalingsteken dat nergens wordt gesloten. Zet het sluitende aanhalingsteken erbij."
AFTER = "Hier staat nog tekst na een aanhalingsteken dat al sluit. Zet de hele tekst tussen enkele aanhalingstekens; een ' in de tekst schrijft u dan als ''."
APOSTROPHE = (
    'Deze tekst begint met een apostrof. Zet dubbele aanhalingstekens om de hele tekst, zoals "\'s avonds".'
)
CURLY = "Dit is een krul uit Word, en geen aanhalingsteken voor YAML. Typ hier en aan het einde een recht aanhalingsteken: '."
DASH = "Achter een streepje hoort een spatie, zoals '- tekst'."
DASHES = "Begin elke regel van een lijst met een gewoon streepje en een spatie: '- '."
SPACE = "Achter een dubbele punt hoort een spatie, zoals 'naam: Veilig Thuis'."
NOT_A_COLON = "Hier hoort een dubbele punt met een spatie, zoals 'naam: Veilig Thuis'."
FIXED = "Hier staat een vaste spatie, bijvoorbeeld uit Word. Haal haar weg en typ een gewone spatie."
HASH = "Wat achter # staat, telt niet mee. Hoort het bij de tekst? Zet dan aanhalingstekens om de hele tekst."
NO_TEXT = "Dit is geen gewone tekst, maar bijvoorbeeld een Word-bestand. Sla het op als tekst, in UTF-8."

# fmt: off
SLIPS = [
    ("    naam: crisis\n", "<<<<<<< HEAD\n    naam: crisis\n=======\n    naam: Crisis\n>>>>>>> anders\n", "3:1", CONFLICT),
    ("      - nood\n", "      - nood\n>>>>>>> anders\n", "7:1", CONFLICT),
    ("    naam: crisis", "\tnaam: crisis", "3:1", TAB),
    ("naam: crisis", "naam: crisis\t", "3:17", TAB),
    (TEXT, f'"{TEXT}', "4:16", UNCLOSED),
    (TEXT, f"'{TEXT}", "4:16", UNCLOSED),
    (TEXT, "'Zo'n situatie'", "4:20", AFTER),
    (TEXT, '"Gevaar" voor iemand', "4:25", AFTER),
    (TEXT, "'s avonds is er niemand", "4:16", APOSTROPHE),
    (TEXT, "'s avonds en 's nachts", "4:16", APOSTROPHE),
    (TEXT, "Let op: iemand is in gevaar.", "4:16", COLON),
    (TEXT, "Let op:", "4:16", COLON),
    ("naam: crisis", "naam:crisis", "3:9", SPACE),
    ("naam: crisis", "naam crisis", "3:5", NO_COLON),
    ("naam: crisis", "naam = crisis", "3:10", NOT_A_COLON),
    ("naam: crisis", "naam; crisis", "3:9", NOT_A_COLON),
    (TEXT, "Iemand is nu\n    in gevaar.", "5:5", NO_COLON),
    ("- spoed", "-spoed", "7:7", DASH),
    ("- nood", "-nood", "6:7", DASHES),
    ("- id: triage", "-id: triage", "8:3", DASH),
    ("- nood", "– nood", "6:7", DASHES),
    ("- nood", "• nood", "6:7", DASHES),
    ("  - id: triage", "    id: triage", "8:5", "'id' en de regels eronder staan er twee keer. Begint hier een nieuw onderdeel van de lijst? Zet dan '- ' voor deze regel."),
    ("  - id: triage", "  id: triage", "8:3", "Deze regel hoort bij een lijst, maar begint niet met een streepje. Zet er '- ' voor."),
    ("    naam: crisis", "     naam: crisis", "3:6", INDENTED),
    ("    naam: crisis", "   naam: crisis", "3:4", INDENTED),
    ("      - spoed", "     - spoed", "7:6", INDENTED),
    ("  - id: triage", "   - id: triage", "8:4", INDENTED),
    ("  - id: triage", " - id: triage", "8:2", INDENTED),
    ("    naam: crisis\n", "    naam: crisis\n    naam: nood\n", "4:5", "'naam' staat hier twee keer. Laat er één staan; bij een lijst: voeg ze samen."),
    (TEXT, "“Gevaar: nu”", "4:16", CURLY),
    (TEXT, "% van de meldingen", "4:16", SIGN),
    (TEXT, "@team belt", "4:16", SIGN),
    (TEXT, "`code` belt", "4:16", SIGN),
    (TEXT, "*belangrijk* is dit", "4:16", STAR),
    (TEXT, "* belangrijk", "4:16", STAR),
    (TEXT, "&co belt", "4:16", "Een anker (&) mag hier niet. Haal het weg, of zet aanhalingstekens om de tekst."),
    (TEXT, "> 3 dagen", "4:16", BLOCK),
    (TEXT, "? wie", "4:16", "Tekst kan in YAML niet met een vraagteken beginnen. Zet aanhalingstekens om de tekst."),
    (TEXT, "#1 in gevaar", "4:5", HASH),
    (TEXT, "[nog invullen]", "4:16", BRACKETS),
    (TEXT, "[nog invullen", "4:16", BRACKETS),
    ("synoniemen:\n", "synoniemen: geen\n", "5:17", "'synoniemen' is een lijst. Haal de tekst vóór het eerste streepje weg."),
    ("    naam: crisis", "   \u00a0naam: crisis", "3:4", FIXED),
    ("naam: crisis", "naam:\u00a0crisis", "3:10", FIXED),
    ("- nood", "-\u00a0nood", "6:8", FIXED),
]
FILES = [
    (GOOD.replace("gevaar", "cafés").encode("latin-1"), "4:35", "Het teken 'é' is niet goed opgeslagen. Sla het bestand op met de codering UTF-8."),
    (GOOD.encode("utf-16"), "1:1", NO_TEXT),
    (b"PK\x03\x04\x14\x00\x06\x00", "1:1", NO_TEXT),
]
# fmt: on


def told(content: bytes) -> list[tuple[str, str]]:
    document = read_bytes(content, "begrippen.yaml")
    if isinstance(document, list):
        problems = document
    else:
        problems = [misfit.problem for misfit in misfits(catalogue()["begrip"], document)]
    return [(f"{problem.span.line}:{problem.span.column}", problem.message) for problem in problems]


@pytest.mark.parametrize(("old", "new", "place", "says"), SLIPS)
def test_a_slip_is_told_at_its_place_with_what_to_type(old: str, new: str, place: str, says: str) -> None:
    assert old in GOOD
    assert told(GOOD.replace(old, new, 1).encode()) == [(place, says)]


@pytest.mark.parametrize(("content", "place", "says"), FILES)
def test_a_file_that_is_no_text(content: bytes, place: str, says: str) -> None:
    assert told(content) == [(place, says)]


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        f"---\n{GOOD}",
        GOOD.replace("Iemand is", "Iemand\u00a0is"),
        GOOD.replace(TEXT, "“Gevaar” voor iemand, zo'n 3 x per week (50 %)"),
        GOOD.replace(TEXT, ">-\n      Regels:\n      – een\n      • twee = 2; drie"),
    ],
    ids=["plain", "byte order mark", "Windows", "one document", "a fixed space", "curls", "a long text"],
)
def test_what_is_no_slip_is_read(content: str) -> None:
    assert told(content.encode()) == []
