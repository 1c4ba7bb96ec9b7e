"""Kinds of partner in agreements: in every municipality it is clear who is meant."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner_kind import PartnerKind
from ketenhandboek.rules.basics.meant import judge_meant, meant_by
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import in_places
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import Ref
from ketenhandboek.wording import in_words, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.kinds.references import Use
    from ketenhandboek.rules.basics.meant import Meant, Verdict

_CHAIRS = ("voorzitter", "plaatsvervanger")


class BAS006(Rule):
    """A kind stands for the partner that is bound to it where the agreement applies."""

    severity = Severity.FOUT
    statement = "Noemt een afspraak een soort partner? Dan is overal duidelijk welke organisatie dat is."
    why = (
        "'Het lokale team' is in elke gemeente een andere organisatie. "
        "Hoort er in een gemeente niemand bij, of twee, dan weet daar niemand wie de taak heeft."
    )
    remedy = (
        "Zet in partners.yaml wie het in die gemeente is, met 'werkgebied' en zo nodig 'voor'. "
        "Of noem in de afspraak de organisatie zelf."
    )
    needs = ("partner", "soort", "regio", "doelgroep")
    good = (
        Example.of(
            "Twee lokale teams in één gemeente, elk voor een eigen doelgroep",
            partners="""
                partners:
                  - id: lokaal-team-elsbroek
                    naam: Gezinsteam Elsbroek
                    soort: lokaal-team
                    werkgebied:
                      - gebied: elsbroek
                    onderdeel_van: gemeente-elsbroek
                    voor:
                      - slachtoffer
                      - pleger
                  - id: jeugdteam-elsbroek
                    naam: Jeugdteam Elsbroek
                    soort: lokaal-team
                    werkgebied:
                      - gebied: elsbroek
                    onderdeel_van: gemeente-elsbroek
                    voor:
                      - kind
                """,
        ),
    )
    bad = (
        Example.of(
            "Geen enkele organisatie van deze soort in de regio",
            afspraken__spreekuur=brief_agreement(
                "Spreekuur bij de huisarts",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: huisarts # hier
                    rol: toehoorder
                """,
            ),
        ),
        Example.of(
            "Twee toegangen in één gemeente, en beide zijn er voor kinderen",
            partners="""
                partners:
                  - id: toegang-elsbroek
                    naam: Loket Elsbroek
                    soort: toegang
                    werkgebied:
                      - gebied: regio
                  - id: jeugdloket-elsbroek
                    naam: Jeugdloket Elsbroek
                    soort: toegang
                    werkgebied:
                      - gebied: elsbroek
                    voor:
                      - kind
                """,
            afspraken__loket=brief_agreement(
                "Spreekuur bij het loket",
                """
                geldig:
                  van: 2025-01-01
                partijen:
                  - partner: toegang # hier
                    rol: toehoorder
                """,
            ),
        ),
        Example.of(
            "De voorzitter van een regionaal overleg: van welke gemeente?",
            overleggen="""
                overleggen:
                  - id: regiegroep
                    naam: Regiegroep Tweebeken
                    soort: regiegroep
                    gebied:
                      - regio
                    voorzitter: gemeente/wethouder # hier
                    plaatsvervanger: gemeente-elsbroek/wethouder
                    doel: De regionale afspraken vaststellen.
                    beslist_over:
                      - regionale afspraken
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look at every kind in the agreements that count, then at who chairs a meeting."""
        named: dict[str, list[tuple[str, Use]]] = defaultdict(list)
        for kind in chain.records.of(PartnerKind):
            for use, entry, _ in chain.index.used_by("soort", kind):
                if entry.kind.name == "afspraak":
                    named[entry.id].append((kind, use))
                elif entry.kind.name == "overleg" and use.said.path[-1] in _CHAIRS:
                    yield from _chair(use, kind, chain.records.of(Meeting)[entry.id], chain)
        verdicts: dict[date, Callable[[Meant], Verdict]] = {}
        for agreement, then in standing(chain):
            if then.day not in verdicts:
                verdicts[then.day] = cache(partial(judge_meant, chain=then))
            since = "" if then.day == chain.day else f", vanaf {in_words(then.day)}"
            yield from _judge(agreement, named[agreement.id], verdicts[then.day], then, since)


class Case(NamedTuple):
    """A use of a kind in an agreement, and whether it is clear there who is meant."""

    use: Use
    meant: Meant
    verdict: Verdict


def _chair(use: Use, kind: str, meeting: Meeting, chain: Chain) -> Iterator[Problem]:
    if chain.exists(meeting.exists):
        yield from _which_one(use, kind, chain.areas.of(meeting.areas or ("regio",)), chain)


def _judge(
    agreement: Agreement,
    uses: list[tuple[str, Use]],
    judged: Callable[[Meant], Verdict],
    chain: Chain,
    since: str,
) -> Iterator[Problem]:
    """For each kind at most two problems, at the widest line: nobody is bound to it, or several are."""
    cases: dict[str, list[Case]] = defaultdict(list)
    for kind, use in uses:
        meant = meant_by(use, kind, agreement, chain)
        if meant is None:
            yield from _which_one(use, kind, chain.areas.of(agreement.areas), chain)
        elif not (verdict := judged(meant)).clear:
            cases[kind].append(Case(use, meant, verdict))
    for found in cases.values():
        widest = max(found, key=lambda case: len(case.verdict.absent))
        if widest.verdict.absent:
            yield _absent(widest, chain, since)
        widest = max(found, key=lambda case: len(case.verdict.crowded))
        if widest.verdict.crowded:
            yield _crowded(widest, chain, since)


def _absent(case: Case, chain: Chain, since: str) -> Problem:
    where, meant = case.verdict.absent, case.meant
    bound = chain.binding.in_municipality
    empty = [
        group
        for group in sorted(meant.groups)
        if any(not bound(meant.kind, municipality, group) for municipality in where)
    ]
    whom = f" voor {chain.names.listed('doelgroep', empty).lower()}" if len(empty) < len(meant.groups) else ""
    kind = chain.names.of("soort", meant.kind)
    place = upper_first(in_places(chain, where))
    message = f"{place} is er geen ketenpartner van de soort {kind}{whom}{since}."
    return Problem(
        case.use.place.span,
        f"{message} Zet in partners.yaml wie dat daar is.",
        municipalities=frozenset(where),
    )


def _crowded(case: Case, chain: Chain, since: str) -> Problem:
    crowded = case.verdict.crowded
    partners = next(iter(crowded.values()))
    where = frozenset(name for name, others in crowded.items() if others == partners)
    message = (
        f"{upper_first(in_places(chain, where))} zijn er {len(partners)} ketenpartners van de soort "
        f"{chain.names.of('soort', case.meant.kind)}{since}: {listed(partner.name for partner in partners)}. "
        "Noem hier wie u bedoelt, of zet bij hen onder 'voor' wie zij helpen."
    )
    return Problem(case.use.place.span, message, _places(partners), municipalities=where)


def _which_one(use: Use, kind: str, municipalities: frozenset[str], chain: Chain) -> Iterator[Problem]:
    """The problem of a kind that must mean one partner, where no municipality says which."""
    found = chain.binding.of_kind_in(kind, municipalities)
    if len(found) == 1:
        return
    name = chain.names.of("soort", kind)
    if not found:
        message = f"Er is hier geen ketenpartner van de soort {name}. Noem een organisatie of een overleg."
    else:
        function = Ref.parse(use.text).function
        example = Ref(found[0].id, function)
        message = (
            f"Hier past maar één organisatie, en van de soort {name} zijn er {len(found)}. "
            f"Noem de organisatie, bijvoorbeeld '{example}'."
        )
    yield Problem(use.place.span, message, _places(found[:3]))


def _places(partners: Iterable[Partner]) -> tuple[Related, ...]:
    return tuple(Related(partner.place.at("id").span, f"dit is {partner.name}") for partner in partners)
