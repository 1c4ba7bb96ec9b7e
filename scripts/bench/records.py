"""The region itself and its partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plan import slug

if TYPE_CHECKING:
    from plan import Organisation, Plan

Data = dict[str, Any]

SINCE = "2015-01-01"
CHECKED = "2026-02-02"
REFERENCE_DATE = "2026-03-01"
WORKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]
WEEKEND = ["zaterdag", "zondag"]
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
        "tijdvensters": [
            window("kantooruren", "Kantooruren", WORKDAYS, "08:30", "17:00"),
            window("avond", "Avond", WORKDAYS, "17:00", "23:00"),
            window("nacht", "Nacht", WORKDAYS + WEEKEND, "23:00", "08:30", feestdagen="ja"),
            window("weekend", "Weekend en feestdagen", WEEKEND, "08:30", "23:00", feestdagen="ja"),
        ],
        "feestdagen": {"kalender": "NL"},
        "themas": [
            {"thema": theme, "route": "hoofdroute"}
            for theme in ("partnergeweld", "kindermishandeling", "kind-als-getuige", "ouderenmishandeling")
        ],
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


def window(identifier: str, name: str, days: list[str], start: str, end: str, **more: str) -> Data:
    """A time window."""
    return {"id": identifier, "naam": name, "dagen": days, "van": start, "tot": end, **more}


def partners(plan: Plan) -> Data:
    """`partners.yaml`."""
    return {"partners": [partner(organisation) for organisation in plan.organisations]}


def partner(organisation: Organisation) -> Data:
    """A partner with its area and its hours."""
    return {
        "id": organisation.id,
        "naam": organisation.name,
        "soort": organisation.kind,
        "werkgebied": [{"gebied": organisation.municipality or "regio", "sinds": SINCE}],
        "bereikbaar": [reachable(organisation.kind)],
        "contact_gecontroleerd_op": CHECKED,
    }


def reachable(kind: str) -> Data:
    """When a partner of this kind can be reached: by a public number, or in words."""
    if kind in NUMBERS:
        return {"tijden": ["altijd"], "telefoon": NUMBERS[kind]}
    if kind in AT_ALL_HOURS:
        return {"tijden": ["altijd"], "via": "de meldkamer"}
    return {"tijden": ["kantooruren"], "via": "het algemene nummer van de organisatie"}
