"""VER011 and VER012: every phase and every theme is looked after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.chain.space import places
from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.kinds.theme import Theme
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.own_routes import OWN_ROUTE, unwritten
from ketenhandboek.rules.shared.phrases import as_sure_as
from ketenhandboek.rules.texts.bed import bed_agreement, bed_task
from ketenhandboek.values import UNKNOWN
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.region import RegionTheme

_PHASE = """
    fasen:
      - id: voorbereiden # hier
        naam: Voorbereiden
        omschrijving: Partners bereiden zich samen voor.
"""
_IN_PHASE = bed_task().replace("fase: directe-veiligheid", "fase: voorbereiden")
THEMES = """
    id: tweebeken
    naam: Tweebeken
    fictief: ja
    gemeenten:
      - id: berkenrade
        code: GM9951
        naam: Berkenrade
        sinds: 2015-01-01
      - id: elsbroek
        code: GM9952
        naam: Elsbroek
        sinds: 2015-01-01
    gebieden:
      - id: district-tweebeken
        naam: Politiedistrict Tweebeken
        indeling: politiedistrict
        gemeenten:
          - gemeente: berkenrade
            sinds: 2015-01-01
          - gemeente: elsbroek
            sinds: 2015-01-01
    themas:
      - thema: partnergeweld
        route: hoofdroute
      - thema: eergerelateerd-geweld
        route: eigen
    vereist_landelijk: nee
"""
_MARKED = THEMES.replace("route: eigen", "route: eigen # hier")
_FOR_THE_THEME = bed_agreement().replace("  - alle\n", "  - eergerelateerd-geweld\n")


class VER011(Rule):
    """Looks at the reference date; silent where a required task has nobody, which is said already."""

    severity = Severity.FOUT
    statement = (
        "In elke gemeente is er in elke fase iemand voor het slachtoffer, voor de pleger en voor het kind."
    )
    why = (
        "De aanpak loopt van het eerste signaal tot en met nazorg. "
        "Slaat zij voor iemand een fase over, dan begint het geweld vaak opnieuw."
    )
    remedy = "Maak een afspraak over een taak in deze fase, voor deze doelgroep en deze gemeente."
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep", "fase")
    good = (
        Example.of(
            "De regio heeft een eigen fase, en een taak daarin voor iedereen",
            eigen__fasen=_PHASE.replace(" # hier", ""),
            eigen__taken=_IN_PHASE,
            afspraken__bed=bed_agreement(),
        ),
    )
    bad = (
        Example.of("De regio heeft een eigen fase, maar niemand heeft daarin een taak", eigen__fasen=_PHASE),
        Example.of(
            "In de eigen fase is er alleen iets voor kinderen",
            eigen__fasen=_PHASE,
            eigen__taken=_IN_PHASE + "    doelgroepen:\n      - kind\n",
            afspraken__bed=bed_agreement(),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each phase that the region itself or the law asks for, when anything at all is asked."""
        for phase in _asked_for(chain) if chain.coverage.required else ():
            empty = _empty(chain, phase)
            if empty:
                yield _nobody(chain, phase, empty)


