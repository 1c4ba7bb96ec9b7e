"""The parser's complaints in Dutch, with what to do about them."""

from __future__ import annotations

from dataclasses import replace

import yaml

from ketenhandboek.findings import Problem, Span
from ketenhandboek.source.mistyped import slip_on

_TOLD_WHERE_IT_BEGINS = (
    "found unexpected end of stream",
    "could not find expected ':'",
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a block scalar",
)
INDENTED = "Deze regel springt anders in dan de regels eromheen. Zet hem even ver naar rechts als de regels waar hij bij hoort."
_NO_DASH = "Deze regel hoort bij een lijst, maar begint niet met een streepje. Zet er '- ' voor."
_REMEDIES = (
    ("could not find expected ':'", "Achter dit woord ontbreekt een dubbele punt. Hoort deze regel bij de tekst erboven? Laat hem dan twee spaties verder inspringen."),
    ("block sequence entries are not allowed", "Hier begint een lijst op een plek waar dat niet kan. Zet het streepje op een nieuwe regel, onder de sleutel."),
    ("mapping values are not allowed", INDENTED),
    ("did not find expected '-' indicator", INDENTED),
    ("did not find expected key", INDENTED),
    ("mapping keys are not allowed", "Tekst kan in YAML niet met een vraagteken beginnen. Zet aanhalingstekens om de tekst."),
    ("found unexpected end of stream", "Hier begint tekst met een aanhalingsteken dat nergens wordt gesloten. Zet het sluitende aanhalingsteken erbij."),
    ("found character that cannot start any token", "Tekst kan in YAML niet met dit teken beginnen. Zet aanhalingstekens om de tekst."),
    ("found unknown escape character", "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een bijzondere betekenis. Gebruik enkele aanhalingstekens."),
    ("found invalid Unicode character escape code", "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een bijzondere betekenis. Gebruik enkele aanhalingstekens."),
    ("did not find expected <document start>", "Hier begint tekst die niet bij het bestand past. Kijk of de regel goed inspringt."),
    ("did not find expected ',' or", "Een lijst tussen [ ] of { } is niet goed gesloten. Schrijf lijsten onder elkaar, met streepjes."),
    ("while scanning a block scalar", "Na | of > komt de tekst op een nieuwe regel, twee spaties verder naar rechts. Hoort het teken bij de tekst? Zet er dan aanhalingstekens om."),
    ("found undefined alias", "Verwijzen met * mag hier niet. Zet aanhalingstekens om de tekst, of schrijf het voluit."),
    ("expected alphabetic or numeric character", "Tekst die met * of & begint, heeft in YAML een bijzondere betekenis. Zet er aanhalingstekens om."),
)  # fmt: skip
_AFTER_QUOTE = "Hier staat nog tekst na een aanhalingsteken dat al sluit. Zet de hele tekst tussen enkele aanhalingstekens; een ' in de tekst schrijft u dan als ''."
_FALLBACK = "De opmaak van het bestand klopt hier niet. Kijk naar inspringen, streepjes, dubbele punten en aanhalingstekens."


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """The place of a YAML error and its remedy in plain Dutch."""
    said = str(error)
    span = _span(error, text, shown)
    line = (text.splitlines() or [""])[span.line - 1]
    slip = slip_on(line, span.line, shown)
    if slip is not None:
        return slip
    if "did not find expected key" in said and line[: span.column - 1].strip():
        return Problem(span, _AFTER_QUOTE)
    if "expected '-' indicator" in said and _in_the_column_of_the_list(error):
        return Problem(span, _NO_DASH)
    message = next((remedy for words, remedy in _REMEDIES if words in said), _FALLBACK)
    indented = len(line) - len(line.lstrip())
    return Problem(replace(span, column=indented + 1) if message is INDENTED else span, message)


def _in_the_column_of_the_list(error: yaml.YAMLError) -> bool:
    begun, here = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    return begun is not None and here is not None and begun.column == here.column


def _span(error: yaml.YAMLError, text: str, shown: str) -> Span:
    if not isinstance(error, yaml.MarkedYAMLError):
        return Span(shown)
    begun = any(words in str(error) for words in _TOLD_WHERE_IT_BEGINS)
    mark = (error.context_mark if begun else error.problem_mark) or error.problem_mark
    if mark is None:
        return Span(shown)
    line = min(mark.line, max(text.count("\n") - text.endswith("\n"), 0))
    column = mark.column if line == mark.line else 0
    return Span(shown, line + 1, column + 1, line + 1, column + 2)
