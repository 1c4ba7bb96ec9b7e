"""Which municipalities and partners a made-up region has: the same for the same seed and size."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from itertools import product

TREES = ("Abelen", "Elzen", "Esdoorn", "Hazel", "Iepen", "Kersen", "Meidoorn", "Olmen", "Sleedoorn", "Vlier")
PLACES = ("beek", "brink", "dam", "hoek", "horst", "kerk", "meer", "oord", "rade", "stede", "veen")
LANDS = ("gaarde", "gouw", "landen", "streek")
BIRDS = ("Grutto", "IJsvogel", "Karekiet", "Kievit", "Merel", "Roodborst", "Specht", "Tureluur", "Wulp")

Shift = tuple[str, str, tuple[str, ...], str, str]

REGIONAL = (
    ("alarmcentrale", "Alarmcentrale 112"),
    ("veilig-thuis", "Veilig Thuis {region}"),
    ("politie", "Politie {region}"),
    ("openbaar-ministerie", "Openbaar Ministerie {region}"),
    ("rvdk", "Raad voor de Kinderbescherming {region}"),
    ("zorg-en-veiligheidshuis", "Zorg- en Veiligheidshuis {region}"),
    ("crisisdienst", "Crisisdienst {region}"),
    ("vrouwenopvang", "Opvang {region}"),
    ("gecertificeerde-instelling", "Jeugdbescherming {region}"),
    ("reclassering", "Reclassering {region}"),
    ("jeugdhulpaanbieder", "Jeugdhulp {region}"),
    ("maatschappelijk-werk", "Maatschappelijk Werk {region}"),
    ("forensische-zorg", "Forensische Zorg {region}"),
)
LOCAL = (
    ("onderwijs", "Basisschool De {bird} {place}"),
    ("kinderopvang", "Kinderopvang De {bird} {place}"),
    ("woningcorporatie", "Woonstichting De {bird} {place}"),
    ("ouderenzorg", "Thuiszorg De {bird} {place}"),
    ("ggz", "Behandelcentrum De {bird} {place}"),
)
WORKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
WEEKEND = ("zaterdag", "zondag")
SHIFTS = (
    (
        ("kantooruren", "Kantooruren", WORKDAYS, "08:30", "17:00"),
        ("avond", "Avond", WORKDAYS, "17:00", "23:00"),
        ("nacht", "Nacht", WORKDAYS + WEEKEND, "23:00", "08:30"),
        ("weekend", "Weekend en feestdagen", WEEKEND, "08:30", "23:00"),
    ),
    (
        ("overdag", "Overdag", WORKDAYS, "08:00", "18:00"),
        ("avond-en-nacht", "Avond en nacht", WORKDAYS + WEEKEND, "18:00", "08:00"),
        ("vrije-dagen", "Vrije dagen", WEEKEND, "08:00", "18:00"),
    ),
)
"""How a region can divide the week: into working hours, and the rest."""
THEMES = (
    "partnergeweld",
    "kindermishandeling",
    "kind-als-getuige",
    "ouderenmishandeling",
    "oudermishandeling",
)
REGIONAL_AGREEMENTS = 8
FEWEST_PARTNERS = len(REGIONAL) + 2 * 2 + 1
FEWEST_AGREEMENTS = REGIONAL_AGREEMENTS + 2
MOST_MUNICIPALITIES = 80


@dataclass(frozen=True, slots=True)
class Organisation:
    """A partner: id, kind, name, and its municipality, or None when it works for the whole region."""

    id: str
    kind: str
    name: str
    municipality: str | None = None


@dataclass(frozen=True)
class Plan:
    """A region of `partners` partners and `agreements` agreements."""

    seed: int
    partners: int
    agreements: int

    @cached_property
    def name(self) -> str:
        """The name of the region."""
        chance = random.Random(self.seed)
        return chance.choice(TREES) + chance.choice(LANDS)

    @cached_property
    def shifts(self) -> tuple[Shift, ...]:
        """The time windows."""
        return random.Random(self.seed).choice(SHIFTS)

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The kinds of violence that the region names."""
        return tuple(random.Random(self.seed).sample(THEMES, 4))

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """Names of the municipalities: as many as the partners and the agreements can serve."""
        names = [tree + place for tree, place in product(TREES, PLACES)]
        random.Random(self.seed).shuffle(names)
        enough = min((self.partners - len(REGIONAL)) // 3, self.local_agreements, MOST_MUNICIPALITIES)
        return tuple(names[: max(2, enough)])

    @property
    def local_agreements(self) -> int:
        """How many agreements are left for the municipalities."""
        return self.agreements - REGIONAL_AGREEMENTS

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """All partners: those for the whole region, two for each municipality, and the rest spread out."""
        regional = [organisation(kind, name.format(region=self.name)) for kind, name in REGIONAL]
        public = [
            organisation(kind, f"{word} {place}", place)
            for place in self.municipalities
            for kind, word in (("gemeente", "Gemeente"), ("lokaal-team", "Wijkteam"))
        ]
        return (*regional, *public, *self.others)

    @cached_property
    def others(self) -> tuple[Organisation, ...]:
        """Schools, housing corporations and their like, each in one municipality."""
        count = self.partners - len(REGIONAL) - 2 * len(self.municipalities)
        choices = [(kind, name, bird) for bird, (kind, name) in product(BIRDS, LOCAL)]
        random.Random(self.seed).shuffle(choices)
        return tuple(self._other(number, *choices[number % len(choices)]) for number in range(count))

    def _other(self, number: int, kind: str, name: str, bird: str) -> Organisation:
        rounds = number // (len(BIRDS) * len(LOCAL))
        place = self.municipalities[(number + rounds) % len(self.municipalities)]
        return organisation(kind, name.format(bird=bird, place=place), place)


def organisation(kind: str, name: str, place: str | None = None) -> Organisation:
    """An organisation whose id is made from its name."""
    return Organisation(slug(name), kind, name, place and slug(place))


def slug(name: str) -> str:
    """A name as an id."""
    return name.lower().replace(" ", "-").replace("--", "-")