class VER012(Rule):
    """Looks at the themes that the region names in its own record."""

    severity = Severity.FOUT
    statement = "Elk thema van de regio heeft een eigen route, of volgt de hoofdroute als dat past."
    why = (
        "Bij sommige vormen van geweld is de gewone weg gevaarlijk. "
        "Een beroepskracht moet weten of hier een andere weg geldt."
    )
    remedy = (
        "Maak een afspraak voor het thema, en schrijf bij 'route': eigen. "
        "Past de hoofdroute? Schrijf dan: hoofdroute."
    )
    needs = ("afspraak", "regio", "thema")
    good = (
        Example.of(
            "Het thema heeft een eigen route, en een afspraak beschrijft die",
            regio=THEMES,
            eigen__taken=bed_task(),
            afspraken__bed=_FOR_THE_THEME,
        ),
    )
    bad = (
        Example.of("Er is geen afspraak over de eigen route", regio=_MARKED),
        Example.of(
            "De regio noemt het thema, maar kiest nog geen route",
            regio=THEMES.replace("gerelateerd-geweld\n        route: eigen", "gerelateerd-geweld # hier"),
        ),
        Example.of(
            "De afspraak over de eigen route is nog maar een concept",
            regio=_MARKED,
            eigen__taken=bed_task(),
            afspraken__bed=_FOR_THE_THEME.replace("stand: vastgesteld", "stand: concept"),
        ),
        Example.of(
            "Het thema volgt de hoofdroute, maar de stappen zijn hier anders",
            regio=THEMES.replace("route: eigen", "route: hoofdroute # hier"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each theme of the region."""
        themes = chain.records.of(Theme)
        missing = unwritten(chain)
        for item in chain.region.themes if chain.region else ():
            theme = themes.get(item.theme)
            if theme and item.route is None:
                yield _undecided(item, theme)
            elif theme and item.route == UNKNOWN.value:
                yield Question(item.place.at("route").span, f"Welke route volgt {lower_first(theme.name)}?")
            elif theme and theme.id in missing:
                yield _no_route(item, theme)
            elif theme and item.route != OWN_ROUTE and theme.needs_own_route:
                yield as_sure_as(_main_route(item, theme), theme)


def _asked_for(chain: Chain) -> list[Phase]:
    """All phases; without the national requirements those that the region made or asks a task in."""
    phases = chain.records.of(Phase)
    if chain.region is None or chain.region.national_requirements:
        return list(phases.values())
    asked = {task.phase for task in chain.coverage.required} | chain.records.regional(Phase).keys()
    return [phase for id_, phase in phases.items() if id_ in asked]


def _empty(chain: Chain, phase: Phase) -> int:
    """Where nobody has any task of a phase, at any hour and for any theme, and no other rule says so.

    A municipality that joins later is not asked yet.
    """
    coverage, space = chain.coverage, chain.space
    served = 0
    for task in chain.records.of(Task).values():
        if task.phase == phase.id:
            served |= coverage.covered(task)[0] & coverage.space_of(task)
            served |= coverage.open_for(task) if task in coverage.required else 0
    found = 0
    for municipality in places(space.municipalities.of(chain.areas.municipalities)):
        for group in range(len(space.groups.names)):
            box = space.whole._replace(municipalities=1 << municipality, groups=1 << group, periods=1)
            cells = space.cells(box)
            found |= 0 if cells & served else cells
    return found


def _nobody(chain: Chain, phase: Phase, empty: int) -> Problem:
    boxes = chain.space.cover(empty)
    what = f"niemand eindverantwoordelijk voor een taak in de fase '{lower_first(phase.name)}'"
    told = chain.telling.told(boxes, what, chain.space.cells(chain.space.whole._replace(periods=1)))
    assert chain.region is not None, "without a region nothing is required"
    entry = chain.records.entry("fase", phase.id)
    own = entry is not None and entry.layer == REGIONAL
    place = phase.place.at("id") if own else chain.region.place.at("gemeenten")
    message = f"{told} Maak een afspraak over een taak in deze fase."
    where = frozenset(chain.space.municipalities_of(empty))
    return Problem(place.span, message, record=f"fase/{phase.id}", municipalities=where)


def _undecided(item: RegionTheme, theme: Theme) -> Problem:
    message = (
        f"{theme.name} hoort bij de aanpak van de regio, maar er is nog geen route voor. "
        "Schrijf bij 'route' of dit thema een eigen route heeft of de hoofdroute volgt."
    )
    return Problem(item.place.at("thema").span, message)


def _no_route(item: RegionTheme, theme: Theme) -> Problem:
    message = (
        f"{theme.name} heeft volgens de regio een eigen route, maar die staat in geen enkele afspraak. "
        "Maak een afspraak voor dit thema, of schrijf 'hoofdroute'."
    )
    return Problem(item.place.at("route").span, message)


def _main_route(item: RegionTheme, theme: Theme) -> Problem:
    message = (
        f"{theme.name} volgt de hoofdroute, maar bij dit thema zijn de stappen anders. "
        "Maak een eigen route, en schrijf hier 'eigen'."
    )
    return Problem(item.place.at("route").span, message)
