"""OPV007: every task on a route can be reached, and every route comes to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.handover.loops import ways_in_loops
from ketenhandboek.rules.handover.spots import Spot, spots
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.values import UNKNOWN, Unknown
from ketenhandboek.wording import listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.net import Net, Way
    from ketenhandboek.kinds.agreement.lines import Responsibility

_OUTCOMES = (
    "uitkomsten:",
    "  - id: bed-gevonden",
    "    naam: Er is een bed",
    "  - id: alles-vol",
    "    naam: Alle bedden zijn vol",
)
_ONE_OUTCOME = LINE.replace("- naar: einde", "- als: bed-gevonden\n        naar: einde")
_BOTH_OUTCOMES = f"{_ONE_OUTCOME}      - als: alles-vol\n        naar: crisisinterventie\n"
_HANDED = """\
        overdracht:
          bevestigt_binnen: 1 uur
          lukt_dat_niet: route-loopt-vast
          coordinatie: gaat-mee
"""


class OPV007(Rule):
    """Walks every route of every situation; what is required but in nobody's hands, another rule tells."""

    severity = Severity.FOUT
    statement = "Elke taak op een route is te bereiken vanaf een ingang, en elke route komt tot een einde."
    why = (
        "Staat er bij een uitkomst niet wat er volgt, dan weet niemand wie aan zet is. "
        "Het gezin wacht dan op niets. Een taak waar geen weg naartoe leidt, doet niemand."
    )
    remedy = (
        "Schrijf bij 'daarna' voor elke uitkomst wat er volgt. Stopt de route daar? Schrijf 'naar: einde'. "
        "Noem een taak die nergens volgt bij 'daarna' van de taak ervoor."
    )
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "Bij elke uitkomst staat wat er volgt",
            eigen__taken=bed_task(*_OUTCOMES),
            afspraken__bed=bed_agreement(_BOTH_OUTCOMES + _HANDED),
        ),
    )
    bad = (
        Example.of(
            "Er staat niet wat er gebeurt als alle bedden vol zijn",
            eigen__taken=bed_task(*_OUTCOMES),
            afspraken__bed=bed_agreement(_ONE_OUTCOME.replace("daarna:", "daarna: # hier")),
        ),
        Example.of(
            "Na het bed volgt nazorg, maar niemand in de regio heeft die taak",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(LINE.replace("naar: einde", "naar: nazorg # hier")),
        ),
        Example.of(
            "De taak heeft een vervolg, maar er is geen weg naartoe: zij is geen ingang meer",
            eigen__taken=bed_task().replace("    ingang: ja\n", ""),
            afspraken__bed=bed_agreement(
                LINE.replace("taak: bed-voor-de-nacht", "taak: bed-voor-de-nacht # hier").replace(
                    "naar: einde", "naar: monitoring"
                )
            ),
        ),
        Example.of(
            "Elke nacht volgt een nieuwe nacht, zonder uitweg",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                LINE.replace("daarna:", "daarna: # hier").replace("naar: einde", "naar: bed-voor-de-nacht")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Dead ends, tasks in nobody's hands, tasks without a way to them, and loops of one party."""
        dead_ends = (spot for spot in spots(chain, _unwritten) if not _misnamed(chain, spot))
        yield from (_dead_end(chain, spot) for spot in dead_ends)
        required = {task.id for task in chain.coverage.required}
        yield from (_nobody(chain, spot) for spot in spots(chain, lambda net: _missing(net, required)))
        yield from _unreached(chain)
        loops = spots(chain, lambda net: ways_in_loops(chain, net, handed_over=False))
        yield from (_stuck(chain, spot) for spot in loops)
        yield from _unrecorded(chain)


def _unwritten(net: Net) -> Iterator[tuple[Way, tuple[str, ...]]]:
    for way in net.every_way:
        silent = tuple(step.outcome for step in way.steps if not step.written)
        if silent:
            yield way, silent


def _misnamed(chain: Chain, spot: Spot) -> bool:
    """Whether a step names an outcome that its task does not have: another rule says that at the step."""
    known = {outcome.id for outcome in chain.records.of(Task)[spot.line.own.task].outcomes}
    named = {step.outcome for step in spot.line.line.next if isinstance(step.outcome, str)}
    return bool(known and named - known)


def _dead_end(chain: Chain, spot: Spot) -> Problem:
    task = chain.records.of(Task)[spot.line.own.task]
    named = {outcome.id: f"'{outcome.name}'" for outcome in task.outcomes}
    outcomes = listed((named[id_] for id_ in spot.about if id_ in named), "of")
    when = f" bij de uitkomst {outcomes}" if outcomes else ""
    message = (
        f"Na {lower_first(task.name)} staat{when} niet wat er volgt.{spot.scene(chain)} "
        "Schrijf het bij 'daarna'. Stopt de route daar? Schrijf dan 'naar: einde'."
    )
    return Problem(spot.line.own.place.at("daarna").span, message, municipalities=spot.municipalities(chain))


def _unrecorded(chain: Chain) -> Iterator[Question]:
    for agreement in chain.lifecycle.in_force.values():
        for own in agreement.responsibilities:
            for step in own.next:
                if step.task == UNKNOWN.value:
                    outcome = chain.names.of("uitkomst", step.outcome) if step.outcome else ""
                    when = f" bij de uitkomst '{outcome}'" if outcome else ""
                    question = f"Wat volgt er na {lower_first(chain.names.of('taak', own.task))}{when}?"
                    yield Question(step.place.at("naar").span, question, keeper(chain, agreement))


def _missing(net: Net, required: set[str]) -> Iterator[tuple[Way, tuple[str, ...]]]:
    for way in net.every_way:
        for task in dict.fromkeys(task for step in way.steps for task in step.next):
            if task not in net.ways and task not in required:
                yield way, (task,)


def _nobody(chain: Chain, spot: Spot) -> Problem:
    (task,) = spot.about
    name = lower_first(chain.names.of("taak", task))
    message = (
        f"Hier volgt {name}, maar geen enkele afspraak zegt wie dat doet.{spot.scene(chain)} "
        "Schrijf in een afspraak wie het is, of kies een andere taak."
    )
    return Problem(
        spot.following(task).place.at("naar").span, message, municipalities=spot.municipalities(chain)
    )


def _unreached(chain: Chain) -> Iterator[Problem]:
    """Lines that no situation reaches; of a row of such tasks only the first."""
    nets = [net for net in chain.routes.nets if net.entries & net.ways.keys() and not _leads_on(net)]
    lines = _nowhere_reached(chain, nets)
    later = _later_in_row(nets, {own.task for own in lines})
    for own in lines:
        if own.task not in later:
            name = upper_first(chain.names.of("taak", own.task))
            message = (
                f"{name} staat in een route, maar geen enkele ingang leidt erheen. "
                "Schrijf bij 'daarna' van een andere taak dat deze taak volgt."
            )
            yield Problem(own.place.at("taak").span, message)


def _leads_on(net: Net) -> bool:
    """Whether a reached task leads to nobody knows what, which may be any task that seems out of reach."""
    return any(
        isinstance(step.written, Unknown)
        for task in net.reached
        for way in net.ways.get(task, ())
        for step in way.steps
    )


def _nowhere_reached(chain: Chain, nets: list[Net]) -> list[Responsibility]:
    doubted = {task for net in nets for task in net.ways.keys() - net.reached}
    reached = {id(own) for net in nets for own in _lines_of(chain, net, doubted & net.reached)}
    unreached = (own for net in nets for own in _lines_of(chain, net, doubted - net.reached))
    return list({id(own): own for own in unreached if id(own) not in reached}.values())


def _later_in_row(nets: list[Net], tasks: set[str]) -> set[str]:
    """The tasks to which another of them leads and that do not lead back to it."""
    return {
        after
        for net in nets
        for task in tasks & net.ways.keys()
        for after in net.reach((task,))
        if task not in net.reach((after,))
    }


def _lines_of(chain: Chain, net: Net, tasks: set[str] | frozenset[str]) -> Iterator[Responsibility]:
    for way in (way for task in tasks for way in net.ways.get(task, ())):
        yield from (holding.line.own for holding, _ in chain.routes.lines(net, way))


def _stuck(chain: Chain, spot: Spot) -> Problem:
    names = listed(lower_first(chain.names.of("taak", task)) for task in spot.about)
    message = (
        f"Vanaf hier komt de route nooit tot een einde: zij blijft bij {names}.{spot.scene(chain)} "
        "Schrijf bij welke uitkomst de route stopt of verdergaat."
    )
    return Problem(spot.line.own.place.at("daarna").span, message, municipalities=spot.municipalities(chain))
