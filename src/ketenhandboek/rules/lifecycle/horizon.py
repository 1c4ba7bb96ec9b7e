"""AFS012: what ends soon has a successor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import last_day_of
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import Day, Unknown
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.source.document import Place

_ADOPTED = "vastgesteld"
_ENDING = """
    geldig:
      van: 2024-01-01
      tot_en_met: 2026-06-30 # hier
"""


class AFS012(Rule):
    """Silent about a pilot, and where the end opens a gap, because other rules say so already."""

    severity = Severity.WAARSCHUWING
    statement = "Een afspraak die binnenkort eindigt, heeft een opvolger."
    why = (
        "Na de laatste dag geldt de afspraak niet meer. "
        "Een nieuwe afspraak kost maanden: de partijen moeten overleggen en tekenen."
    )
    remedy = "Verleng de afspraak, of maak een nieuwe die haar vervangt en stel die op tijd vast."
    good = (
        Example.of(
            "De opvolger is al vastgesteld",
            afspraken__nachtopvang_2024=brief_agreement("Nachtopvang 2024", _ENDING.replace(" # hier", "")),
            afspraken__nachtopvang_2026=brief_agreement(
                "Nachtopvang 2026",
                """
                geldig:
                  van: 2026-07-01
                vervangt:
                  - nachtopvang-2024
                """,
            ),
        ),
    )
    bad = (
        Example.of(
            "De afspraak eindigt over vier maanden",
            afspraken__nachtopvang_2024=brief_agreement("Nachtopvang 2024", _ENDING),
        ),
        Example.of(
            "De opvolger is nog maar een concept",
            afspraken__nachtopvang_2024=brief_agreement("Nachtopvang 2024", _ENDING),
            afspraken__nachtopvang_2026=brief_agreement(
                "Nachtopvang 2026",
                """
                geldig:
                  van: 2026-07-01
                vervangt:
                  - nachtopvang-2024
                """,
            ).replace("stand: vastgesteld", "stand: concept"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each agreement in force that ends before the horizon."""
        said = _behind_gaps(chain)
        for agreement in chain.lifecycle.in_force.values():
            end, place = last_day_of(agreement)
            if agreement.pilot is not None or agreement.id in said:
                continue
            if isinstance(end, Unknown):
                question = f"Tot wanneer geldt '{agreement.title}'?"
                yield Question(place.span, question, keeper(chain, agreement))
            elif end and end.last <= chain.horizon:
                yield from _unsucceeded(agreement, end, place, chain)


def _behind_gaps(chain: Chain) -> set[str]:
    """The agreements whose end opens a gap before the horizon."""
    later = (gap for gap in chain.coverage.gaps if not gap.open_now)
    lines = (chain.coverage.nearest(gap) for gap in later)
    return {line.agreement.id for line in lines if line is not None}


def _unsucceeded(agreement: Agreement, end: Day, place: Place, chain: Chain) -> Iterator[Problem]:
    successors = chain.lifecycle.successors(agreement.id)
    if any(successor.stage == _ADOPTED for successor in successors):
        return
    said = f"'{agreement.title}' geldt tot en met {day_in_words(end)}"
    if successors:
        drafted = successors[0]
        message = f"{said}. De opvolger '{drafted.title}' is nog niet vastgesteld. Stel die op tijd vast."
        related = (Related(drafted.place.at("stand").span, "hier staat de stand van de opvolger"),)
        yield Problem(place.span, message, related)
    else:
        yield Problem(
            place.span, f"{said}, en er is geen opvolger. Verleng haar, of maak een nieuwe afspraak."
        )
