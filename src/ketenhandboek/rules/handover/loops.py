"""OPV006: what is handed to and fro, somebody ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.situations import accountable
from ketenhandboek.findings import Problem, Severity
from ketenhandboek.rules.handover.spots import Spot, spots
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.net import Net, Way

_HANDED = """\
        overdracht:
          bevestigt_binnen: 1 uur
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
"""
_TO_TALK = LINE.replace("- naar: einde", "- naar: gesprek-met-betrokkenen") + _HANDED
_TALK = """\
  - id: gesprek
    taak: gesprek-met-betrokkenen
    eindverantwoordelijk: veilig-thuis
    uitvoerders:
      - veilig-thuis/medewerker
    zicht_op_veiligheid: ja
    coordinatie: ja
    daarna:
"""
_BACK = f"      - naar: bed-voor-de-nacht\n{_HANDED}"
_BACK_AT_TIMES = _BACK.replace("- naar", "- als: geen-contact\n        naar")
_ENDS = "      - als: hulp-aanvaard\n        naar: einde\n      - als: hulp-geweigerd\n        naar: einde\n"
_PARTY = "  - partner: veilig-thuis\n    rol: uitvoerend\n    getekend: 2024-12-10\n    functie: directeur\n"


def _agreement(*lines: str) -> str:
    return bed_agreement("".join(lines)).replace(
        "verantwoordelijkheden:\n", f"{_PARTY}verantwoordelijkheden:\n"
    )


class OPV006(Rule):
    """Judges the loops without a way out in which more than one party has a task."""

    severity = Severity.FOUT
    statement = "Waar partijen een casus heen en weer kunnen geven, neemt iemand een besluit dat dit stopt."
    why = (
        "Zonder besluit kan een gezin eindeloos van de een naar de ander gaan. "
        "Iedereen heeft gedaan wat in de afspraak staat, en niemand helpt."
    )
    remedy = "Geef een taak in de kring een uitkomst die naar een andere taak of naar het einde leidt."
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "Wil het gezin geen hulp of juist wel, dan stopt het heen en weer gaan",
            eigen__taken=bed_task(),
            afspraken__bed=_agreement(_TO_TALK, _TALK, _BACK_AT_TIMES, _ENDS),
        ),
    )
    bad = (
        Example.of(
            "Het lokale team geeft de casus aan Veilig Thuis, en Veilig Thuis geeft haar altijd terug",
            eigen__taken=bed_task(),
            afspraken__bed=_agreement(_TO_TALK.replace("daarna:", "daarna: # hier"), _TALK, _BACK),
        ),
        Example.of(
            "De ene uitkomst geeft de casus meteen terug, de andere na een nieuw gesprek",
            eigen__taken=bed_task(),
            afspraken__bed=_agreement(
                _TO_TALK.replace("daarna:", "daarna: # hier"),
                _TALK,
                _BACK_AT_TIMES,
                _ENDS.replace("naar: einde", "naar: gesprek-met-betrokkenen"),
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """One finding for a loop, at the line that comes first in it."""
        for spot in spots(chain, lambda net: ways_in_loops(chain, net, handed_over=True)):
            yield _to_and_fro(chain, spot)


def ways_in_loops(chain: Chain, net: Net, *, handed_over: bool) -> Iterator[tuple[Way, tuple[str, ...]]]:
    """The first way of each loop without a way out, with the tasks in it.

    Either the loops in which parties hand over to each other, or those in the hands of one party.
    """
    for loop in net.loops:
        tasks = tuple(task for task in net.ways if task in loop)
        if handed_over == _several(chain, net, tasks):
            yield net.ways[tasks[0]][0], tasks


def _several(chain: Chain, net: Net, tasks: tuple[str, ...]) -> bool:
    """Whether two tasks of a loop are in the hands of different parties."""
    municipality = next(chain.space.situations(net.cells)).municipality
    names = {
        accountable(holding.line)
        for task in tasks
        for way in net.ways[task]
        for holding, _ in chain.routes.lines(net, way)
    }
    found = [chain.families.of(name, municipality) for name in sorted(names) if name]
    return any(not one & other for one in found for other in found if one and other)


def _to_and_fro(chain: Chain, spot: Spot) -> Problem:
    names = listed(lower_first(chain.names.of("taak", task)) for task in spot.about)
    message = (
        f"Partijen kunnen een casus eindeloos heen en weer geven: {names} volgen steeds op elkaar."
        f"{spot.scene(chain)} Schrijf bij welke uitkomst dat stopt."
    )
    return Problem(spot.line.own.place.at("daarna").span, message, municipalities=spot.municipalities(chain))
