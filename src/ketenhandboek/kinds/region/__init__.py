"""Regio: the region itself: its municipalities, areas, time windows, themes and choices."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Item, Record, item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.values import Day, Duration, Period, Unknown


@item
class Municipality(Annotated):
    """A municipality as a member of the region, from a day up to and including a day."""

    id: str = key("id")
    code: str = key("code")
    name: str = key("naam")
    since: Day | Unknown | None = maybe("sinds")
    end: Day | Unknown | None = maybe("tot_en_met")
    also_known_as: tuple[str, ...] = many("ook_bekend_als")

    @property
    def period(self) -> Period:
        """When it belongs to the region."""
        return Period(self.since, self.end)


@item
class Member(Item):
    """A municipality as a member of an area."""

    municipality: str = key("gemeente")
    since: Day | Unknown | None = maybe("sinds")
    end: Day | Unknown | None = maybe("tot_en_met")

    @property
    def period(self) -> Period:
        """When it belongs to the area."""
        return Period(self.since, self.end)


@item
class Area(Annotated):
    """A set of municipalities under one scheme: a subregion, a police district."""

    id: str = key("id")
    name: str = key("naam")
    scheme: str = key("indeling")
    members: tuple[Member, ...] = key("gemeenten")


@item
class Window(Annotated):
    """A time window: days of the week with a begin and an end; an end before the begin is the next day."""

    id: str = key("id")
    name: str = key("naam")
    days: tuple[str, ...] = key("dagen")
    start: str | None = maybe("van")
    end: str | None = maybe("tot")
    holidays: bool = key("feestdagen", False)


@item
class Holidays(Annotated):
    """Which holidays count: a national calendar, days added and days left out."""

    calendar: str = key("kalender")
    also: tuple[str, ...] = many("ook")
    never: tuple[str, ...] = many("niet")


@item
class RegionTheme(Annotated):
    """A theme of the region: with a route of its own, along the main route, or without any yet."""

    theme: str = key("thema")
    route: str | None = maybe("route")


@item
class Region(Record):
    """The region."""

    id: str = key("id")
    name: str = key("naam")
    description: str | None = maybe("omschrijving")
    fictional: bool = key("fictief", False)
    municipalities: tuple[Municipality, ...] = key("gemeenten")
    areas: tuple[Area, ...] = many("gebieden")
    windows: tuple[Window, ...] = many("tijdvensters")
    holidays: Holidays | None = maybe("feestdagen")
    themes: tuple[RegionTheme, ...] = many("themas")
    required_tasks: tuple[str, ...] = many("vereist")
    national_requirements: bool = key("vereist_landelijk", True)
    outlook: Duration | None = maybe("vooruitblik")
    reference_date: Day | None = maybe("peildatum")
    contact_check: Duration | None = maybe("contact_controleren")
    mailbox: str | None = maybe("meldadres")


KIND = Kind("regio", "regio", Region, "regio.yaml")
