"""OPV001 and OPV008: a report leads to help, and the reporter hears back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.connections import REPORTER
from ketenhandboek.chain.elaboration import origin
from ketenhandboek.chain.net import HELP
from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.handover.spots import Spot, spots
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.lines import example_lines
from ketenhandboek.values import Unknown
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.net import Net, Way

_REPORTS = ("melden", "melding-ontvangen")
_SAFETY = ("crisisinterventie", "opvang", "veiligheidsplan")
_AFTER_SAFETY = "stabiele-veiligheid"
_ASSESSMENTS = ("triage", "onderzoek")
_FEEDBACK = "terugkoppeling"
_POLICE = """
    - id: melden-politie
      taak: melden
      eindverantwoordelijk: politie
      uitvoerders:
        - politie/agent
      zicht_op_veiligheid: ja
      coordinatie: ja
      daarna:
        - naar: melding-ontvangen
          overdracht:
            bevestigt_binnen: 1 werkdag
            lukt_dat_niet: route-loopt-vast
            coordinatie: gaat-mee
"""
_INQUIRY = """\
- id: onderzoek
  taak: onderzoek
  eindverantwoordelijk: veilig-thuis
  uitvoerders:
    - veilig-thuis/medewerker
  zicht_op_veiligheid: ja
  coordinatie: ja
  daarna:
    - als: onveiligheid-bevestigd
      naar: crisisinterventie
    - als: raadsonderzoek-nodig
      naar: crisisinterventie
    - als: geen-onveiligheid
      naar: einde
"""
_HEARS = """\
  terugkoppeling:
    aan: melder
    binnen: 5 werkdagen
"""


class OPV001(Rule):
    """Judges each line for reporting and for receiving reports; other rules tell what is left open."""

    severity = Severity.FOUT
    statement = "Elke melding kan in elke situatie leiden tot hulp of veiligheid."
    why = (
        "Wie meldt, rekent erop dat er iets gebeurt. "
        "Een melding die nergens toe leidt, laat een gezin alleen. Dan meldt straks niemand meer."
    )
    remedy = (
        "Volg bij 'daarna' de weg van de melding. Laat haar uitkomen bij crisisinterventie, opvang, een "
        "veiligheidsplan of hulp."
    )
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep", "fase")
    good = (
        Example.of(
            "De politie meldt, en Veilig Thuis ontvangt de melding", afspraken__melden=example_lines(_POLICE)
        ),
    )
    bad = (
        Example.of(
            "De politie meldt, en daarmee is het klaar",
            afspraken__melden=example_lines(
                _POLICE.partition("        - naar")[0].replace("daarna:", "daarna: # hier")
                + "        - naar: einde\n"
            ),
        ),
        Example.of(
            "De politie weegt het risico van elke melding zelf, en geeft haar daarna niet door",
            afspraken__melden=example_lines(
                _POLICE.partition("        - naar")[0].replace("daarna:", "daarna: # hier")
                + "        - naar: risicoanalyse\n",
                """
                - id: risicoanalyse-politie
                  taak: risicoanalyse
                  eindverantwoordelijk: politie
                  uitvoerders:
                    - politie/agent
                  zicht_op_veiligheid: ja
                  coordinatie: ja
                  daarna:
                    - naar: einde
                """,
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each line from which no way leads to help."""
        helping = helping_tasks(chain)
        for spot in spots(chain, lambda net: _leading_nowhere(net, helping)):
            yield _without_help(chain, spot)


class OPV008(Rule):
    """Judges the lines for triage and inquiry; a task of its own for feedback will do."""

    severity = Severity.FOUT
    statement = "Na de triage en na een onderzoek hoort de melder wat er volgt."
    why = (
        "Wie niets terughoort, denkt dat er niets gebeurt. Hij meldt dan niet meer, of meldt nog een keer. "
        "Een melder die wel iets hoort, kan het gezin blijven steunen."
    )
    remedy = "Schrijf bij 'terugkoppeling' dat de melder iets terughoort, en binnen welke termijn."
    needs = ("afspraak", "taak")
    good = (
        Example.of(
            "Na het onderzoek hoort de melder binnen een week wat er volgt",
            afspraken__onderzoek=example_lines(_INQUIRY + _HEARS),
        ),
    )
    bad = (
        Example.of(
            "Bij het onderzoek staat niet dat de melder iets hoort",
            afspraken__onderzoek=example_lines(_INQUIRY.replace("id: onderzoek", "id: onderzoek # hier")),
        ),
        Example.of(
            "Er is wel een terugkoppeling, maar het lokale team krijgt haar en niet de melder",
            afspraken__onderzoek=example_lines(
                _INQUIRY + _HEARS.replace("melder", "lokaal-team # hier"),
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line in force, once where it was written."""
        lines = [origin(holding.line, "feedback") for holding in chain.situations.lines]
        for line in {id(line.own): line for line in lines if line.own.task in _ASSESSMENTS}.values():
            yield from _heard(chain, line)


def helping_tasks(chain: Chain) -> frozenset[str]:
    """The tasks that make a family safe or help it."""
    phases = list(chain.records.of(Phase))
    later = set(phases[phases.index(_AFTER_SAFETY) :] if _AFTER_SAFETY in phases else ())
    tasks = chain.records.of(Task)
    return frozenset(
        id_
        for id_, task in tasks.items()
        if id_ in _SAFETY or (task.phase in later and task.track in (None, HELP))
    )


def _leading_nowhere(net: Net, helping: frozenset[str]) -> Iterator[tuple[Way, tuple[str, ...]]]:
    for way in (way for task in _REPORTS for way in net.ways.get(task, ())):
        ahead = net.reach(task for step in way.steps for task in step.next)
        if ahead & helping or any(_passed_on(net, way, task) for task in ahead):
            continue
        if all(fully_written(net, task) for task in (way.task, *ahead)):
            yield way, ()


def _passed_on(net: Net, way: Way, task: str) -> bool:
    """Whether a task ahead is one for reports itself: then it goes wrong there."""
    return task in _REPORTS and way.task not in net.reach((task,))


def fully_written(net: Net, task: str) -> bool:
    """Whether somebody has the task, and it is said what follows on each outcome."""
    ways = net.ways.get(task, ())
    return bool(ways) and all(step.written is True for way in ways for step in way.steps)


def _without_help(chain: Chain, spot: Spot) -> Problem:
    task = lower_first(chain.names.of("taak", spot.line.own.task))
    message = (
        f"Na {task} volgt hier nooit hulp of veiligheid.{spot.scene(chain)} "
        "Schrijf bij 'daarna' hoe de melding verdergaat."
    )
    return Problem(spot.line.own.place.at("daarna").span, message, municipalities=spot.municipalities(chain))


def _heard(chain: Chain, line: Line) -> Iterator[Problem | Question]:
    feedback, own = line.line.feedback, line.own
    task = lower_first(chain.names.of("taak", own.task))
    if feedback is not None and feedback.to.name == REPORTER:
        if isinstance(feedback.within, Unknown):
            question = f"Binnen welke termijn hoort de melder iets na {task}?"
            yield Question(feedback.place.at("binnen").span, question, keeper(chain, line.agreement))
    elif not any(following.task == _FEEDBACK for following in line.line.next):
        message = (
            f"Na {task} hoort de melder niets terug. "
            "Schrijf bij 'terugkoppeling': 'aan: melder', en binnen welke termijn."
        )
        yield Problem(own.place.at("terugkoppeling", "aan").span, message)
