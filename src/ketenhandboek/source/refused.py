"""What we refuse before parsing: hidden characters, tabs, aliases, tags, flow style, deep nesting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from ketenhandboek.findings import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 50
HIDDEN = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    r"\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, lone surrogates, odd line breaks, signs without width or that turn the text around."""
HIDDEN_MESSAGE = "Hier staat een onzichtbaar stuurteken. Haal het weg en typ de tekst opnieuw."
# Each level of a map or list costs at least half a column, so a shallower line can't be too deep.
_SUSPICIOUS = re.compile(rf"\n([ ?:-]{{{DEEPEST // 2 - 1}}}|---|\.\.\.|%)")
_SIGNS = "&*!{["
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)

_ALIAS = "Verwijzen met * mag hier niet. Schrijf de tekst op deze plek voluit."
_ANCHOR = "Een anker (&) mag hier niet. Haal het weg, of zet aanhalingstekens om de tekst."
_TAG = "Een woord met ! ervoor heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de tekst."
_FLOW = (
    "Schrijf lijsten en groepen onder elkaar, zonder [ ] of { }. Is het tekst? Zet er aanhalingstekens om."
)
_DEEP = f"De gegevens zijn hier dieper dan {DEEPEST} niveaus genest. Maak de opbouw platter."
_SECOND = "Een bestand bevat één geheel. Haal de scheiding --- weg, of maak een tweede bestand."


def hidden_at(text: str) -> int | None:
    """Where the first hidden character stands."""
    # Texts without one are the rule, and this says so four times as fast as a search does.
    match = None if text.replace("\n", "").isprintable() else HIDDEN.search(text)
    return match.start() if match else None


def span_at(text: str, offset: int, shown: str) -> Span:
    """The span of the one character at `offset`."""
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Span(shown, line, column, line, column + 1)


def before_parsing(text: str, shown: str) -> list[Problem]:
    """What makes a text unsafe or unclear to parse; one without suspicious signs is searched, not parsed."""
    tab = text.find("\t")
    if tab >= 0:
        span = span_at(text, tab, shown)
        return [Problem(span, "Hier staat een tab. Typ spaties in plaats van de tab.")]
    if not any(sign in text for sign in _SIGNS) and not _SUSPICIOUS.search(f"\n{text}"):
        return []
    return list(_walk(text, shown))


def _walk(text: str, shown: str) -> Iterator[Problem]:
    """Look at the parser's events, which nest nothing and expand nothing; its errors are told elsewhere."""
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, _STARTS) - isinstance(event, _ENDS)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if depth > DEEPEST or documents > 1:
                yield _problem(event, _DEEP if depth > DEEPEST else _SECOND, shown)
                return
            message = _refusal(event)
            if message:
                yield _problem(event, message, shown)
                if message is _FLOW:
                    return
    except yaml.YAMLError:
        return


def _refusal(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return _ALIAS
    if not isinstance(event, (*_STARTS, yaml.ScalarEvent)):
        return ""
    if event.anchor is not None:
        return _ANCHOR
    if event.tag is not None:
        return _TAG
    return _FLOW if isinstance(event, _STARTS) and event.flow_style else ""


def _problem(event: yaml.Event, message: str, shown: str) -> Problem:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Problem(Span(shown), message)
    last = end.column if end.line == start.line else start.column + 1
    return Problem(Span(shown, start.line + 1, start.column + 1, start.line + 1, last + 1), message)
