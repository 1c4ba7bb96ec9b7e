"""A message of our own for each keyword: what stands there, what may stand there, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ketenhandboek.findings import Edit, Problem, Related
from ketenhandboek.kinds.explain.keys import missing_keys, missing_partner, unknown_key
from ketenhandboek.kinds.explain.nearby import mends, near_misses
from ketenhandboek.kinds.explain.quoting import quoted, quoted_list, scalar
from ketenhandboek.kinds.explain.shapes import shape_problem
from ketenhandboek.slips import slip_of
from ketenhandboek.source.removal import removal
from ketenhandboek.source.scalars import yes_or_no
from ketenhandboek.values import Day
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from ketenhandboek.kinds.explain.faults import Fault
    from ketenhandboek.source.document import Document, Place

    Sentence = Callable[[Fault, Place], Problem]


def problem_of(fault: Fault, document: Document) -> Problem:
    """The problem at the place of a fault."""
    return SENTENCES[fault.keyword](fault, document.place.at(*fault.path))


def _type(fault: Fault, place: Place) -> Problem:
    if isinstance(fault.value, str | int):
        if "enum" in fault.schema:
            return _enum(fault, place)
        if "const" in fault.schema:
            return _const(fault, place)
        if "pattern" in fault.schema and not re.fullmatch(fault.schema["pattern"], str(fault.value)):
            return _pattern(fault, place)
    return shape_problem(fault, place)


def _enum(fault: Fault, place: Place) -> Problem:
    options: list[str] = fault.schema["enum"]
    if options[:2] == ["ja", "nee"]:
        switched = yes_or_no(place.node, place.document.file)
        if switched is not None:
            return switched
    text = str(fault.value)
    slip = slip_of(text, options)
    asked = f"Kies uit {quoted_list(options, 'of')}."
    return _refused(fault, place, asked, near_misses(text, options), [slip] if slip else [])


def _const(fault: Fault, place: Place) -> Problem:
    return Problem(place.span, f"{quoted(fault.value)} kan hier niet. {fault.schema['description']}")


def _pattern(fault: Fault, place: Place) -> Problem:
    text, pattern = str(fault.value), fault.schema["pattern"]
    if "\n" in text and not re.fullmatch(pattern, _TWO_LINES):
        return Problem(place.span, _ONE_LINE)
    meant = mends(text, pattern)
    return _refused(fault, place, fault.schema["patternErrorMessage"], meant, meant)


def _format(fault: Fault, place: Place) -> Problem:
    return Problem(place.span, f"De datum in {quoted(fault.value)} bestaat niet. Kijk de dag en de maand na.")


def _not(fault: Fault, place: Place) -> Problem:
    return Problem(
        place.span,
        f"{quoted(fault.value)} kan geen id zijn: dat woord heeft een vaste betekenis. Kies een andere id.",
    )


def _min_length(fault: Fault, place: Place) -> Problem:
    return Problem(place.span, f"{quoted(fault.name)} is leeg. Vul iets in, of haal de regel weg.")


def _max_length(fault: Fault, place: Place) -> Problem:
    length = f"Deze tekst heeft {len(fault.value)} tekens. Er kunnen er {fault.limit} staan."
    return Problem(place.span, f"{length} Maak de tekst korter.")


def _range(fault: Fault, place: Place) -> Problem:
    asked = fault.schema.get("patternErrorMessage")
    between = f"Schrijf een getal van {fault.schema['minimum']} tot en met {fault.schema.get('maximum')}."
    return Problem(place.span, f"{quoted(fault.value)} kan hier niet. {asked or between}")


def _min_items(fault: Fault, place: Place) -> Problem:
    message = f"In {quoted(fault.name)} horen minstens {fault.limit} onderdelen te staan. Vul de lijst aan."
    return Problem(place.span, message)


def _unique_items(fault: Fault, place: Place) -> Problem:
    first = place.document.place.at(*fault.path[:-1], fault.limit)
    related = Related(first.span, f"hier staat {quoted(fault.value)} voor het eerst")
    message = f"{quoted(fault.value)} staat twee keer in deze lijst. Haal er één weg."
    return Problem(place.span, message, (related,), removal(place))


def _before(fault: Fault, place: Place) -> Problem:
    last, first = (day_in_words(Day.parse(str(day))) for day in (fault.value, fault.limit))
    message = f"Deze periode eindigt ({last}) voordat zij begint ({first}). Verbeter een van de twee datums."
    return Problem(place.span, message)


def _no_time(fault: Fault, place: Place) -> Problem:
    hour = quoted(fault.value)
    whole = "Geldt het de hele dag? Haal 'van' en 'tot' dan weg."
    return Problem(
        place.span, f"Dit tijdvenster begint en eindigt om {hour}. Verbeter een van de twee. {whole}"
    )


def _refused(fault: Fault, place: Place, asked: str, meant: list[str], sure: list[str]) -> Problem:
    """What stands there, and what was probably meant or else what may stand there."""
    if meant and "enum" in fault.schema:
        asked = f"Bedoelde u {quoted_list(meant, 'of')}? {asked}"
    elif meant:
        asked = f"Schrijf {quoted_list(meant, 'of')}."
    one_line = place.node.start_mark.line == place.node.end_mark.line
    edit = Edit(place.span, scalar(sure[0])) if len(sure) == 1 and one_line else None
    return Problem(place.span, f"{quoted(fault.value)} kan hier niet. {asked}", edit=edit)


_TWO_LINES = "a\nb"
_ONE_LINE = "Deze tekst loopt door op een volgende regel. Zet alles op één regel, zonder | of >."


SENTENCES: dict[str, Sentence] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "format": _format,
    "x-na": _before,
    "x-anders": _no_time,
    "not": _not,
    "minLength": _min_length,
    "maxLength": _max_length,
    "minimum": _range,
    "maximum": _range,
    "minItems": _min_items,
    "uniqueItems": _unique_items,
    "additionalProperties": unknown_key,
    "dependentRequired": missing_partner,
    "required": missing_keys,
}
