"""Exceptions: a finding that the region accepts has a reason, an end and a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Severity, Unjudged
from ketenhandboek.kinds.exception import ExceptionRecord
from ketenhandboek.rules.accepted import covers
from ketenhandboek.rules.basics.lookup import missing
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import judged
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.source.removal import removal
from ketenhandboek.values import Duration, Unit
from ketenhandboek.wording import day_in_words, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Finding

_LONGEST = Duration(12, Unit.MONTH)
_AFTER = "Los de bevinding op, of geef een nieuwe datum met de reden."
_LONGER = "Kies een dag tot en met {}, of schrijf bij 'langer_omdat' waarom dat niet kan."
_NO_REASON = {"", "onbekend", "geen", "nvt", "n.v.t", "volgt"}


class BAS008(Rule):
    """Judges the rule of each exception again, so that an exception that is no longer needed shows."""

    severity = Severity.FOUT
    statement = (
        "Een uitzondering heeft een reden, duurt hooguit een jaar, is niet verlopen en is nog nodig. "
        "Op deze regel, BAS001, BAS002 en PRI001 kan geen uitzondering."
    )
    why = (
        "Een uitzondering verbergt een bevinding. "
        "Blijft zij staan nadat het is opgelost, dan ziet niemand het als het later weer misgaat."
    )
    remedy = "Is het opgelost? Haal de uitzondering weg. Zo niet: geef een nieuwe datum, met de reden."
    firm = True
    good = (
        Example.of(
            "Een begrip dat nog nergens voorkomt, met een reden en een einddatum",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag nog veilig zijn.
                """,
            uitzonderingen="""
                uitzonderingen:
                  - id: spoed-komt-nog
                    regel: BAS009
                    record: begrip/spoed
                    reden: De afspraak over spoed ligt nog bij de regiegroep.
                    tot_en_met: 2026-06-30
                    door: regiegroep
                """,
        ),
    )
    bad = (
        Example.of(
            "De uitzondering is verlopen",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag nog veilig zijn.
                """,
            uitzonderingen="""
                uitzonderingen:
                  - id: spoed-komt-nog
                    regel: BAS009
                    record: begrip/spoed
                    reden: De afspraak over spoed ligt nog bij de regiegroep.
                    tot_en_met: 2025-12-31 # hier
                    door: regiegroep
                """,
        ),
        Example.of(
            "Het begrip komt inmiddels voor, dus de uitzondering is niet meer nodig",
            uitzonderingen="""
                uitzonderingen:
                  - id: triage-komt-nog
                    regel: BAS009 # hier
                    record: begrip/triage
                    reden: De afspraak over triage ligt nog bij de regiegroep.
                    tot_en_met: 2026-06-30
                    door: regiegroep
                """,
        ),
        Example.of(
            "Een tikfout in de code van de regel",
            uitzonderingen="""
                uitzonderingen:
                  - id: triage-komt-nog
                    regel: BAS099 # hier
                    record: begrip/triage
                    reden: De afspraak over triage ligt nog bij de regiegroep.
                    tot_en_met: 2026-06-30
                    door: regiegroep
                """,
        ),
        Example.of(
            "Op gegevens over personen kan geen uitzondering",
            uitzonderingen="""
                uitzonderingen:
                  - id: nummer-mag
                    regel: PRI001 # hier
                    ernst: advies
                    reden: De teamleider wil dat haar nummer erbij staat.
                    door: regiegroep
                """,
        ),
        Example.of(
            "De uitzondering duurt jaren, zonder dat er staat waarom",
            begrippen="""
                begrippen:
                  - id: spoed
                    naam: spoed
                    betekenis: Iemand moet vandaag nog veilig zijn.
                """,
            uitzonderingen="""
                uitzonderingen:
                  - id: spoed-komt-nog
                    regel: BAS009
                    record: begrip/spoed
                    reden: De afspraak over spoed ligt nog bij de regiegroep.
                    tot_en_met: 2029-06-30 # hier
                    door: regiegroep
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look at every exception."""
        found: dict[str, list[Finding | Unjudged]] = {}
        for exception in chain.records.of(ExceptionRecord).values():
            problem = _of_itself(exception) or _of_its_day(exception, chain)
            if problem is None and exception.severity is None and _is_certain(exception, chain):
                if exception.rule not in found:
                    found[exception.rule] = list(judged(catalogue()[exception.rule], chain))
                problem = _needless(exception, found[exception.rule], chain)
            if problem is not None:
                yield problem


def _of_itself(exception: ExceptionRecord) -> Problem | None:
    place = exception.place.at("regel")
    rule = catalogue().get(exception.rule)
    if rule is None:
        return missing(place, f"Er is geen regel {exception.rule}.", exception.rule, catalogue())
    if rule.firm:
        message = f"Op regel {rule.code} kan geen uitzondering. Los op wat die regel vindt."
        return Problem(place.span, message)
    if exception.reason.strip(" .-?").casefold() in _NO_REASON:
        message = "Hier ontbreekt de reden. Schrijf waarom de regio dit voor nu accepteert."
        return Problem(exception.place.at("reden").span, message)
    if exception.severity == rule.severity:
        message = f"Regel {rule.code} heeft deze ernst al. Haal deze uitzondering weg."
        return Problem(exception.place.at("ernst").span, message)
    return None


def _of_its_day(exception: ExceptionRecord, chain: Chain) -> Problem | None:
    if exception.end is None:
        return None
    span = exception.place.at("tot_en_met").span
    if exception.end.last < chain.day:
        return Problem(span, f"Deze uitzondering gold tot en met {day_in_words(exception.end)}. {_AFTER}")
    latest = _LONGEST.after(chain.day)
    if exception.end.last > latest and exception.longer_because is None:
        return Problem(
            span, f"Deze uitzondering duurt langer dan een jaar. {_LONGER.format(in_words(latest))}"
        )
    return None


def _is_certain(exception: ExceptionRecord, chain: Chain) -> bool:
    """Whether silence of the rule means that all is well: nothing is lost, and the record exists."""
    kind, _, id_ = (exception.record or "").partition("/")
    return not chain.records.lost and chain.records.entry(kind, id_) is not None


def _needless(exception: ExceptionRecord, said: list[Finding | Unjudged], chain: Chain) -> Problem | None:
    here = [item for item in said if item.record == exception.record]
    if any(isinstance(item, Unjudged) or _touches(exception, item, chain) for item in here):
        return None
    if here:
        message = (
            f"Regel {exception.rule} vindt in dit gebied niets, maar wel daarbuiten. "
            "Verbeter 'gebied', of haal deze uitzondering weg."
        )
        return Problem(exception.place.at("gebied").span, message)
    kind, _, id_ = (exception.record or "").partition("/")
    name = chain.names.of(kind, id_)
    message = f"Regel {exception.rule} vindt bij '{name}' niets meer. Haal deze uitzondering weg."
    others = len(chain.records.of(ExceptionRecord)) > 1
    edit = removal(exception.place) if others else None
    return Problem(exception.place.at("regel").span, message, edit=edit)


def _touches(exception: ExceptionRecord, finding: Finding, chain: Chain) -> bool:
    """Whether a finding is about an exception's areas, if only in part: then the finding itself stays."""
    return covers(exception, finding, chain) or bool(finding.municipalities & chain.areas.of(exception.areas))
