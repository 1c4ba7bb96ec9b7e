"""OPV005 and OPV009: somebody has sight of safety all the way, and recovery waits until it is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.elaboration import origin
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.handover.spots import Spot, spots
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.values import Unknown
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.net import Net, Way

_RECOVERY = "herstel"
_SIGHT = "    zicht_op_veiligheid: ja\n"
_TO_PLAN = LINE.replace("naar: einde", "naar: veiligheidsplan")
_TALK = """\
  - id: gesprek
    taak: casusregie
    eindverantwoordelijk: lokaal-team
    uitvoerders:
      - lokaal-team/medewerker
    zicht_op_veiligheid: ja
    coordinatie: ja
    daarna:
      - naar: einde
"""
_BESIDE = _TALK.replace(_SIGHT, "")
_GROUP = bed_task("spoor: hulp").replace("fase: directe-veiligheid", "fase: herstel")
_FIRST = """\
    vooraf:
      - taak: veiligheidsplan
        voorwaarde: het geweld is drie maanden gestopt
"""
_AFTER_PLAN = LINE.replace("    daarna:", f"{_FIRST}    daarna:")


class OPV005(Rule):
    """Follows the help track; what another track starts, such as help during a home ban, runs beside it.

    A task without a track goes on with the help track.
    """

    severity = Severity.FOUT
    statement = "Op elk moment van een route heeft precies één lopende taak zicht op de veiligheid."
    why = (
        "Heeft niemand zicht, dan merkt niemand dat het weer misgaat. Hebben twee partijen zicht, "
        "dan denkt elk dat de ander oplet."
    )
    remedy = (
        "Schrijf 'zicht_op_veiligheid: ja' bij de taak die zicht houdt. Lopen er twee taken tegelijk? "
        "Kies dan welke van de twee zicht houdt."
    )
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "Wie het bed regelt, houdt zicht; daarna houdt wie het veiligheidsplan maakt zicht",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(_TO_PLAN),
        ),
        Example.of(
            "De casusregie loopt naast het veiligheidsplan, en houdt geen zicht",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(f"{_TO_PLAN}      - naar: casusregie\n{_BESIDE}"),
        ),
    )
    bad = (
        Example.of(
            "Niemand houdt zicht zolang iemand in het bed slaapt",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(_TO_PLAN.replace(_SIGHT, "").replace("id: bed", "id: bed # hier")),
        ),
        Example.of(
            "De casusregie loopt naast het veiligheidsplan, en houdt ook zicht",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(f"{_TO_PLAN}      - naar: casusregie # hier\n{_TALK}"),
        ),
        Example.of(
            "De casusregie houdt geen zicht, maar de monitoring die daarop volgt wel",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                _TO_PLAN
                + "      - naar: casusregie # hier\n"
                + _BESIDE.replace("naar: einde", "naar: monitoring")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Tasks that start without sight, sight in two hands, and sight that nobody recorded."""
        yield from (_lost(chain, spot) for spot in spots(chain, _without_sight, "safety_sight"))
        yield from (_doubled(chain, spot) for spot in spots(chain, _in_two_hands))
        yield from _unrecorded(chain)


class OPV009(Rule):
    """Judges each line for recovery; who has sight of safety meanwhile, another rule judges."""

    severity = Severity.FOUT
    statement = "Herstel begint pas als het veilig genoeg is: bij 'vooraf' staat wanneer dat zo is."
    why = (
        "Wie met herstel begint terwijl het geweld doorgaat, maakt het gevaarlijker. "
        "Met een voorwaarde weet iedereen wanneer het kan."
    )
    remedy = (
        "Schrijf bij 'vooraf' de taak die klaar moet zijn, en bij 'voorwaarde' wanneer het veilig genoeg is."
    )
    needs = ("afspraak", "taak")
    good = (
        Example.of(
            "De groep begint als het geweld drie maanden is gestopt",
            eigen__taken=_GROUP,
            afspraken__bed=bed_agreement(_AFTER_PLAN),
        ),
    )
    bad = (
        Example.of(
            "Er staat niet wanneer het veilig genoeg is",
            eigen__taken=_GROUP,
            afspraken__bed=bed_agreement(LINE.replace("id: bed", "id: bed # hier")),
        ),
        Example.of(
            "Het veiligheidsplan moet klaar zijn, maar een plan is nog geen veiligheid",
            eigen__taken=_GROUP,
            afspraken__bed=bed_agreement(
                _AFTER_PLAN.replace("        voorwaarde: het geweld is drie maanden gestopt\n", "").replace(
                    "vooraf:", "vooraf: # hier"
                )
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each line in force, once where it was written."""
        tasks = chain.records.of(Task)
        lines = [origin(holding.line, "preconditions") for holding in chain.situations.lines]
        for line in {id(line.own): line for line in lines}.values():
            task = tasks.get(line.own.task)
            if (
                task
                and task.phase == _RECOVERY
                and not any(item.condition for item in line.line.preconditions)
            ):
                message = (
                    f"Hier staat niet wanneer het veilig genoeg is voor {lower_first(task.name)}. "
                    "Schrijf dat bij 'vooraf' met een 'voorwaarde'."
                )
                yield Problem(line.own.place.at("vooraf").span, message)


def _without_sight(net: Net) -> Iterator[tuple[Way, tuple[str, ...]]]:
    return ((way, ()) for task in net.ways if task in net.alone for way in net.ways[task] if not way.holds)


def _lost(chain: Chain, spot: Spot) -> Problem:
    task = lower_first(chain.names.of("taak", spot.line.own.task))
    message = (
        f"Tijdens {task} heeft niemand zicht op de veiligheid.{spot.scene(chain)} "
        "Schrijf 'zicht_op_veiligheid: ja' bij deze taak, of bij een taak die tegelijk loopt."
    )
    return Problem(
        spot.line.own.place.at("zicht_op_veiligheid").span, message, municipalities=spot.municipalities(chain)
    )


def _in_two_hands(net: Net) -> Iterator[tuple[Way, tuple[str, ...]]]:
    """Steps after which two tasks hold sight: the first and last task that they start, and those two."""
    said: set[tuple[Way, str]] = set()
    for pair, (way, step) in net.together.items():
        first, *_, last = step.next
        if all(map(net.holds, pair)) and (way, last) not in said:
            said.add((way, last))
            yield way, (first, last, *sorted(pair))


def _unrecorded(chain: Chain) -> Iterator[Question]:
    for agreement in chain.lifecycle.in_force.values():
        for own in agreement.responsibilities:
            if isinstance(own.safety_sight, Unknown):
                task = lower_first(chain.names.of("taak", own.task))
                question = f"Heeft wie dit doet tijdens {task} zicht op de veiligheid?"
                place = own.place.at("zicht_op_veiligheid")
                yield Question(place.span, question, keeper(chain, agreement))


def _doubled(chain: Chain, spot: Spot) -> Problem:
    first, last, *pair = spot.about
    one, other = (lower_first(chain.names.of("taak", task)) for task in pair)
    message = (
        f"{upper_first(one)} en {other} kunnen vanaf hier tegelijk lopen, en houden dan allebei zicht op de "
        f"veiligheid.{spot.scene(chain)} Kies welke van de twee zicht houdt."
    )
    related = Related(spot.following(first).place.at("naar").span, "dit begint op hetzelfde moment")
    return Problem(
        spot.following(last).place.at("naar").span,
        message,
        (related,),
        municipalities=spot.municipalities(chain),
    )
