"""The parser's complaints in Dutch, with what to do about them."""

from __future__ import annotations

import yaml

from ketenhandboek.findings import Problem, Span

_TOLD_WHERE_IT_BEGINS = ("found unexpected end of stream", "could not find expected ':'")
_REMEDIES = (
    ("mapping values are not allowed", "Hier staat een dubbele punt waar die niet kan. Zet aanhalingstekens om de tekst, of kijk of de regel erboven goed inspringt."),
    ("could not find expected ':'", "Achter dit woord ontbreekt een dubbele punt. Schrijf 'sleutel: waarde'."),
    ("did not find expected '-' indicator", "Deze regel hoort bij een lijst, maar begint niet met een streepje op dezelfde plek als de regels erboven."),
    ("block sequence entries are not allowed", "Hier begint een lijst op een plek waar dat niet kan. Zet het streepje op een nieuwe regel, onder de sleutel."),
    ("did not find expected key", "Deze regel springt anders in dan de regels erboven. Gebruik voor elk niveau twee spaties."),
    ("found unexpected end of stream", "Hier begint tekst met een aanhalingsteken dat nergens wordt gesloten. Zet het sluitende aanhalingsteken erbij."),
    ("found character that cannot start any token", "Tekst kan in YAML niet met dit teken beginnen. Zet aanhalingstekens om de tekst."),
    ("found unknown escape character", "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een bijzondere betekenis. Gebruik enkele aanhalingstekens."),
    ("found invalid Unicode character escape code", "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een bijzondere betekenis. Gebruik enkele aanhalingstekens."),
    ("did not find expected <document start>", "Hier begint tekst die niet bij het bestand past. Kijk of de regel goed inspringt."),
    ("did not find expected ',' or", "Een lijst tussen [ ] of { } is niet goed gesloten. Schrijf lijsten onder elkaar, met streepjes."),
    ("while scanning a block scalar", "Na | of > komt de tekst op een nieuwe regel, twee spaties verder naar rechts."),
    ("found undefined alias", "Verwijzen met * mag hier niet. Zet aanhalingstekens om de tekst, of schrijf het voluit."),
    ("expected alphabetic or numeric character", "Tekst die met * of & begint, heeft in YAML een bijzondere betekenis. Zet er aanhalingstekens om."),
)  # fmt: skip
_AFTER_QUOTE = "Hier staat nog tekst na een aanhalingsteken dat al sluit. Zet de hele tekst tussen enkele aanhalingstekens; een ' in de tekst schrijft u dan als ''."
_FALLBACK = "De opmaak van het bestand klopt hier niet. Kijk naar inspringen, streepjes, dubbele punten en aanhalingstekens."


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """The place of a YAML error and its remedy in plain Dutch."""
    said = str(error)
    span = _span(error, text, shown)
    if "did not find expected key" in said and text.splitlines()[span.line - 1][: span.column - 1].strip():
        return Problem(span, _AFTER_QUOTE)
    return Problem(span, next((remedy for words, remedy in _REMEDIES if words in said), _FALLBACK))


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
