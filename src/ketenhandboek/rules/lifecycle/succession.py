"""One agreement takes over from another on the day after it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import last_day_of
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import Day
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.chain import Chain

_ADOPTED = "vastgesteld"
_ONE_DAY = timedelta(days=1)
_ITSELF = "Zo vervangt een afspraak uiteindelijk zichzelf. Noem alleen afspraken die er eerder waren."


class AFS003(Rule):
    """Compares the end of the one with the start of the other; without an end there is nothing to compare."""

    severity = Severity.FOUT
    statement = "Een nieuwe afspraak gaat in op de dag nadat de oude eindigt."
    why = (
        "Zit er een gat tussen? Dan geldt er een tijd niets. "
        "Overlappen zij elkaar? Dan gelden er twee afspraken die elkaar kunnen tegenspreken."
    )
    remedy = "Pas de einddatum van de oude of de begindatum van de nieuwe afspraak aan."
    good = (
        Example.of(
            "De nieuwe gaat in op 1 januari; de oude eindigt op 31 december",
            afspraken__nachtopvang_2020=brief_agreement(
                "Nachtopvang 2020",
                """
                geldig:
                  van: 2020-01-01
                  tot_en_met: 2025-12-31
                """,
            ),
            afspraken__nachtopvang_2026=brief_agreement(
                "Nachtopvang 2026",
                """
                geldig:
                  van: 2026-01-01
                vervangt:
                  - nachtopvang-2020
                """,
            ),
        ),
    )
    bad = (
        Example.of(
            "Twee maanden geldt er niets",
            afspraken__nachtopvang_2020=brief_agreement(
                "Nachtopvang 2020",
                """
                geldig:
                  van: 2020-01-01
                  tot_en_met: 2025-12-31
                """,
            ),
            afspraken__nachtopvang_2026=brief_agreement(
                "Nachtopvang 2026",
                """
                geldig:
                  van: 2026-03-01 # hier
                vervangt:
                  - nachtopvang-2020
                """,
            ),
        ),
        Example.of(
            "Eén dag gelden ze allebei, want 'tot en met' telt die dag mee",
            afspraken__nachtopvang_2020=brief_agreement(
                "Nachtopvang 2020",
                """
                geldig:
                  van: 2020-01-01
                  tot_en_met: 2026-01-01
                """,
            ),
            afspraken__nachtopvang_2026=brief_agreement(
                "Nachtopvang 2026",
                """
                geldig:
                  van: 2026-01-01 # hier
                vervangt:
                  - nachtopvang-2020
                """,
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look for agreements that replace themselves, then at the dates of all that are not over."""
        agreements = chain.records.of(Agreement)
        for agreement in agreements.values():
            if agreement.id in _replaced_in_turn(agreement, agreements):
                yield Problem(agreement.place.at("vervangt").span, _ITSELF)
        for later, _ in standing(chain):
            for name in later.replaces if later.stage == _ADOPTED else ():
                earlier = agreements.get(name)
                if earlier is not None and earlier.stage == _ADOPTED:
                    yield from _compared(earlier, later, chain)


def _replaced_in_turn(agreement: Agreement, agreements: Mapping[str, Agreement]) -> set[str]:
    """All that an agreement replaces, directly or one after the other."""
    found: set[str] = set()
    ahead = list(agreement.replaces)
    while ahead:
        name = ahead.pop()
        if name in agreements and name not in found:
            found.add(name)
            ahead.extend(agreements[name].replaces)
    return found


def _compared(earlier: Agreement, later: Agreement, chain: Chain) -> Iterator[Problem | Question]:
    place = later.place.at("geldig", "van")
    last, where = last_day_of(earlier)
    start = later.valid.start
    if last is None:
        return
    if isinstance(last, Day) and isinstance(start, Day):
        wrong = _fits(last, start)
        if wrong:
            related = Related(where.span, f"tot hier liep '{earlier.title}'")
            yield Problem(place.span, _message(earlier, last, later, start, wrong), (related,))
        if wrong is not None:
            return
    question = f"Sluit '{later.title}' precies aan op '{earlier.title}'? De data zijn niet op de dag bekend."
    yield Question(place.span, question, keeper(chain, later))


def _fits(last: Day, start: Day) -> str | None:
    """What goes wrong in between, nothing when the dates meet, None when they are too coarse to tell."""
    if start.first > last.last + _ONE_DAY:
        return "Daartussen geldt geen van beide."
    if start.last <= last.first:
        return "In die tijd gelden zij allebei."
    return "" if start.exact and last.exact else None


def _message(earlier: Agreement, last: Day, later: Agreement, start: Day, wrong: str) -> str:
    return (
        f"'{earlier.title}' loopt tot en met {day_in_words(last)}, en '{later.title}' gaat in op "
        f"{day_in_words(start)}. {wrong} Laat de data op elkaar aansluiten."
    )
