"""ESC008: every side of a ladder is at the table on every step."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.families import LOCAL_TEAM
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.ladders import UNKNOWN_NAME, ladders
from ketenhandboek.rules.texts.texts import POLICY, TEAM, example_ladder, example_step, mark
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.escalation import Step
    from ketenhandboek.rules.shared.ladders import JudgedRoute
    from ketenhandboek.source.document import Place


class ESC008(Rule):
    """Both sides are at the table."""

    severity = Severity.FOUT
    statement = "Op elke trede zit iemand van elke partij waartussen de ladder loopt."
    why = (
        "Een meningsverschil lost u samen op. Zit één partij niet aan tafel, dan beslist de ander alleen, "
        "en begint de discussie daarna opnieuw. Voor een lokaal team mag ook de gemeente aan tafel zitten."
    )
    remedy = "Noem op de trede ook een functie van de partij die ontbreekt."
    needs = ("partner", "soort", "overleg", "regio")
    good = (
        Example.of(
            "Beleid en bestuur van het lokale team zitten bij de gemeente",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                example_step(["teammanager"], ["forensische-zorg/teammanager", "lokaal-team/teammanager"]),
                example_step(["beleid"], ["forensische-zorg/beleidsmedewerker", "gemeente/beleidsambtenaar"]),
                example_step(["bestuurlijk"], ["forensische-zorg/directeur", "gemeente/wethouder"]),
            ).replace("      - jeugdhulpaanbieder\n", "      - lokaal-team\n"),
        ),
    )
    bad = (
        Example.of(
            "Op de bovenste trede zit alleen de directeur van de polikliniek",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM, POLICY, mark(example_step(["bestuurlijk"], ["forensische-zorg/directeur"]), "wie")
            ),
        ),
        Example.of(
            "De wethouder van Berkenrade spreekt niet voor het lokale team van Elsbroek",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                example_step(["teammanager"], ["forensische-zorg/teammanager", "lokaal-team/teammanager"]),
                example_step(["beleid"], ["forensische-zorg/beleidsmedewerker", "gemeente/beleidsambtenaar"]),
                mark(
                    example_step(
                        ["bestuurlijk"], ["forensische-zorg/directeur", "gemeente-berkenrade/wethouder"]
                    ),
                    "wie",
                ),
            ).replace("      - jeugdhulpaanbieder\n", "      - lokaal-team\n"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each step against each side, in every municipality where that side has somebody."""
        for route in ladders(chain):
            for position, side in enumerate(route.route.between):
                yield from _side(route, side, route.route.place.at("tussen", position))


def _side(route: JudgedRoute, side: str, named: Place) -> Iterator[Problem | Question]:
    """What is wrong with one side of a ladder; steps without it in the same places are told once."""
    steps: dict[tuple[str, ...], list[tuple[int, Step]]] = defaultdict(list)
    for number, step in enumerate(route.route.steps, 1):
        absent = tuple(_absent(route, step, side))
        if absent and any(who.name == UNKNOWN_NAME for who in step.who):
            where = route.but_only_in(absent)
            party = route.chain.names.party(side)
            question = f"Wie zit er op trede {number} van {route.called}{where} namens {party}?"
            yield Question(step.place.at("wie").span, question, route.keeper)
        elif absent:
            steps[absent].append((number, step))
    for absent, found in steps.items():
        yield _one_sided(route, found, side, absent, Related(named.span, "deze partij ontbreekt"))


def _absent(route: JudgedRoute, step: Step, side: str) -> list[str]:
    of = route.chain.families.of
    names = [who.name for who in step.who]
    if side in names:
        return []
    return [
        here
        for here in route.municipalities
        if (ours := of(side, here)) and all(ours.isdisjoint(of(name, here)) for name in names)
    ]


def _one_sided(
    route: JudgedRoute, found: list[tuple[int, Step]], side: str, absent: tuple[str, ...], named: Related
) -> Problem:
    name = route.chain.names.party(side)
    numbers = listed(str(number) for number, _ in found)
    steps = f"trede {numbers}" if len(found) == 1 else f"de treden {numbers}"
    instead = " of van de gemeente" if side == LOCAL_TEAM else ""
    message = (
        f"Op {steps} van {route.called} zit{route.but_only_in(absent)} niemand namens {name}. "
        f"Noem daar ook een functie van {name}{instead}."
    )
    (_, first), *others = found
    also = (Related(step.place.at("wie").span, f"trede {number}") for number, step in others)
    span = first.place.at("wie").span
    return Problem(span, message, (named, *also), municipalities=frozenset(absent))
