"""Slips of the keyboard that the parser can't name: what an editor typed on a line that is no YAML."""

from __future__ import annotations

import re
from typing import NamedTuple

from ketenhandboek.findings import Problem, Span

_KEY = r"[a-z_]+"


class _Slip(NamedTuple):
    """The look of a line with a slip; the group `here` is the place to mend."""

    line: re.Pattern[str]
    message: str


_SLIPS = (
    _Slip(re.compile(r"\s*(?P<here>-)[^\s-]"), "Achter een streepje hoort een spatie, zoals '- tekst'."),
    _Slip(
        re.compile(r"\s*(?P<here>[–—−•·*])\s"),
        "Een lijst heeft gewone streepjes. Typ hier een streepje en een spatie: '- '.",
    ),
    _Slip(
        re.compile(rf"\s*(?:- )?{_KEY}(?P<here>:)[^\s:/]"),
        "Achter een dubbele punt hoort een spatie, zoals 'naam: Veilig Thuis'.",
    ),
    _Slip(
        re.compile(rf"\s*(?:- )?{_KEY} *(?P<here>[=;])"),
        "Hier hoort een dubbele punt met een spatie, zoals 'naam: Veilig Thuis'.",
    ),
    _Slip(
        re.compile(rf"\s*(?:- |{_KEY}: )+(?P<here>'[a-z])\s"),
        "Deze tekst begint met een apostrof. Zet dubbele aanhalingstekens om de hele tekst, "
        'zoals "\'s avonds".',
    ),
    _Slip(
        re.compile(rf"\s*(?:- )?(?:{_KEY}: )?(?P<here>[“”„‘]).*:"),
        "Dit is een krul uit Word, en geen aanhalingsteken voor YAML. "
        "Typ hier en aan het einde een recht aanhalingsteken: '.",
    ),
    _Slip(
        re.compile(rf"\s*(?:- )?{_KEY}: (?P<here>[^'\"]*:)(?:\s|$)"),
        "In deze tekst staat een dubbele punt. Zet aanhalingstekens om de hele tekst.",
    ),
)
_TWO_VERSIONS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_SIGNS_OF_TWO = tuple(sign * 7 for sign in "<=>|")
_FIXED_SPACE = re.compile(rf"^(?: *(?:- *)?(?P<indent>\xa0)| *(?:- )?{_KEY}:(?P<after>\xa0))", re.MULTILINE)
_CONFLICT = (
    "Hier staan twee versies van dezelfde tekst, omdat twee mensen haar wijzigden. "
    "Laat één versie staan, en haal de regels met <<<<<<<, ======= en >>>>>>> weg."
)
_FROM_WORD = "Hier staat een vaste spatie, bijvoorbeeld uit Word. Haal haar weg en typ een gewone spatie."


def slip_on(line: str, number: int, shown: str) -> Problem | None:
    """The slip on a line that could not be parsed; `number` counts from 1."""
    for slip in _SLIPS:
        match = slip.line.match(line)
        if match is not None:
            column = match.start("here") + 1
            return Problem(Span(shown, number, column, number, column + 1), slip.message)
    return None


def slips_in(text: str, shown: str) -> list[Problem]:
    """What is certainly a slip, however well it parses: two versions of a text, fixed spaces between keys."""
    conflict = _TWO_VERSIONS.search(text) if any(sign in text for sign in _SIGNS_OF_TWO) else None
    if conflict is not None:
        return [_at(text, conflict.start(), conflict.end(), _CONFLICT, shown)]
    space = _FIXED_SPACE.search(text) if "\xa0" in text else None
    if space is not None:
        start = space.start("indent" if space["indent"] else "after")
        return [_at(text, start, start + 1, _FROM_WORD, shown)]
    return []


def _at(text: str, start: int, end: int, message: str, shown: str) -> Problem:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Problem(Span(shown, line, column, line, column + end - start), message)
