"""Exceptions: a finding that the region accepts has a reason, an end and a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Severity
from ketenhandboek.kinds.exception import ExceptionRecord
from ketenhandboek.rules.basics.lookup import missing
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import judged
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.source.removal import removal
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain

_NO_REASON = {"", "onbekend", "geen", "nvt", "n.v.t", "volgt"}


class BAS008(Rule):
    """Judges the rule of each exception again, so that an exception that is no longer needed shows."""

    severity = Severity.FOUT
    statement = "Een uitzondering heeft een reden, is niet verlopen en is nog nodig."
    why = (
        "Een uitzondering verbergt een bevinding. "
        "Blijft zij staan nadat het is opgelost, dan ziet niemand het als het later weer misgaat."
    )
    remedy = "Is het opgelost? Haal de uitzondering weg. Zo niet: geef een nieuwe datum, met de reden."
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
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look at every exception."""
        found: dict[str, set[str]] = {}
        for exception in chain.records.of(ExceptionRecord).values():
            problem = _of_itself(exception, self.code) or _of_its_day(exception, chain)
            if problem is None and _is_certain(exception, chain):
                if exception.rule not in found:
                    found[exception.rule] = _judged_again(exception.rule, chain)
                problem = _needless(exception, found[exception.rule], chain)
            if problem is not None:
                yield problem


def _of_itself(exception: ExceptionRecord, own_code: str) -> Problem | None:
    place = exception.place.at("regel")
    if exception.rule not in catalogue():
        return missing(place, f"Er is geen regel {exception.rule}.", exception.rule, catalogue())
    if exception.rule == own_code:
        message = "Op deze regel kan geen uitzondering: dan zou een verlopen uitzondering blijven staan."
        return Problem(place.span, message)
    if exception.reason.strip(" .-?").casefold() in _NO_REASON:
        message = "Hier ontbreekt de reden. Schrijf waarom de regio dit voor nu accepteert."
        return Problem(exception.place.at("reden").span, message)
    return None


def _of_its_day(exception: ExceptionRecord, chain: Chain) -> Problem | None:
    if chain.day <= exception.end.last:
        return None
    message = (
        f"Deze uitzondering gold tot en met {day_in_words(exception.end)}. "
        "Los de bevinding op, of geef een nieuwe datum met de reden."
    )
    return Problem(exception.place.at("tot_en_met").span, message)


def _is_certain(exception: ExceptionRecord, chain: Chain) -> bool:
    """Whether silence of the rule means that all is well: no broken records, and the record exists."""
    kind, _, id_ = exception.record.partition("/")
    return not chain.records.broken and chain.records.entry(kind, id_) is not None


def _judged_again(code: str, chain: Chain) -> set[str]:
    """The records at which a rule finds something or has a question."""
    return {item.record for item in judged(catalogue()[code], chain)}


def _needless(exception: ExceptionRecord, found: set[str], chain: Chain) -> Problem | None:
    if exception.record in found:
        return None
    message = f"Regel {exception.rule} vindt bij {exception.record} niets meer. Haal deze uitzondering weg."
    others = len(chain.records.of(ExceptionRecord)) > 1
    edit = removal(exception.place) if others else None
    return Problem(exception.place.at("regel").span, message, edit=edit)
