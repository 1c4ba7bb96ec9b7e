"""What all changes have in common: a topic, names beside ids, and the situations in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Topic(StrEnum):
    """What a change is about; the order is that of importance to who works in the chain."""

    COVERAGE = "Wie eindverantwoordelijk is"
    DUTIES = "Wie uitvoert en beslist"
    DEADLINES = "Termijnen"
    ROUTES = "De route"
    ESCALATION = "Opschalen en escaleren"
    SHARING = "Gegevens delen"
    MANDATES = "Mandaten"
    AGREEMENTS = "Afspraken"
    SIGNING = "Opnieuw tekenen"
    CASES = "Casussen"
    PARTNERS = "Partners en gemeenten"
    MEETINGS = "Overleggen"
    TERMS = "Begrippen"
    EXCEPTIONS = "Uitzonderingen"
    FINDINGS = "Bevindingen"
    REST = "Overige wijzigingen"


class Named(NamedTuple):
    """Something with an id of a kind, and the name that readers know."""

    kind: str
    id: str
    name: str

    def __str__(self) -> str:
        return self.name


Names = tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """The situations of a change as one box, in words; what is empty is everything.

    `begin` is the first day, or None where it holds from the reference date on.
    """

    municipalities: tuple[str, ...]
    where: str
    when: str = ""
    about: str = ""
    during: str = ""
    begin: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Anything that changed."""

    topic: ClassVar[Topic]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes between two states, by topic.

    Not `complete` when records that do not fit keep some of the meaning from being compared.
    """

    changes: tuple[Change, ...]
    day: date
    complete: bool = True
