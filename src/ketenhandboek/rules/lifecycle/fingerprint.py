"""AFS011: an agreement stays what was signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.fingerprint import fingerprint
from ketenhandboek.findings import Problem, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.rules.texts.texts import mark
from ketenhandboek.values import Day
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement

_ADOPTED = "vastgesteld"
_SIGNED = brief_agreement(
    "Nachtopvang",
    """
    geldig:
      van: 2025-01-01
      tot_en_met: 2028-12-31
    partijen:
      - partner: gemeente
        rol: financier
        getekend: 2024-12-10
        functie: wethouder
    getekende_tekst: sha256:bfa33d75f3172cdf
    """,
)


class AFS011(Rule):
    """Looks at agreements that carry the fingerprint of the text that was signed."""

    severity = Severity.WAARSCHUWING
    statement = "Wat de partijen tekenden, is daarna niet veranderd."
    why = (
        "Een partij is alleen gebonden aan de tekst die zij tekende. "
        "Verandert er daarna een termijn of een verantwoordelijke, dan geldt dat niet voor haar."
    )
    remedy = "Laat de partijen de nieuwe tekst tekenen, of zet de oude tekst terug."
    good = (
        Example.of(
            "Er is alleen een opmerking bij gekomen",
            afspraken__nachtopvang=_SIGNED + "opmerking: Besproken in de regiegroep.\n",
        ),
    )
    bad = (
        Example.of(
            "De afspraak is verlengd, en niemand tekende daarvoor",
            afspraken__nachtopvang=mark(_SIGNED.replace("2028-12-31", "2030-12-31"), "getekende_tekst"),
        ),
        Example.of(
            "Eén partij heeft nu een andere rol",
            afspraken__nachtopvang=mark(
                _SIGNED.replace("rol: financier", "rol: toehoorder"), "getekende_tekst"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each agreement that counts and is adopted."""
        for agreement, _ in standing(chain):
            entry = chain.records.entry("afspraak", agreement.id)
            signed = agreement.signed_text if agreement.stage == _ADOPTED else None
            if signed and entry and fingerprint(entry.data) != signed:
                yield _changed(agreement)


def _changed(agreement: Agreement) -> Problem:
    days = [party.signed for party in agreement.parties if isinstance(party.signed, Day)]
    when = f" op {day_in_words(max(days))}" if days else ""
    message = (
        f"De tekst van '{agreement.title}' is anders dan die de partijen{when} tekenden. "
        f"Laat hen de nieuwe tekst tekenen, of zet de oude tekst terug."
    )
    return Problem(agreement.place.at("getekende_tekst").span, message)
