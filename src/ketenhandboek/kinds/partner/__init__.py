"""Ketenpartner: an organisation in the chain, with its area, functions and hours."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Item, Record, item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import Function, Validity
from ketenhandboek.values import Day, Period, Unknown


@item
class WorkArea(Item):
    """An area in which the partner works, from a day up to and including a day."""

    area: str = key("gebied")
    since: Day | Unknown | None = maybe("sinds")
    end: Day | Unknown | None = maybe("tot_en_met")

    @property
    def period(self) -> Period:
        """When it works there."""
        return Period(self.since, self.end)


@item
class Reachable(Annotated):
    """How and when the partner can be reached: a telephone number, or the way in words."""

    windows: tuple[str, ...] = key("tijden")
    telephone: str | None = maybe("telefoon")
    via: str | None = maybe("via")
    tasks: tuple[str, ...] = many("voor")


@item
class FormerName(Item):
    """A name that the partner had, up to and including a day."""

    name: str = key("naam")
    end: Day | Unknown | None = maybe("tot_en_met")


@item
class ReportingCode(Annotated):
    """The partner's reporting code (meldcode): which function decides to report."""

    decides: str = key("beslist")


@item
class Partner(Record):
    """A partner in the chain."""

    name: str = key("naam")
    kind: str = key("soort")
    description: str | None = maybe("omschrijving")
    work_areas: tuple[WorkArea, ...] = key("werkgebied")
    target_groups: tuple[str, ...] = many("voor")
    exists: Validity | None = maybe("bestaat")
    succeeded_by: str | None = maybe("opgevolgd_door")
    former_names: tuple[FormerName, ...] = many("voorheen")
    also_known_as: tuple[str, ...] = many("ook_bekend_als")
    part_of: str | None = maybe("onderdeel_van")
    signs_through: str | None = maybe("tekent_via")
    functions: tuple[Function, ...] = many("functies")
    reachable: tuple[Reachable, ...] = many("bereikbaar")
    contact_checked_on: Day | None = maybe("contact_gecontroleerd_op")
    trained_in: tuple[str, ...] = many("scholing")
    reporting_code: ReportingCode | None = maybe("meldcode")
    meetings_per_week: int | Unknown | None = maybe("overleggen_per_week")


KIND = Kind("partner", "partners", Partner, "partners.yaml", "partners")
