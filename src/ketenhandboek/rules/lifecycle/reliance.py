"""Agreements and norms on which others rely are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.findings import Edit, Problem, Question, Related, Severity
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.standing import living
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import Day
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.parts import Validity
    from ketenhandboek.kinds.references import Use
    from ketenhandboek.source.document import Place


class AFS001(Rule):
    """Looks at every reference to a norm or an agreement, except the one that says it is replaced."""

    severity = Severity.FOUT
    statement = "Wat nu geldt, verwijst alleen naar afspraken en normen die nu gelden."
    why = (
        "Een werkinstructie bij een verlopen afspraak lijkt nog geldig. "
        "In een ruzie blijkt dan dat niemand meer aan de afspraak gebonden is."
    )
    remedy = "Verwijs naar wat nu geldt, of verleng de oude afspraak met de partijen samen."
    good = (
        Example.of(
            "De nieuwe afspraak noemt de oude alleen om te zeggen dat zij die vervangt",
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
            "Een werkwijze die een verlopen afspraak uitwerkt",
            afspraken__nachtopvang_2020=brief_agreement(
                "Nachtopvang 2020",
                """
                geldig:
                  van: 2020-01-01
                  tot_en_met: 2025-12-31
                """,
            ),
            afspraken__werkwijze_nachtopvang=brief_agreement(
                "Werkwijze nachtopvang",
                """
                geldig:
                  van: 2021-01-01
                werkt_uit:
                  - nachtopvang-2020 # hier
                """,
            ),
        ),
        Example.of(
            "Het convenant van een overleg is nog maar een concept",
            afspraken__convenant_2026="""
                titel: Privacyconvenant 2026
                soort: privacyconvenant
                stand: concept
                geldig:
                  van: 2026-01-01
                gebied:
                  - regio
                themas:
                  - alle
                privacy:
                  bewaartermijn: 5 jaar
                  dpia: 2025-12
                  contact: gemeente-elsbroek/beleidsambtenaar
                """,
            overleggen="""
                overleggen:
                  - id: weekstart
                    naam: Weekstart
                    soort: leerbijeenkomst
                    doel: Leren van elkaar.
                    voorzitter: veilig-thuis-tweebeken/teammanager
                    plaatsvervanger: gemeente-elsbroek/teammanager
                    privacyconvenant: convenant-2026 # hier
                """,
        ),
        Example.of(
            "Een werkwijze die op een oude versie van een norm rust",
            eigen__normen="""
                normen:
                  - id: richtlijn-nachtopvang-2020
                    naam: Richtlijn nachtopvang 2020
                    soort: beroepsnorm
                    geldig:
                      tot_en_met: 2025-06-30
                """,
            afspraken__werkwijze_nachtopvang=brief_agreement(
                "Werkwijze nachtopvang",
                """
                geldig:
                  van: 2021-01-01
                normen:
                  - norm: richtlijn-nachtopvang-2020 # hier
                """,
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look at every agreement and norm that something living refers to."""
        yield from _agreements(chain)
        yield from _norms(chain)


def _agreements(chain: Chain) -> Iterator[Problem | Question]:
    for id_, state in chain.lifecycle.states.items():
        if state is State.IN_FORCE:
            continue
        for used in chain.index.used_by("afspraak", id_):
            if used.use.said.path[-1] != "vervangt" and living(used, chain):
                yield _relied_upon(used.use, chain.records.of(Agreement)[id_], state, chain)


def _norms(chain: Chain) -> Iterator[Problem]:
    for id_, norm in chain.records.of(Norm).items():
        if norm.valid is not None and not chain.exists(norm.valid):
            for used in chain.index.used_by("norm", id_):
                if living(used, chain):
                    yield _not_the_norm(used.use, norm, norm.valid, chain)


def _not_the_norm(use: Use, norm: Norm, valid: Validity, chain: Chain) -> Problem:
    end = valid.end
    if isinstance(end, Day) and end.last < chain.day:
        said, key = f"gold tot en met {day_in_words(end)}", "tot_en_met"
    else:
        said, key = "geldt nog niet", "van"
    message = f"De norm '{norm.name}' {said}. Noem de norm die nu geldt, of haal deze verwijzing weg."
    related = Related(valid.place.at(key).span, "hier staat wanneer de norm geldt")
    return Problem(use.place.span, message, (related,))


def _relied_upon(use: Use, agreement: Agreement, state: State, chain: Chain) -> Problem | Question:
    if state is State.UNSURE:
        question = f"Geldt '{agreement.title}' nog? De datum is niet precies bekend."
        return Question(use.place.span, question, keeper(chain, agreement))
    return _not_in_force(use, agreement, state, chain)


def _not_in_force(use: Use, agreement: Agreement, state: State, chain: Chain) -> Problem:
    later = [item for item in chain.lifecycle.successors(agreement.id) if item.id in chain.lifecycle.in_force]
    said, place = _in_words(agreement, state, later)
    related = Related(place.span, f"'{agreement.title}' {said}")
    span = use.place.span
    if len(later) == 1:
        message = f"'{agreement.title}' {said}. Noem de afspraak die haar vervangt: '{later[0].id}'."
        return Problem(span, message, (related,), Edit(span, later[0].id))
    message = f"'{agreement.title}' {said}. Noem een afspraak die nu geldt, of haal deze verwijzing weg."
    return Problem(span, message, (related,))


def _in_words(agreement: Agreement, state: State, later: list[Agreement]) -> tuple[str, Place]:
    """Why an agreement is not in force, and where that is written."""
    place, valid = agreement.place, agreement.valid
    if state is State.WITHDRAWN and agreement.withdrawn_on:
        return f"is ingetrokken op {day_in_words(agreement.withdrawn_on)}", place.at("ingetrokken_op")
    if state is State.FUTURE and isinstance(valid.start, Day):
        return f"geldt pas vanaf {day_in_words(valid.start)}", place.at("geldig", "van")
    if state is State.EXPIRED and isinstance(valid.end, Day):
        return f"gold tot en met {day_in_words(valid.end)}", place.at("geldig", "tot_en_met")
    if state is State.REPLACED and later:
        return f"is vervangen door '{later[0].title}'", later[0].place.at("vervangt")
    return f"heeft de stand '{state.value}'", place.at("stand")
