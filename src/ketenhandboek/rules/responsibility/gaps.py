"""VER002, VER007 and TER006: in every situation somebody is accountable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Question, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.responsibility.holes import holes
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.own_routes import unwritten
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.values import Unknown
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.coverage import Gap
    from ketenhandboek.findings import Problem

LEADERSHIP = "bestuurlijke-regie"
_NEEDS = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
_OFFICE_HOURS = """
    geldt_voor:
      tijden:
        - kantooruren
"""
_LEADERSHIP = """
    titel: Regiovisie Tweebeken
    soort: regiovisie
    stand: vastgesteld
    geldig:
      van: 2025-01-01
    gebied:
      - regio
    themas:
      - alle
    beheer:
      beheerder: gemeente-berkenrade/beleidsambtenaar
      vastgesteld_door: regiegroep
      mag_wijzigen: regiegroep
      evaluatie:
        elke: 12 maanden
        laatste: 2025-12-01
    partijen:
      - partner: gemeente
        rol: uitvoerend
        getekend: 2024-12-10
        functie: wethouder
    verantwoordelijkheden:
      - id: bestuurlijke-regie
        taak: bestuurlijke-regie
        eindverantwoordelijk: gemeente
        uitvoerders:
          - gemeente/wethouder
        daarna:
          - naar: einde
"""


class VER002(Rule):
    """Judges every task that the law or the region asks for, up to the horizon."""

    severity = Severity.FOUT
    statement = "Voor elke taak die nodig is, is er in elke situatie iemand eindverantwoordelijk."
    why = (
        "Is er op een plek of op een uur niemand eindverantwoordelijk, dan helpt daar niemand. "
        "Zonder controle merkt u dat pas als het misgaat."
    )
    remedy = (
        "Schrijf in een afspraak wie eindverantwoordelijk is, of maak 'geldt_voor' ruimer. "
        "Loopt een afspraak af? Verleng haar, of maak op tijd een nieuwe."
    )
    needs = _NEEDS
    good = (
        Example.of(
            "De regio vraagt om een taak, en een afspraak zegt wie die altijd heeft",
            eigen__taken=bed_task("acuut: ja", "vereist: ja"),
            afspraken__bed=bed_agreement(),
        ),
        Example.of(
            "De taak is niet acuut: zij mag wachten tot het kantoor open is",
            eigen__taken=bed_task("vereist: ja"),
            afspraken__bed=bed_agreement(LINE, _OFFICE_HOURS),
        ),
    )
    bad = (
        Example.of(
            "De regio vraagt om een taak, maar geen afspraak noemt haar",
            eigen__taken=bed_task("acuut: ja", "vereist: ja # hier"),
        ),
        Example.of(
            "De taak is acuut, maar de afspraak geldt alleen in kantooruren",
            eigen__taken=bed_task("acuut: ja", "vereist: ja"),
            afspraken__bed=bed_agreement(LINE, _OFFICE_HOURS.replace("voor:", "voor: # hier")),
        ),
        Example.of(
            "De afspraak loopt over vier maanden af, en er is nog geen nieuwe",
            eigen__taken=bed_task("vereist: ja"),
            afspraken__bed=bed_agreement().replace(
                "  van: 2025-01-01\n", "  van: 2025-01-01\n  tot_en_met: 2026-06-30 # hier\n"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each gap, and what must be known to tell whether there is one."""
        for hole in holes(chain, (gap for gap in _gaps(chain) if gap.task.id != LEADERSHIP)):
            yield hole.problem(chain)
        yield from _unknown(chain)
        yield from _doubtful(chain)


