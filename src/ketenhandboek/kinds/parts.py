"""Parts that several kinds of record share."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Item, Record, item, key, many, maybe
from ketenhandboek.values import Day, Duration, Period, Ref, Unknown


@item
class Validity(Item):
    """From which day up to and including which day something holds."""

    start: Day | Unknown | None = maybe("van")
    end: Day | Unknown | None = maybe("tot_en_met")

    @property
    def period(self) -> Period:
        """The same without its place."""
        return Period(self.start, self.end)


@item
class Deadline(Annotated):
    """Within how long something is done, counted from which event."""

    within: Duration | Unknown = key("binnen")
    since: Ref | Unknown | None = maybe("vanaf")


@item
class Function(Annotated):
    """A function inside an organisation, never a person."""

    id: str = key("id")
    name: str | None = maybe("naam")
    level: str | None = maybe("niveau")
    deputy: str | None = maybe("plaatsvervanger")
    exists: Validity | None = maybe("bestaat")


@item
class NationalRecord(Record):
    """What the national records have in common; a region's own record of the same kind has it too."""

    name: str = key("naam")
    description: str | None = maybe("omschrijving")
    valid: Validity | None = maybe("geldig")
    checked_on: Day | None = maybe("gecontroleerd_op")
    verification: str | None = maybe("toets")
    replaces_national: bool = key("vervangt_landelijk", False)
    reason: str | None = maybe("reden")

    @property
    def to_be_verified(self) -> bool:
        """Whether a lawyer still has to confirm it."""
        return self.verification == "te-toetsen"


@item
class AppliesTo(Item):
    """The part of all situations for which a line holds; what is left out is everything."""

    areas: tuple[str, ...] = many("gebied")
    themes: tuple[str, ...] = many("themas")
    target_groups: tuple[str, ...] = many("doelgroepen")
    windows: tuple[str, ...] = many("tijden")
