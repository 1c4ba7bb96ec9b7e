"""The agreements that differ from region to region: the mandates, and what each municipality works out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plan import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plan import Organisation, Plan

Data = dict[str, Any]

TOPICS = (
    ("veiligheidsplan", "10 werkdagen"),
    ("casusregie", "5 werkdagen"),
    ("herstel", "6 weken"),
    ("monitoring", "3 maanden"),
    ("nazorg", "3 maanden"),
)
LEVELS = ("uitvoerend", "teammanager", "beleid", "bestuurlijk")
TERMS = ("1 werkdag", "2 werkdagen", "5 werkdagen", "5 werkdagen")
TEAM = (
    "lokaal-team/medewerker",
    "lokaal-team/teammanager",
    "gemeente/beleidsambtenaar",
    "gemeente/wethouder",
)
FUNCTIONS = {"onderwijs": ("leraar", "teamleider", "beleidsmedewerker", "schoolbestuurder")}
USUAL_FUNCTIONS = ("medewerker", "teammanager", "beleidsmedewerker", "directeur")


def mandates(plan: Plan) -> Data:
    """The written mandates for the home ban, of each mayor to the officer of the police."""
    return {
        **head("Mandaten voor het tijdelijk huisverbod", "mandaatbesluit", "regio"),
        "partijen": [signed("gemeente", "burgemeester"), signed("politie", "districtschef")],
        "mandaten": [
            {
                "id": f"{power}-{slug(name)}",
                "bevoegdheid": power,
                "van": "gemeente/burgemeester",
                "aan": "politie/hulpofficier",
                "gebied": [slug(name)],
                "geldig": {"van": "2024-11-01"},
                "besluit": f"Mandaatbesluit huisverbod {name} 2024",
            }
            for name in plan.municipalities
            for power in ("huisverbod-opleggen", "huisverbod-overleggen")
        ],
    }


def local(plan: Plan) -> Iterator[tuple[str, Data]]:
    """The other agreements by id: every municipality, topic after topic, then partner after partner."""
    for number in range(plan.local_agreements):
        turn, position = divmod(number, len(plan.municipalities))
        place = plan.municipalities[position]
        if turn < len(TOPICS):
            task, term = TOPICS[turn]
            listeners = [other for other in plan.others if turn == 0 and other.municipality == slug(place)]
            yield f"werkinstructie-{task}-{slug(place)}", instruction(place, task, term, listeners)
        else:
            beyond = number - len(TOPICS) * len(plan.municipalities)
            again, chosen = divmod(beyond, len(plan.others))
            other = plan.others[chosen]
            yield f"samenwerking-{other.id}-{again + 1}", cooperation(other, again + 1)


def instruction(place: str, task: str, term: str, listeners: list[Organisation]) -> Data:
    """How one municipality works out one task of the regional agreement, with `listeners` at the table."""
    responsibility = line(task, "lokaal-team", ["lokaal-team"]) | {
        "termijn": {"binnen": term, "vanaf": f"{task}/begin"}
    }
    if task != "veiligheidsplan":
        responsibility["afwijking"] = "De gemeente wil dat dit binnen een vaste termijn gebeurt."
    return {
        **head(f"Werkinstructie {task} {place}", "werkinstructie", slug(place)),
        "werkt_uit": ["samenwerkingsafspraken"],
        "partijen": [
            signed("gemeente", "wethouder"),
            signed("lokaal-team", "teammanager"),
            *(signed(other.id, director(other)) | {"rol": "toehoorder"} for other in listeners),
        ],
        "verantwoordelijkheden": [responsibility],
    }


def cooperation(other: Organisation, number: int) -> Data:
    """What a local team and one organisation in its municipality agree; the first time with a ladder."""
    area = other.municipality or "regio"
    agreement = {
        **head(f"Samenwerking met {other.name}, deel {number}", "samenwerkingsafspraak", area),
        "partijen": [
            signed("gemeente", "wethouder"),
            signed("lokaal-team", "teammanager"),
            signed(other.id, director(other)),
        ],
        "gegevensstromen": [flow(other, number)],
    }
    return agreement | ({"escalatieroutes": [ladder(other)]} if number == 1 else {})


def flow(other: Organisation, number: int) -> Data:
    """What the organisation tells Veilig Thuis when it reports."""
    return {
        "id": f"melding-{other.id}-{number}",
        "van": other.id,
        "naar": "veilig-thuis",
        "bij": "melden",
        "gegevens": ["identificerend", "veiligheid-risico"],
        "omvang": "alle",
        "grondslagen": ["wmo-5-2-6"],
    }


def ladder(other: Organisation) -> Data:
    """The ladder between the local team and the organisation."""
    functions = FUNCTIONS.get(other.kind, USUAL_FUNCTIONS)
    steps = zip(LEVELS, TEAM, functions, TERMS, strict=True)
    return {
        "id": f"ladder-{other.id}",
        "naam": f"Samenwerking met {other.name}",
        "ladder": "samenwerking",
        "tussen": ["lokaal-team", other.id],
        "aanleidingen": ["samenwerking-stagneert", "route-loopt-vast", "afspraak-werkt-niet"],
        "gebied": [other.municipality],
        "opgelost_binnen": "20 werkdagen",
        "treden": [
            {"niveaus": [level], "wie": [team, f"{other.id}/{function}"], "reageert_binnen": term}
            for level, team, function, term in steps
        ],
        "afschalen": {"wanneer": "de partijen het eens zijn", "besluit": "trede-die-oplost"},
    }


def director(other: Organisation) -> str:
    """The function that signs for an organisation."""
    return FUNCTIONS.get(other.kind, USUAL_FUNCTIONS)[-1]


def head(title: str, kind: str, area: str) -> Data:
    """What every agreement begins with."""
    return {
        "titel": title,
        "soort": kind,
        "stand": "vastgesteld",
        "geldig": {"van": "2025-01-01", "tot_en_met": "2028-12-31"},
        "gebied": [area],
        "themas": ["alle"],
        "beheer": {
            "beheerder": "veilig-thuis/teammanager" if area == "regio" else "gemeente/beleidsambtenaar",
            "vastgesteld_door": "regiegroep",
            "mag_wijzigen": "regiegroep",
            "evaluatie": {"elke": "12 maanden", "laatste": "2026-01-15"},
        },
    }


def signed(partner: str, function: str) -> Data:
    """A party that signed."""
    return {"partner": partner, "getekend": "2024-12-10", "functie": function, "rol": "uitvoerend"}


def line(task: str, accountable: str, performers: list[str]) -> Data:
    """A responsibility."""
    return {"id": task, "taak": task, "eindverantwoordelijk": accountable, "uitvoerders": performers}