class VER007(Rule):
    """Judges the task of administrative leadership, when the law or the region asks for it."""

    severity = Severity.FOUT
    statement = (
        "Elke gemeente heeft bestuurlijke regie: iemand die de aanpak leidt en namens het bestuur beslist."
    )
    why = (
        "Als samenwerken niet lukt, moet een bestuurder knopen doorhakken. "
        "Zonder bestuurlijke regie blijft een probleem liggen, en voelt niemand zich de baas."
    )
    remedy = "Schrijf in een afspraak wie de bestuurlijke regie heeft. Meestal is dat de gemeente zelf."
    needs = _NEEDS
    good = (Example.of("Elke gemeente heeft zelf de regie", afspraken__regiovisie=_LEADERSHIP),)
    bad = (
        Example.of(
            "De afspraak zegt wie het doet, maar niet wie eindverantwoordelijk is",
            afspraken__regiovisie=_LEADERSHIP.replace("        eindverantwoordelijk: gemeente\n", "").replace(
                "id: bestuurlijke-regie", "id: bestuurlijke-regie # hier"
            ),
        ),
        Example.of(
            "De regel geldt alleen in Berkenrade",
            afspraken__regiovisie=_LEADERSHIP.replace(
                "        daarna:",
                "        geldt_voor: # hier\n          gebied:\n            - berkenrade\n        daarna:",
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each gap in leadership."""
        for hole in holes(chain, (gap for gap in _gaps(chain) if gap.task.id == LEADERSHIP)):
            yield hole.problem(chain)


class TER006(Rule):
    """Judges the acute tasks that nobody requires, but that an agreement gives to somebody at some hours."""

    severity = Severity.FOUT
    statement = "Wie een acute taak op zich neemt, regelt haar op alle uren."
    why = (
        "Gevaar houdt zich niet aan kantooruren. Wie op maandagochtend hulp krijgt, "
        "rekent er op zaterdagnacht ook op."
    )
    remedy = "Maak 'geldt_voor' ruimer, of schrijf erbij wie de taak op de andere uren heeft."
    needs = _NEEDS
    good = (
        Example.of(
            "In kantooruren en daarbuiten is er iemand",
            eigen__taken=bed_task("acuut: ja"),
            afspraken__bed=bed_agreement(
                LINE, f"{_OFFICE_HOURS}        - avond-en-nacht\n        - weekend\n"
            ),
        ),
    )
    bad = (
        Example.of(
            "Buiten kantooruren is er niemand",
            eigen__taken=bed_task("acuut: ja"),
            afspraken__bed=bed_agreement(LINE, _OFFICE_HOURS.replace("voor:", "voor: # hier")),
        ),
        Example.of(
            "Het weekend en de nacht zijn geregeld, maar overdag op werkdagen is er niemand",
            eigen__taken=bed_task("acuut: ja"),
            afspraken__bed=bed_agreement(
                LINE,
                """
                geldt_voor: # hier
                  tijden:
                    - avond-en-nacht
                    - weekend
                """,
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each acute task that is not required; of what is required another rule tells the gaps."""
        coverage = chain.coverage
        required = {task.id for task in coverage.required}
        acute = (task for task in chain.records.of(Task).values() if task.acute and task.id not in required)
        for task in acute:
            for hole in holes(chain, coverage.as_gaps(task, coverage.partly_open_for(task))):
                yield hole.problem(chain)


def _gaps(chain: Chain) -> Iterator[Gap]:
    """The gaps for required tasks; of a theme whose whole route is missing another rule tells that, once."""
    missing = unwritten(chain)
    for gap in chain.coverage.gaps:
        if not missing.issuperset(chain.space.themes.chosen(gap.box.themes)):
            yield gap


def _unknown(chain: Chain) -> Iterator[Question]:
    """Lines in force that do not know who is accountable."""
    for holding in chain.situations.lines:
        own, agreement = holding.line.own, holding.line.agreement
        if isinstance(own.accountable, Unknown):
            task = lower_first(chain.names.of("taak", own.task))
            question = f"Wie is volgens '{agreement.title}' eindverantwoordelijk voor {task}?"
            yield Question(own.place.at("eindverantwoordelijk").span, question, keeper(chain, agreement))


def _doubtful(chain: Chain) -> Iterator[Question]:
    """Agreements without which there would be a gap, and of which the dates are not exact."""
    coverage = chain.coverage
    asked: set[str] = set()
    for task in coverage.required:
        cells = coverage.doubtful_for(task)
        for agreement in coverage.doubted(task, cells) if cells else ():
            if agreement.id not in asked:
                asked.add(agreement.id)
                question = (
                    f"Van welke dag tot welke dag geldt '{agreement.title}'? "
                    f"Zonder deze afspraak is niemand eindverantwoordelijk voor {lower_first(task.name)}."
                )
                yield Question(agreement.place.at("geldig").span, question, keeper(chain, agreement))
