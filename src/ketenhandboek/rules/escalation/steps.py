"""ESC001-ESC003: the levels that the steps of a ladder go through."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.ladders import JudgedRoute, ladders
from ketenhandboek.rules.texts.texts import (
    POLICY,
    TEAM,
    TOP,
    both,
    example_agreement,
    example_ladder,
    example_step,
    mark,
)
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.escalation import Step
    from ketenhandboek.kinds.level import Level

NumberedStep = tuple[int, "Step"]

_CASE_LADDER = """
    escalatieroutes:
      - id: zware-casus
        naam: Opschalen van een zware casus
        ladder: casus
        aanleidingen:
          - hoge-complexiteit
        treden:
          - niveaus:
              - casusregie
            wie:
              - lokaal-team/casusregisseur
            reageert_binnen: 2 werkdagen
          - niveaus: # hier
              - procesregie
            wie:
              - gemeente/procesregisseur
            reageert_binnen: 5 werkdagen
        afschalen:
          wanneer: de gewone hulp weer genoeg is
"""


class ESC001(Rule):
    """No level is skipped."""

    severity = Severity.FOUT
    statement = "Een ladder slaat geen niveau over tussen zijn laagste en zijn hoogste niveau."
    why = (
        "Mist er een niveau, dan komt een meningsverschil te snel bij de bestuurder. "
        "De mensen die het konden oplossen, horen het pas achteraf."
    )
    remedy = "Maak een trede voor het niveau dat ontbreekt, of noem dat niveau bij een trede ernaast."
    good = (
        Example.of(
            "Elk niveau komt aan de beurt",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, POLICY, TOP),
        ),
    )
    bad = (
        Example.of(
            "Na de teammanager komt meteen de bestuurder",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, mark(TOP, "niveaus")),
        ),
        Example.of(
            "Eén trede noemt twee niveaus, maar niet het niveau ertussen",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                mark(example_step(["uitvoerend", "beleid"], both("beleidsmedewerker")), "niveaus"), TOP
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """For each ladder: what lies between two neighbouring ranks that its steps name."""
        for route in ladders(chain):
            unknown = list(route.unknown_levels())
            yield from unknown or _skips(route)


def _skips(route: JudgedRoute) -> Iterator[Problem]:
    named = sorted({rank for step in route.route.steps for rank in route.ranks(step)})
    for low, high in pairwise(named):
        skipped = [level for level in route.levels.values() if low < level.rank < high]
        if skipped:
            yield _skip(route, _step_at(route, low), _step_at(route, high), skipped)


def _skip(route: JudgedRoute, below: NumberedStep, above: NumberedStep, skipped: list[Level]) -> Problem:
    missing = route.level_names(level.id for level in skipped)
    what = f"{'een niveau' if len(skipped) == 1 else 'niveaus'} over: {missing}"
    span = above[1].place.at("niveaus").span
    if below == above:
        message = (
            f"Trede {above[0]} van {route.called} slaat {what}. "
            f"Noem {missing} ook op deze trede, of maak er een eigen trede voor."
        )
        return Problem(span, message)
    message = (
        f"{route.called} slaat {what}. "
        f"Trede {below[0]} is {route.level_names(below[1].levels)}, "
        f"trede {above[0]} is meteen {route.level_names(above[1].levels)}. "
        f"Maak er een trede tussen, of noem {missing} op een van deze twee."
    )
    return Problem(span, message, (Related(below[1].place.at("niveaus").span, f"trede {below[0]}"),))


def _step_at(route: JudgedRoute, rank: int) -> NumberedStep:
    steps = enumerate(route.route.steps, 1)
    return next((number, step) for number, step in steps if rank in route.ranks(step))


class ESC002(Rule):
    """Levels rise."""

    severity = Severity.FOUT
    statement = "Elke trede ligt hoger dan de treden ervoor, en een functie staat maar op één trede."
    why = (
        "Wie opschaalt, zoekt iemand die meer mag beslissen. "
        "Staat dezelfde functie op twee treden, dan praten dezelfde mensen nog een keer. "
        "Dat kost tijd en brengt de oplossing niet dichterbij."
    )
    remedy = "Zet de treden van laag naar hoog, en noem op elke trede een functie van een hoger niveau."
    good = (
        Example.of(
            "De treden lopen op van laag naar hoog",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, POLICY, TOP),
        ),
    )
    bad = (
        Example.of(
            "De treden staan in de verkeerde volgorde",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(POLICY, mark(TEAM, "niveaus"), TOP),
        ),
        Example.of(
            "De beleidsmedewerker van de polikliniek staat op twee treden, één keer onder een andere naam",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                example_step(
                    ["teammanager", "beleid"],
                    ["forensische-zorg/beleidsmedewerker", "jeugdhulpaanbieder/teammanager"],
                ),
                mark(
                    mark(
                        example_step(
                            ["beleid", "bestuurlijk"],
                            ["polikliniek-het-anker/beleidsmedewerker", "jeugdhulpaanbieder/directeur"],
                        ),
                        "niveaus",
                    ),
                    "polikliniek-het-anker",
                ),
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """For each ladder: steps that are no higher than one before, and functions named twice."""
        for route in ladders(chain):
            yield from route.unknown_levels()
            yield from _not_rising(route)
            yield from _named_twice(route)


def _not_rising(route: JudgedRoute) -> Iterator[Problem]:
    highest: tuple[int, NumberedStep] | None = None
    for number, step in enumerate(route.route.steps, 1):
        ranks = route.ranks(step)
        if not ranks:
            continue
        if highest is not None and ranks[0] <= highest[0]:
            yield _no_higher(route, (number, step), highest[1])
        if highest is None or ranks[-1] > highest[0]:
            highest = (ranks[-1], (number, step))


def _no_higher(route: JudgedRoute, here: NumberedStep, before: NumberedStep) -> Problem:
    message = (
        f"Trede {here[0]} van {route.called} ({route.level_names(here[1].levels)}) ligt niet boven "
        f"trede {before[0]} ({route.level_names(before[1].levels)}). "
        f"Zet de treden van laag naar hoog, en noem een niveau op één trede."
    )
    related = Related(before[1].place.at("niveaus").span, f"trede {before[0]}")
    return Problem(here[1].place.at("niveaus").span, message, (related,))


def _named_twice(route: JudgedRoute) -> Iterator[Problem]:
    seen: dict[tuple[str, str], NumberedStep] = {}
    named = Counter(who.function for step in route.route.steps for who in step.who)
    for number, step in enumerate(route.route.steps, 1):
        for position, who in enumerate(step.who):
            if not who.function or named[who.function] == 1:
                continue
            meant = [(partner, who.function) for partner in route.meant(who)]
            first = next((seen[one] for one in meant if one in seen), (number, step))
            if first[0] != number:
                yield _twice(route, (number, step), position, first)
            seen.update({one: (number, step) for one in meant if one not in seen})


def _twice(route: JudgedRoute, here: NumberedStep, position: int, first: NumberedStep) -> Problem:
    who = route.chain.names.party(here[1].who[position])
    message = (
        f"Op trede {here[0]} van {route.called} staat de {who}. Die staat ook al op trede {first[0]}. "
        f"Noem op trede {here[0]} een functie van een hoger niveau."
    )
    related = Related(first[1].place.at("wie").span, f"trede {first[0]}")
    return Problem(here[1].place.at("wie", position).span, message, (related,))


class ESC003(Rule):
    """The top can decide."""

    severity = Severity.FOUT
    statement = "De laatste trede van een ladder heeft een niveau dat mag beslissen."
    why = (
        "Mag niemand op de laatste trede beslissen, dan blijft een meningsverschil liggen. "
        "Partijen gaan om de ladder heen, of het gezin wacht."
    )
    remedy = "Maak een laatste trede met een niveau dat mag beslissen, zoals bestuurlijk."
    needs = ("niveau",)
    good = (
        Example.of(
            "De laatste trede is bestuurlijk",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, POLICY, TOP),
        ),
    )
    bad = (
        Example.of(
            "De ladder houdt op bij de beleidsmedewerkers",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, mark(POLICY, "niveaus")),
        ),
        Example.of(
            "Een ladder voor een zware casus houdt op bij de procesregisseur",
            afspraken__polikliniek_en_jeugdhulp=example_agreement(_CASE_LADDER),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Whether the last step of each ladder names a level with the power to decide."""
        for route in ladders(chain):
            last = route.route.steps[-1]
            if not any(route.levels[level].decides for level in last.levels if level in route.levels):
                unknown = list(route.unknown_levels(len(route.route.steps)))
                yield from unknown
                if not unknown:
                    yield _powerless(route, last)


def _powerless(route: JudgedRoute, last: Step) -> Problem:
    deciding = [level.id for level in route.levels.values() if level.decides]
    here = f"De laatste trede van {route.called} is {route.level_names(last.levels)}."
    remedy = f" Maak nog een trede: {listed([route.level_names([level]) for level in deciding], 'of')}."
    message = f"{here} Niemand mag daar beslissen.{remedy if deciding else ''}"
    return Problem(last.place.at("niveaus").span, message)
