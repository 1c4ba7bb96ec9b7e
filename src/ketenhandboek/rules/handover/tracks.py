"""OPV013: work that starts at once does not collide."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.handover.spots import Spot, spots
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.net import Net, Way

_STAYS = """\
        overdracht:
          bevestigt_binnen: 2 werkdagen
          lukt_dat_niet: route-loopt-vast
          coordinatie: blijft
"""
_TWO_OUTCOMES = (
    "uitkomsten:",
    "  - id: rustig",
    "    naam: Rustig",
    "  - id: gevaar",
    "    naam: Gevaar",
)


class OPV013(Rule):
    """Looks at the tasks that one outcome starts, for one target group."""

    severity = Severity.FOUT
    statement = "Wat op één moment samen begint, loopt op verschillende sporen: hulp, strafrecht of bestuur."
    why = (
        "Twee taken op hetzelfde spoor zijn twee plannen naast elkaar. "
        "Het gezin krijgt dan twee organisaties aan de deur die allebei denken dat zij de leiding hebben."
    )
    remedy = "Laat de ene taak na de andere komen, of geef elke taak een eigen uitkomst bij 'als'."
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "Monitoring en een huisverbod beginnen samen, want het huisverbod is van het bestuur",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                LINE.replace("naar: einde", "naar: monitoring")
                + "      - naar: huisverbod-opleggen\n"
                + _STAYS
            ),
        ),
    )
    bad = (
        Example.of(
            "Het veiligheidsplan en herstel beginnen op hetzelfde moment",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                LINE.replace("naar: einde", "naar: veiligheidsplan") + "      - naar: herstel # hier\n"
            ),
        ),
        Example.of(
            "De ene stap geldt bij elke uitkomst, dus ook naast de stap bij gevaar",
            eigen__taken=bed_task(*_TWO_OUTCOMES),
            afspraken__bed=bed_agreement(
                LINE.replace("naar: einde", "naar: herstel")
                + "      - als: gevaar\n        naar: veiligheidsplan # hier\n"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each pair of steps that starts two tasks on one track."""
        for spot in spots(chain, _on_one_track):
            yield _collision(chain, spot)


def _on_one_track(net: Net) -> Iterator[tuple[Way, tuple[str, ...]]]:
    for way in net.every_way:
        for step in way.steps:
            for one, other in combinations(step.next, 2):
                if net.tracks.get(one) == net.tracks.get(other):
                    yield way, (one, other)


def _collision(chain: Chain, spot: Spot) -> Problem:
    one, other = (lower_first(chain.names.of("taak", task)) for task in spot.about)
    track = chain.records.of(Task)[spot.about[0]].track
    same = f"op het spoor {track}" if track else "zonder eigen spoor"
    message = (
        f"{upper_first(one)} en {other} beginnen hier tegelijk, allebei {same}.{spot.scene(chain)} "
        "Laat de ene na de andere komen, of geef elk een eigen uitkomst."
    )
    first, second = (spot.following(task).place.at("naar").span for task in spot.about)
    return Problem(second, message, (Related(first, f"hier begint {one}"),))
