"""Nodes → plain data, with the few meanings a bare word can have in our records."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from yaml import MappingNode, ScalarNode

from ketenhandboek.findings import Edit, Problem, Related, Span
from ketenhandboek.source.refused import HIDDEN, HIDDEN_MESSAGE

if TYPE_CHECKING:
    import yaml

    from ketenhandboek.source.document import Data

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,15}")
_NOTHING = ("", "null", "~")
_YES_NO = {"true": "ja", "yes": "ja", "on": "ja", "false": "nee", "no": "nee", "off": "nee"}


def to_data(node: yaml.Node, shown: str, problems: list[Problem]) -> Data:
    """The data of a node: integers and null are themselves, all else is text.

    Duplicate and odd keys are added to `problems`; the walk goes on, so that all are found at once.
    """
    if isinstance(node, ScalarNode):
        if not node.style:
            return meaning(node.value)
        if node.style == '"':
            problems.extend(_hidden(node, shown))
        return node.value
    if isinstance(node, MappingNode):
        return _map(node, shown, problems)
    return [to_data(child, shown, problems) for child in node.value]


def _map(node: MappingNode, shown: str, problems: list[Problem]) -> dict[str, Data]:
    data: dict[str, Data] = {}
    again: list[ScalarNode] = []
    for key, value in node.value:
        name = key.value
        if not isinstance(key, ScalarNode):
            problems.append(Problem(_span(key, shown), "Links van de dubbele punt hoort één woord te staan."))
        elif name in data:
            again.append(key)
        else:
            if key.style == '"':
                problems.extend(_hidden(key, shown))
            # Nearly every value is a bare word: asked here, each saves a call.
            bare = isinstance(value, ScalarNode) and not value.style
            data[name] = meaning(value.value) if bare else to_data(value, shown, problems)
    if again:
        first = next(key for key, _ in node.value if key.value == again[0].value)
        problems.append(_duplicates(first, again, shown))
    return data


def scalar(node: ScalarNode) -> str | int | None:
    """What a bare word or a quoted text means."""
    return str(node.value) if node.style else meaning(node.value)


@lru_cache(maxsize=8192)
def meaning(text: str) -> str | int | None:
    """What a bare word means: an integer without leading zero, nothing, or itself."""
    if text[-1:].isdigit() and _INTEGER.fullmatch(text):
        return int(text)
    return None if text in _NOTHING else text


def yes_or_no(node: yaml.Node, shown: str) -> Problem | None:
    """The mend for `true`, `yes` and their kind where `ja` or `nee` is meant; None for any other text."""
    word = _YES_NO.get(str(node.value).lower())
    if word is None:
        return None
    span = _span(node, shown)
    message = f"Hier staat '{node.value}'. Schrijf ja of nee: hier '{word}'."
    return Problem(span, message, edit=Edit(span, word))


def _duplicates(first: yaml.Node, again: list[ScalarNode], shown: str) -> Problem:
    """One problem for all keys of a map that come back: several do where a new item lacks its dash."""
    name = again[0].value[:60]
    related = Related(_span(first, shown), f"hier staat '{name}' voor het eerst")
    message = f"'{name}' staat hier twee keer. Laat er één staan; bij een lijst: voeg ze samen."
    if len(again) > 1:
        message = (
            f"'{name}' en de regels eronder staan er twee keer. "
            "Begint hier een nieuw onderdeel van de lijst? Zet dan '- ' voor deze regel."
        )
    return Problem(_span(again[0], shown), message, (related,))


def _hidden(node: ScalarNode, shown: str) -> list[Problem]:
    """The control character that an escape such as `\\0` between double quotes smuggles in."""
    return [Problem(_span(node, shown), HIDDEN_MESSAGE)] if HIDDEN.search(node.value) else []


def _span(node: yaml.Node, shown: str) -> Span:
    start, end = node.start_mark, node.end_mark
    last = end.column if end.line == start.line else start.column + 1
    return Span(shown, start.line + 1, start.column + 1, start.line + 1, last + 1)
