"""Bodies, partners and functions on which something rests still exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.index import is_word
from ketenhandboek.findings import Edit, Problem, Question, Related, Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.rules.example_briefs import brief_agreement
from ketenhandboek.rules.phrases import upper_first
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.standing import living
from ketenhandboek.values import Day, Period, Ref, Truth
from ketenhandboek.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.index import Used
    from ketenhandboek.kinds.parts import Validity
    from ketenhandboek.kinds.references import Use

    Body = Partner | Meeting


class Support(NamedTuple):
    """Something on which a reference rests: its name in a sentence, how long it exists, what came after."""

    name: str
    exists: Validity
    successor: Body | None = None


class AFS008(Rule):
    """Looks at every reference to a partner, meeting or function, except those that tell history."""

    severity = Severity.FOUT
    statement = "Niets wat nu geldt, rust op een organisatie, overleg of functie die niet meer bestaat."
    why = (
        "Een werkgroep stopt, maar mag volgens de afspraak nog steeds als enige de bijlagen wijzigen. "
        "Dan ligt die bevoegdheid bij niemand."
    )
    remedy = "Noem de opvolger, of spreek af wie het overneemt."
    good = (
        Example.of(
            "Het overleg dat de afspraak ooit vaststelde, is gestopt; de beheerder bestaat nog",
            overleggen="""
                overleggen:
                  - id: werkgroep-samen
                    naam: Werkgroep Samen
                    soort: regiegroep
                    bestaat:
                      tot_en_met: 2025-06-30
                """,
            afspraken__nachtopvang=brief_agreement(
                "Afspraken over de nachtopvang",
                """
                geldig:
                  van: 2025-01-01
                beheer:
                  beheerder: opvang-de-linde/beleidsmedewerker
                  vastgesteld_door: werkgroep-samen
                """,
            ),
        ),
    )
    bad = (
        Example.of(
            "Een werkgroep die is gestopt, mag de afspraak nog wijzigen",
            overleggen="""
                overleggen:
                  - id: werkgroep-samen
                    naam: Werkgroep Samen
                    soort: regiegroep
                    bestaat:
                      tot_en_met: 2025-06-30
                    opgevolgd_door: regiegroep
                """,
            afspraken__nachtopvang=brief_agreement(
                "Afspraken over de nachtopvang",
                """
                geldig:
                  van: 2025-01-01
                beheer:
                  beheerder: opvang-de-linde/beleidsmedewerker
                  vastgesteld_door: werkgroep-samen
                  mag_wijzigen: werkgroep-samen # hier
                """,
            ),
        ),
        Example.of(
            "De organisatie bestaat nog, maar de functie van de voorzitter niet",
            partners="""
                partners:
                  - id: opvang-de-linde
                    naam: Opvang De Linde
                    soort: vrouwenopvang
                    werkgebied:
                      - gebied: regio
                    functies:
                      - id: ketenmanager
                        naam: Ketenmanager
                        bestaat:
                          tot_en_met: 2025-12
                """,
            overleggen="""
                overleggen:
                  - id: weekstart
                    naam: Weekstart
                    soort: casusoverleg-hulpverlening
                    voorzitter: opvang-de-linde/ketenmanager # hier
                    plaatsvervanger: gemeente-elsbroek/teammanager
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look at every partner, meeting and function that something living refers to."""
        for used in chain.index.uses:
            if not is_word(used.use) and not _is_history(used.use) and living(used, chain):
                for support in _rests_on(used, chain):
                    yield from _judge(used.use, support, chain)


def _is_history(use: Use) -> bool:
    """Whether a reference tells what once was: who adopted, changed or signed it, and who came after."""
    decided = use.path[-1] == "besluit_door" and "besloten_op" in use.siblings
    return (
        decided
        or use.path[-1] in ("opgevolgd_door", "vastgesteld_door")
        or use.path[-2:]
        in (
            ("wijzigingen", "door"),
            ("partijen", "functie"),
        )
    )


def _rests_on(used: Used, chain: Chain) -> Iterator[Support]:
    ref, use = Ref.parse(used.use.text), used.use
    if "functie" in use.targets:
        owner = used.entry.id if use.of == "." else str(use.siblings.get(use.of, ""))
        yield from _function(Ref(owner, use.text), chain)
        return
    body = _body(ref.name, chain) if {"partner", "overleg"} & set(use.targets) else None
    if body is not None and body.exists is not None:
        yield Support(body.name, body.exists, _successor(body, chain))
    elif "partner" in use.targets and ref.function:
        yield from _function(ref, chain)


def _function(ref: Ref, chain: Chain) -> Iterator[Support]:
    function = chain.functions.get(ref.name, ref.function)
    if function is not None and function.exists is not None:
        yield Support(f"de functie {chain.names.party(ref)}", function.exists)


def _body(name: str, chain: Chain) -> Body | None:
    return chain.records.of(Partner).get(name) or chain.records.of(Meeting).get(name)


def _successor(body: Body, chain: Chain) -> Body | None:
    """The first of those that came after it that still exists."""
    seen = {body.id}
    later = _body(body.succeeded_by or "", chain)
    while later is not None and later.id not in seen:
        if chain.exists(later.exists):
            return later
        seen.add(later.id)
        later = _body(later.succeeded_by or "", chain)
    return None


def _judge(use: Use, support: Support, chain: Chain) -> Iterator[Problem | Question]:
    end = support.exists.end
    answer = Period(None, end).contains(chain.day)
    if answer is Truth.UNSURE:
        yield Question(use.place.span, f"Bestaat {support.name} nog? De einddatum is niet precies bekend.")
    elif answer is Truth.NO and isinstance(end, Day):
        said = f"{upper_first(support.name)} bestond tot en met {day_in_words(end)}."
        related = Related(support.exists.place.at("tot_en_met").span, "hier staat de einddatum")
        yield Problem(use.place.span, f"{said} {_mend(support)}", (related,), _edit(use, support, chain))


def _mend(support: Support) -> str:
    if support.successor is None:
        return "Noem wie dit nu doet."
    return f"Noem de opvolger: {support.successor.name} ('{support.successor.id}')."


def _edit(use: Use, support: Support, chain: Chain) -> Edit | None:
    """The successor instead, where it may stand; a party to an agreement must sign itself first."""
    function = Ref.parse(use.text).function
    later = support.successor
    if later is None or use.path[0] == "partijen":
        return None
    kind = "partner" if isinstance(later, Partner) else "overleg"
    if kind not in use.targets or (function and chain.functions.get(later.id, function) is None):
        return None
    return Edit(use.place.span, str(Ref(later.id, function)))
