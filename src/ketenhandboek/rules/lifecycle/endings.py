"""Bodies, partners and functions on which something rests still exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Edit, Problem, Question, Related, Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.partner_kind import PartnerKind
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.standing import living
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import Day, Period, Ref, Truth
from ketenhandboek.wording import day_in_words, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.index import Used
    from ketenhandboek.kinds.parts import Validity
    from ketenhandboek.kinds.references import Use

    Body = Partner | Meeting
_HISTORY = ("opgevolgd_door", "vastgesteld_door", ("wijzigingen", "door"), ("partijen", "functie"))


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
                    beslist_over:
                      - de nachtopvang
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
                  evaluatie:
                    elke: 12 maanden
                    laatste: 2025-12-01
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
                    beslist_over:
                      - de nachtopvang
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
                  evaluatie:
                    elke: 12 maanden
                    laatste: 2025-12-01
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
                    soort: beleidsoverleg
                    doel: De week samen beginnen.
                    voorzitter: opvang-de-linde/ketenmanager # hier
                    plaatsvervanger: gemeente-elsbroek/teammanager
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Look at every partner, meeting and function that something living refers to."""
        doubtful: dict[str, Support] = {}
        for used, support in (*_bodies(chain), *_functions(chain)):
            if not _is_history(used.use) and living(used, chain):
                exists = Period(None, support.exists.end).contains(chain.day)
                if exists is Truth.UNSURE:
                    doubtful[support.name] = support
                elif exists is Truth.NO:
                    yield from _gone(used.use, support, chain)
        yield from (_asked(support) for support in doubtful.values())


def _is_history(use: Use) -> bool:
    """Whether a reference tells what once was: who adopted, changed or signed it, and who came after."""
    decided = use.said.path[-1] == "besluit_door" and "besloten_op" in use.siblings
    return decided or use.said.path[-1] in _HISTORY or use.said.path[-2:] in _HISTORY


def _bodies(chain: Chain) -> Iterator[tuple[Used, Support]]:
    """The uses of partners and meetings that have an end."""
    bodies: list[tuple[str, Body]] = [("partner", body) for body in chain.records.of(Partner).values()]
    bodies += [("overleg", body) for body in chain.records.of(Meeting).values()]
    for kind, body in bodies:
        if body.exists is not None and body.exists.end is not None:
            support = Support(body.name, body.exists, _successor(body, chain))
            yield from ((used, support) for used in chain.index.used_by(kind, body.id))


def _functions(chain: Chain) -> Iterator[tuple[Used, Support]]:
    """The uses of functions that have an end, of partners and of kinds."""
    owners = (*chain.records.of(Partner), *chain.records.of(PartnerKind))
    ended = {
        Ref(owner, function.id): function.exists
        for owner in owners
        for function in chain.functions.of(owner).values()
        if function.exists is not None and function.exists.end is not None
    }
    for used in chain.index.uses if ended else ():
        ref = _function_meant(used)
        if ref in ended:
            yield used, Support(f"de functie {chain.names.party(ref)}", ended[ref])


def _function_meant(used: Used) -> Ref:
    """The function that a use names, with its owner: in the same text, beside it or around it."""
    use = used.use
    if "functie" not in use.said.targets:
        return Ref.parse(use.text)
    return Ref(used.entry.id if use.said.of == "." else str(use.siblings.get(use.said.of, "")), use.text)


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


def _asked(support: Support) -> Question:
    """One question, at the date, however much rests on it."""
    question = f"Bestaat {support.name} nog? De einddatum is niet precies bekend."
    return Question(support.exists.place.at("tot_en_met").span, question)


def _gone(use: Use, support: Support, chain: Chain) -> Iterator[Problem]:
    end = support.exists.end
    if isinstance(end, Day):
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
    if later is None or use.said.path[0] == "partijen":
        return None
    kind = "partner" if isinstance(later, Partner) else "overleg"
    if kind not in use.said.targets or (function and chain.functions.get(later.id, function) is None):
        return None
    return Edit(use.place.span, str(Ref(later.id, function)))
