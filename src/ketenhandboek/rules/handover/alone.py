"""OPV010: no partner stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.texts.texts import example_agreement
from ketenhandboek.values import UNKNOWN, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Responsibility

_PARTNER = """
    partners:
      - id: wonen-tweebeken # hier
        naam: Wonen Tweebeken
        soort: woningcorporatie
        werkgebied:
          - gebied: regio
            sinds: 2015-01-01
        bereikbaar:
          - tijden:
              - altijd
            via: de balie
        contact_gecontroleerd_op: 2026-01-15
    """
_SIGNED = """\
  - partner: woningcorporatie
    rol: uitvoerend
    getekend: 2024-12-10
    functie: directeur
"""
_TRAINING = """\
verantwoordelijkheden:
  - id: scholing
    taak: deskundigheidsbevordering
    eindverantwoordelijk: woningcorporatie
    uitvoerders:
      - woningcorporatie/teammanager
"""
_TOLD = "    informeert:\n      - lokaal-team\n"


def _agreement(line: str) -> str:
    return example_agreement("") + _SIGNED + line


class OPV010(Rule):
    """Judges who has something to do; a partner that only signs, or that nothing names, is left to others."""

    severity = Severity.WAARSCHUWING
    statement = (
        "Elke partner met een taak of een overleg heeft met minstens één andere partner iets te maken."
    )
    why = (
        "Een partner die met niemand iets deelt, ziet iets en kan het niet kwijt. "
        "Vaak is dan een overdracht of een gegevensstroom vergeten."
    )
    remedy = (
        "Schrijf op aan wie de partner overdraagt, met wie hij gegevens deelt of in welk overleg hij zit."
    )
    needs = ("afspraak", "overleg", "partner", "regio", "soort", "taak")
    good = (
        Example.of(
            "De woningcorporatie schoolt haar mensen, en vertelt dat aan het lokale team",
            partners=_PARTNER.replace(" # hier", ""),
            afspraken__wonen=_agreement(_TRAINING + _TOLD),
        ),
    )
    bad = (
        Example.of(
            "De woningcorporatie heeft een taak, maar doet die helemaal alleen",
            partners=_PARTNER,
            afspraken__wonen=_agreement(_TRAINING),
        ),
        Example.of(
            "De woningcorporatie vertelt het wel, maar alleen aan zichzelf",
            partners=_PARTNER,
            afspraken__wonen=_agreement(_TRAINING + _TOLD.replace("lokaal-team", "wonen-tweebeken")),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each partner that is named, itself or by its kind, in what is in force."""
        ties = _ties(chain)
        for partner in chain.binding.partners.values():
            if partner.id in ties.perhaps - ties.sure:
                question = f"Met welke andere partner heeft {partner.name} te maken?"
                yield Question(partner.place.at("id").span, question, partner.name)
            elif partner.id in ties.named - ties.sure:
                message = (
                    f"{partner.name} doet mee, maar heeft met geen andere partner iets te maken. "
                    "Schrijf op aan wie de partner overdraagt of met wie hij gegevens deelt."
                )
                yield Problem(partner.place.at("id").span, message)


class _Ties(NamedTuple):
    """The partners that something in force names, names with another, or names with nobody knows whom."""

    named: set[str]
    sure: set[str]
    perhaps: set[str]


def _ties(chain: Chain) -> _Ties:
    ties = _Ties(set(), set(), set())
    for names in {frozenset(group) for group in _groups(chain)}:
        meant = {name: {partner.id for partner in chain.binding.meant(name)} for name in names}
        ties.named.update(*meant.values())
        if UNKNOWN.value in names:
            ties.perhaps.update(*meant.values())
        for name, partners in meant.items():
            if not partners <= ties.sure:
                others = set().union(*(found for other, found in meant.items() if other != name))
                ties.sure.update(id_ for id_ in partners if others - {id_})
    return ties


def _groups(chain: Chain) -> Iterator[set[str]]:
    """The names that stand together in each line, flow, ladder, meeting and connection."""
    for agreement in chain.lifecycle.in_force.values():
        yield from _in_agreement(agreement)
    for line in chain.elaboration.lines:
        yield _in_line(line.line)
    for meeting in chain.records.of(Meeting).values():
        if chain.exists(meeting.exists):
            yield _names((*meeting.participants, meeting.chair, meeting.deputy))
    for connection in chain.connections.all:
        yield {connection.source, connection.target}


def _in_agreement(agreement: Agreement) -> Iterator[set[str]]:
    yield from (_names((mandate.giver, mandate.receiver)) for mandate in agreement.mandates)
    for route in agreement.escalation_routes:
        yield {
            *route.between,
            *_names(route.direct),
            *_names(who for step in route.steps for who in step.who),
        }


def _in_line(line: Responsibility) -> set[str]:
    feedback = line.feedback.to if line.feedback else None
    single = (line.accountable, line.decides, line.commissioned_by, feedback)
    names = _names((*single, *line.performers, *line.consults, *line.informs))
    following = (item.task for item in line.next)
    return names | {UNKNOWN.value} if UNKNOWN in single or UNKNOWN.value in following else names


def _names(refs: Iterable[object]) -> set[str]:
    return {ref.name for ref in refs if isinstance(ref, Ref)}
