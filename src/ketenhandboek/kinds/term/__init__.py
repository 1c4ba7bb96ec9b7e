"""Begrip: a word of the field with the meaning that the region gives it."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Record, item, key, many
from ketenhandboek.kinds.kind import Kind


@item
class MeaningFor(Annotated):
    """The other meaning that a word has for one partner."""

    partner: str = key("partner")
    meaning: str = key("betekenis")


@item
class Term(Record):
    """A term; `discouraged` are words that the region no longer uses for it."""

    name: str = key("naam")
    meaning: str = key("betekenis")
    synonyms: tuple[str, ...] = many("synoniemen")
    discouraged: tuple[str, ...] = many("ontraden")
    meanings_for: tuple[MeaningFor, ...] = many("betekenis_bij")
    see_also: tuple[str, ...] = many("zie_ook")


KIND = Kind("begrip", "begrippen", Term, "begrippen.yaml", "begrippen")
