"""The region itself and its partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plan import WEEKEND, slug

if TYPE_CHECKING:
    from plan import Organisation, Plan

Data = dict[str, Any]

SINCE = "2015-01-01"
CHECKED = "2026-02-02"
REFERENCE_DATE = "2026-03-01"
NUMBERS = {"alarmcentrale": 112, "veilig-thuis": "0800-2000"}
AT_ALL_HOURS = ("crisisdienst", "vrouwenopvang", "politie", "gemeente")


def region(plan: Plan) -> Data:
    """`regio.yaml`, frozen on a date, so that it is judged the same on any day."""
    return {
        "id": slug(plan.name),
        "naam": plan.name,
        "omschrijving": "Deze regio is door een programma verzonnen. Zij bestaat niet.",
        "fictief": "ja",
        "gemeenten": [
            {"id": slug(name), "code": f"GM{9910 + number}", "naam": name, "sinds": SINCE}
            for number, name in enumerate(plan.municipalities)
        ],
        "gebieden": [area(plan, half, side) for half, side in enumerate(("noord", "zuid"))],
        "tijdvensters": [window(*shift) for shift in plan.shifts],
        "feestdagen": {"kalender": "NL"},
        "themas": [{"thema": theme, "route": "hoofdroute"} for theme in plan.themes],
        "peildatum": REFERENCE_DATE,
    }


def area(plan: Plan, half: int, side: str) -> Data:
    """A subregion of every other municipality."""
    return {
        "id": side,
        "naam": f"{plan.name} {side.title()}",
        "indeling": "subregio",
        "gemeenten": [{"gemeente": slug(name), "sinds": SINCE} for name in plan.municipalities[half::2]],
    }


def window(identifier: str, name: str, days: tuple[str, ...], start: str, end: str) -> Data:
    """A time window, which holds on holidays when it holds at weekends."""
    holidays = {"feestdagen": "ja"} if set(WEEKEND) <= set(days) else {}
    return {"id": identifier, "naam": name, "dagen": list(days), "van": start, "tot": end, **holidays}


def partners(plan: Plan) -> Data:
    """`partners.yaml`."""
    return {"partners": [partner(organisation, plan) for organisation in plan.organisations]}


def partner(organisation: Organisation, plan: Plan) -> Data:
    """A partner with its area and its hours."""
    return {
        "id": organisation.id,
        "naam": organisation.name,
        "soort": organisation.kind,
        "werkgebied": [{"gebied": organisation.municipality or "regio", "sinds": SINCE}],
        "bereikbaar": [reachable(organisation.kind, plan)],
        "contact_gecontroleerd_op": CHECKED,
    }


def reachable(kind: str, plan: Plan) -> Data:
    """When a partner of this kind can be reached: by a public number, or in words."""
    if kind in NUMBERS:
        return {"tijden": ["altijd"], "telefoon": NUMBERS[kind]}
    if kind in AT_ALL_HOURS:
        return {"tijden": ["altijd"], "via": "de meldkamer"}
    return {"tijden": [plan.shifts[0][0]], "via": "het algemene nummer van de organisatie"}
