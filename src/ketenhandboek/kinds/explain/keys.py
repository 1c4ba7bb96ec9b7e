"""Messages for keys that do not belong in a map, and for keys that it lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ketenhandboek.findings import Edit, Problem
from ketenhandboek.kinds.explain.nearby import near_misses
from ketenhandboek.kinds.explain.quoting import quoted, quoted_list
from ketenhandboek.slips import slip_of

if TYPE_CHECKING:
    from ketenhandboek.kinds.explain.faults import Fault
    from ketenhandboek.kinds.kind import Schema
    from ketenhandboek.source.document import Place

COMMON = ("opmerking", "bron", "open")
MOST_OPTIONS = 8


def unknown_key(fault: Fault, place: Place) -> Problem:
    """A key that the schema of the map does not know."""
    free = [key for key in fault.schema["properties"] if key not in fault.value]
    meant = near_misses(fault.name, free)
    span = place.key_span
    slip = slip_of(fault.name, free)
    edit = Edit(span, slip) if slip else None
    what_to_do = f"Bedoelde u {quoted_list(meant, 'of')}?" if meant else _elsewhere(fault, free)
    return Problem(span, f"{quoted(fault.name)} hoort hier niet. {what_to_do}", edit=edit)


def _elsewhere(fault: Fault, free: list[str]) -> str:
    properties: Schema = fault.schema["properties"]
    below = [
        key
        for key, schema in properties.items()
        if key in fault.value and fault.name in schema.get("properties", ())
    ]
    if below:
        return (
            f"Hoort het onder {quoted_list(below, 'of')}? Laat de regel dan twee spaties verder inspringen."
        )
    names = [key for key in free if key not in COMMON]
    if 0 < len(names) <= MOST_OPTIONS:
        return f"Haal het weg. Wat hier nog kan staan: {quoted_list(names, 'of')}."
    return "Haal het weg, of schrijf het bij 'opmerking'." if "opmerking" in free else "Haal het weg."


def missing_partner(fault: Fault, place: Place) -> Problem:
    """A key that stands alone, but asks for another."""
    missing, there = quoted_list(fault.limit, "en"), quoted(fault.name)
    return Problem(place.key_span, f"Bij {there} hoort ook {missing}. Zet die erbij, of haal {there} weg.")


def missing_keys(fault: Fault, place: Place) -> Problem:
    """One key with what it is for, or the names of several."""
    if len(fault.limit) > 1:
        return Problem(place.span, f"Hier ontbreken {quoted_list(fault.limit, 'en')}. Zet ze erbij.")
    missing = fault.limit[0]
    told: Schema = fault.schema["properties"][missing]
    title = "" if told["title"].lower() == missing else f" ({told['title']})"
    about = re.split(r"(?<=[.!?]) ", told["description"])[0]
    return Problem(place.span, f"Hier ontbreekt '{missing}'{title}. {about} Zet '{missing}:' erbij.")
