"""VER009 and VER010: whoever has a task can do it, and says who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import as_sure_as
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.values import UNKNOWN, Ref
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.partner import Partner

WEIGHING = "meldcode-afwegen"
DECIDER = "meldcode-beslisser"
_NEEDS = ("afspraak", "partner", "regio", "soort")
_TEAM = """
    partners:
      - id: lokaal-team-{place}
        naam: {name} {title}
        soort: lokaal-team
        werkgebied:
          - gebied: {place}
            sinds: 2015-01-01
        onderdeel_van: gemeente-{place}
        tekent_via: gemeente-{place}
        meldcode:
          beslist: teammanager
        bereikbaar:
          - tijden:
              - altijd
            via: de bereikbaarheidsdienst van de gemeente
        contact_gecontroleerd_op: 2026-01-15
        scholing:
          - Samen Veilig
"""
"""A local team that is trained; its municipality is to be filled in."""
_ELSBROEK = _TEAM.format(place="elsbroek", name="Gezinsteam", title="Elsbroek")
_BERKENRADE = _TEAM.format(place="berkenrade", name="Buurtteam", title="Berkenrade")
_BOTH = _ELSBROEK + _BERKENRADE.replace("\n    partners:\n", "")
_METHOD = "methode: samen veilig"
_WEIGHING = """\
  - id: afwegen
    taak: meldcode-afwegen
    eindverantwoordelijk: lokaal-team
    uitvoerders:
      - lokaal-team/medewerker
    zicht_op_veiligheid: ja
    coordinatie: ja
    daarna:
      - naar: einde
"""


class VER009(Rule):
    """Compares the method of a line with what its performers are trained in, whatever the capitals."""

    severity = Severity.ADVIES
    statement = "Vraagt een taak om een methode? Dan is wie haar uitvoert daarin geschoold."
    why = (
        "Een methode werkt alleen als de medewerkers haar kennen. "
        "Anders doet elke organisatie het op haar manier."
    )
    remedy = "Zet de methode bij 'scholing' in partners.yaml, als de medewerkers de scholing hebben gehad."
    needs = _NEEDS
    good = (
        Example.of(
            "Beide lokale teams zijn in de methode geschoold",
            eigen__taken=bed_task(),
            partners=_BOTH,
            afspraken__bed=bed_agreement(LINE, _METHOD),
        ),
    )
    bad = (
        Example.of(
            "Geen van de lokale teams is in de methode geschoold",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(LINE, f"{_METHOD} # hier"),
        ),
        Example.of(
            "Het team van Elsbroek is geschoold, het team van Berkenrade niet",
            eigen__taken=bed_task(),
            partners=_ELSBROEK,
            afspraken__bed=bed_agreement(LINE, f"{_METHOD} # hier"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line in force that itself names a method."""
        for line in chain.elaboration.lines:
            if line.own.method:
                untrained = _untrained(chain, line, line.own.method)
                if untrained:
                    yield _not_trained(chain, line, untrained)
                elif Ref(UNKNOWN.value) in line.line.performers:
                    question = f"Wie voert '{line.own.method}' uit, en is die daarin geschoold?"
                    yield Question(line.own.place.at("methode").span, question)


class VER010(Rule):
    """Looks at the partners to which an agreement gives the weighing with the reporting code."""

    severity = Severity.WAARSCHUWING
    statement = "Wie met de meldcode afweegt, zegt welke functie beslist om te melden."
    why = (
        "Een medewerker die twijfelt, moet weten wie de knoop doorhakt. "
        "Staat dat nergens, dan blijft een melding liggen."
    )
    remedy = "Zet in partners.yaml bij 'meldcode' welke functie beslist."
    needs = _NEEDS
    good = (
        Example.of(
            "De lokale teams hebben allebei een functie die beslist",
            afspraken__afwegen=bed_agreement(_WEIGHING),
        ),
    )
    bad = (
        Example.of(
            "Het team van Elsbroek heeft niet gezegd wie beslist",
            partners=_ELSBROEK.replace("        meldcode:\n          beslist: teammanager\n", "").replace(
                "id: lokaal-team-elsbroek", "id: lokaal-team-elsbroek # hier"
            ),
            afspraken__afwegen=bed_agreement(_WEIGHING),
        ),
        Example.of(
            "De gemeente is eindverantwoordelijk. Het team van Berkenrade zegt niet wie beslist",
            partners=_BERKENRADE.replace("        meldcode:\n          beslist: teammanager\n", "").replace(
                "id: lokaal-team-berkenrade", "id: lokaal-team-berkenrade # hier"
            ),
            afspraken__afwegen=bed_agreement(_WEIGHING.replace("k: lokaal-team\n", "k: gemeente\n")),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """One problem for each partner."""
        norm = chain.records.of(Norm).get(DECIDER)
        told: set[str] = set()
        for line in chain.elaboration.lines:
            partners = _performing(chain, line).values() if line.own.task == WEIGHING else ()
            for partner in (item for found in partners for item in found):
                if partner.reporting_code is None and partner.id not in told:
                    told.add(partner.id)
                    problem = _nobody_decides(line, partner)
                    yield as_sure_as(problem, norm) if norm else problem


def _performing(chain: Chain, line: Line) -> dict[tuple[str, str], tuple[Partner, ...]]:
    """Whom the performers of a line mean, by name and municipality; without any, the accountable party."""
    accountable = line.line.accountable
    refs = line.line.performers or ((accountable,) if isinstance(accountable, Ref) else ())
    return {
        (ref.name, municipality): chain.binding.in_municipality(ref.name, municipality)
        for ref in refs
        for municipality in sorted(chain.elaboration.municipalities(line))
    }


def _untrained(chain: Chain, line: Line, method: str) -> list[Partner]:
    """Everybody meant who lacks the training; of a kind with several, one here will do."""
    found: dict[str, Partner] = {}
    for (name, _), partners in _performing(chain, line).items():
        lacking = [item for item in partners if method.casefold() not in map(str.casefold, item.trained_in)]
        one_is_enough = name not in chain.binding.partners and not chain.binding.single(name)
        if not one_is_enough or len(lacking) == len(partners):
            found |= {partner.id: partner for partner in lacking}
    return list(found.values())


def _not_trained(chain: Chain, line: Line, untrained: list[Partner]) -> Problem:
    task = lower_first(chain.names.of("taak", line.own.task))
    names = listed(partner.name for partner in untrained)
    message = (
        f"'{line.agreement.title}' vraagt bij {task} om de methode '{line.own.method}'. "
        f"Bij {names} staat die niet bij 'scholing'. Vul dat aan, of plan de scholing."
    )
    related = tuple(
        Related(partner.place.at("id").span, "hier hoort 'scholing' bij") for partner in untrained
    )
    return Problem(line.own.place.at("methode").span, message, related)


def _nobody_decides(line: Line, partner: Partner) -> Problem:
    message = (
        f"{partner.name} weegt af met de meldcode, maar er staat niet welke functie beslist om te melden. "
        "Zet dat bij 'meldcode'."
    )
    related = Related(line.own.place.at("taak").span, f"'{line.agreement.title}' geeft deze taak")
    return Problem(partner.place.at("id").span, message, (related,))
