"""Messages for a value of the wrong shape: text where a list belongs, a number where text belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ketenhandboek.findings import Edit, Problem, Span
from ketenhandboek.kinds.explain.quoting import quoted, quoted_list, scalar

if TYPE_CHECKING:
    from ketenhandboek.kinds.explain.faults import Fault
    from ketenhandboek.source.document import Place

_NUMBER = re.compile("0|[1-9][0-9]{0,8}")


def shape_problem(fault: Fault, place: Place) -> Problem:
    """What stands here, what belongs here, and how to write it."""
    if fault.value is None:
        return Problem(place.key_span, _HASH if _is_comment(place) else _nothing(fault))
    if isinstance(fault.value, list) and _in_list(fault):
        return Problem(place.span, "Hier staat een lijst in een lijst. Haal één streepje weg.")
    asked = fault.schema["type"]
    if asked == "object":
        return Problem(place.span, _no_map(fault))
    if asked == "array":
        return Problem(place.span, _no_list(fault), edit=_listed(fault, place))
    if asked == "integer":
        return _no_number(fault, place)
    return _no_text(fault, place)


def _is_comment(place: Place) -> bool:
    """Whether a text that begins with # stands behind the key, and not just a remark."""
    lines = place.document.text.splitlines()
    line = place.key_span.line - 1
    return line < len(lines) and bool(re.search(r":\s+#\S", lines[line]))


def _nothing(fault: Fault) -> str:
    if not fault.path:
        return f"Dit bestand is leeg. Begin met {_first_keys(fault)}."
    if _in_list(fault):
        return "Achter dit streepje staat niets. Vul iets in, of haal het streepje weg."
    otherwise = "." if fault.needed else ", of haal de regel weg."
    return f"Achter {quoted(fault.name)} staat niets. Vul iets in{otherwise}"


def _no_map(fault: Fault) -> str:
    if not fault.path:
        return f"{_what(fault)} Begin het bestand met {_first_keys(fault)}, en laat de rest inspringen."
    if isinstance(fault.value, list):
        return f"Onder {quoted(fault.name)} hoort geen lijst. Haal de streepjes weg."
    where = "achter het streepje" if _in_list(fault) else "eronder, met twee spaties ervoor,"
    return f"{_what(fault)} Zet {where} eigen regels, zoals {_first_keys(fault)}."


def _no_list(fault: Fault) -> str:
    if isinstance(fault.value, str) and fault.value[:1] in _DASHES:
        return _BAD_DASHES
    if isinstance(fault.value, str) and " - " in fault.value:
        return f"{quoted(fault.name)} is een lijst. Haal de tekst vóór het eerste streepje weg."
    if isinstance(fault.value, dict):
        return f"{quoted(fault.name)} is een lijst. Zet een streepje ('- ') voor elk onderdeel."
    return (
        f"{quoted(fault.name)} is een lijst. Zet {quoted(fault.value)} op een nieuwe regel, met '- ' ervoor."
    )


def _listed(fault: Fault, place: Place) -> Edit | None:
    """The one text as the first item of a list under its key."""
    label, node, text = place.label, place.node, place.document.text
    of_texts = fault.schema.get("items", {}).get("type") == "string"
    if label is None or not of_texts or isinstance(fault.value, dict):
        return None
    start, end = label.end_mark, node.end_mark
    if end.line != start.line or text[start.index] != ":":
        return None
    written = text[node.start_mark.index : end.index]
    span = Span(place.document.file, start.line + 1, start.column + 2, end.line + 1, end.column + 1)
    return Edit(span, f"\n{' ' * (label.start_mark.column + 2)}- {written}")


def _no_number(fault: Fault, place: Place) -> Problem:
    message = f"{_what(fault)} Schrijf een heel getal met cijfers, zonder aanhalingstekens."
    text = fault.value if isinstance(fault.value, str) else ""
    edit = Edit(place.span, text) if _NUMBER.fullmatch(text) else None
    return Problem(place.span, message, edit=edit)


def _no_text(fault: Fault, place: Place) -> Problem:
    if isinstance(fault.value, int):
        span = place.span
        message = f"Hier staat het getal {fault.value}, maar dit is tekst. Zet er aanhalingstekens om."
        return Problem(span, message, edit=Edit(span, scalar(str(fault.value))))
    if isinstance(fault.value, list):
        asked = "hoort geen lijst. Zet de tekst achter de dubbele punt, zonder streepje."
        return Problem(place.span, f"Bij {quoted(fault.name)} {asked}")
    return Problem(place.span, _COLON_IN_TEXT)


_HASH = (
    "Wat achter # staat, telt niet mee. Hoort het bij de tekst? Zet dan aanhalingstekens om de hele tekst."
)
_BAD_DASHES = "Begin elke regel van een lijst met een gewoon streepje en een spatie: '- '."
_DASHES = tuple("-–—−•·*")
_COLON_IN_TEXT = (
    "Hier hoort gewone tekst. Staat er een dubbele punt in? Zet dan aanhalingstekens om de hele tekst."
)


def _in_list(fault: Fault) -> bool:
    return bool(fault.path) and isinstance(fault.path[-1], int)


def _what(fault: Fault) -> str:
    if isinstance(fault.value, list):
        return "Hier staat een lijst."
    if isinstance(fault.value, dict):
        return "Hier staan eigen regels."
    return f"Hier staat {quoted(fault.value)}."


def _first_keys(fault: Fault) -> str:
    keys = fault.schema.get("required") or list(fault.schema["properties"])
    return quoted_list([f"{key}:" for key in keys[:2]], "en")
