"""Kinds of partner in agreements: in every municipality it is clear who is meant."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.index import is_word, kind_named
from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.rules.example_texts import example_agreement
from ketenhandboek.rules.meant import meant_by
from ketenhandboek.rules.phrases import in_places, upper_first
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.standing import standing
from ketenhandboek.values import Ref
from ketenhandboek.wording import in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.index import Used
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.kinds.references import Use
    from ketenhandboek.rules.meant import Meant

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
                    voor:
                      - slachtoffer
                      - pleger
                  - id: jeugdteam-elsbroek
                    naam: Jeugdteam Elsbroek
                    soort: lokaal-team
                    werkgebied:
                      - gebied: elsbroek
                    voor:
                      - kind
                """,
        ),
    )
    bad = (
        Example.of(
            "Geen enkele organisatie van deze soort in de regio",
            afspraken__spreekuur=example_agreement("""
                verantwoordelijkheden:
                  - id: advies
                    taak: advies-vragen
                    eindverantwoordelijk: huisarts # hier
            """),
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
            afspraken__loket=example_agreement("""
                verantwoordelijkheden:
                  - id: signaleren
                    taak: signaleren
                    eindverantwoordelijk: toegang # hier
            """),
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
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look at every kind in the agreements that count, then at who chairs a meeting."""
        named: dict[str, list[tuple[str, Use]]] = defaultdict(list)
        for used, kind in _kinds_named(chain):
            if used.entry.kind.name == "afspraak":
                named[used.entry.id].append((kind, used.use))
            elif used.entry.kind.name == "overleg" and used.use.path[-1] in _CHAIRS:
                yield from _chair(used, kind, chain)
        for agreement, then in standing(chain):
            said = "" if then.day == chain.day else f", vanaf {in_words(then.day)}"
            yield from _judge(agreement, named[agreement.id], then, said)


def _kinds_named(chain: Chain) -> Iterator[tuple[Used, str]]:
    for used in chain.index.uses:
        if not is_word(used.use) and kind_named(used.use, chain.index.declared) == "soort":
            yield used, Ref.parse(used.use.text).name


def _chair(used: Used, kind: str, chain: Chain) -> Iterator[Problem]:
    meeting = chain.records.of(Meeting)[used.entry.id]
    if chain.exists(meeting.exists):
        municipalities = chain.areas.of(meeting.areas or ("regio",))
        yield from _which_one(used.use, kind, municipalities, chain)


def _judge(agreement: Agreement, uses: list[tuple[str, Use]], chain: Chain, said: str) -> Iterator[Problem]:
    """One problem for a kind that nobody is bound to, and one for a kind that several are."""
    absent: dict[str, tuple[Meant, list[str]]] = {}
    crowded: dict[str, tuple[Meant, dict[str, tuple[Partner, ...]]]] = {}
    for kind, use in uses:
        meant = meant_by(use, kind, agreement, chain)
        if meant is None:
            yield from _which_one(use, kind, chain.areas.of(agreement.areas), chain)
            continue
        for municipality in sorted(meant.municipalities):
            if _nobody(meant, municipality, chain):
                absent.setdefault(kind, (meant, []))[1].append(municipality)
            several = _several(meant, municipality, chain)
            if several:
                crowded.setdefault(kind, (meant, {}))[1].setdefault(municipality, several)
    yield from (_absent(meant, where, chain, said) for meant, where in absent.values())
    yield from (_crowded(meant, where, chain, said) for meant, where in crowded.values())


def _nobody(meant: Meant, municipality: str, chain: Chain) -> bool:
    bound = chain.binding.in_municipality
    absent = [not bound(meant.kind, municipality, group) for group in meant.groups]
    return any(absent) if meant.for_every_group else all(absent)


def _several(meant: Meant, municipality: str, chain: Chain) -> tuple[Partner, ...]:
    """The partners among whom a reader would have to guess."""
    if not chain.binding.single(meant.kind):
        return ()
    bound = (chain.binding.in_municipality(meant.kind, municipality, group) for group in sorted(meant.groups))
    return next((partners for partners in bound if len(partners) > 1), ())


def _absent(meant: Meant, where: list[str], chain: Chain, said: str) -> Problem:
    kind = chain.names.of("soort", meant.kind)
    place = upper_first(in_places(chain, set(where)))
    empty = [group for group in sorted(meant.groups) if _unserved(meant.kind, where, group, chain)]
    whom = f" voor {chain.names.listed('doelgroep', empty).lower()}" if len(empty) < len(meant.groups) else ""
    message = f"{place} is er geen ketenpartner van de soort {kind}{whom}{said}."
    return Problem(meant.use.place.span, f"{message} Zet in partners.yaml wie dat daar is.")


def _unserved(kind: str, where: list[str], group: str, chain: Chain) -> bool:
    return any(not chain.binding.in_municipality(kind, municipality, group) for municipality in where)


def _crowded(meant: Meant, where: dict[str, tuple[Partner, ...]], chain: Chain, said: str) -> Problem:
    kind = chain.names.of("soort", meant.kind)
    partners = next(iter(where.values()))
    place = upper_first(in_places(chain, {name for name, others in where.items() if others == partners}))
    message = (
        f"{place} zijn er {len(partners)} ketenpartners van de soort {kind}{said}: "
        f"{listed(partner.name for partner in partners)}. "
        "Noem hier wie u bedoelt, of zet bij hen onder 'voor' wie zij helpen."
    )
    return Problem(meant.use.place.span, message, _places(partners))


def _which_one(use: Use, kind: str, municipalities: frozenset[str], chain: Chain) -> Iterator[Problem]:
    """The problem of a kind that must mean one partner, where no municipality says which."""
    found = [
        partner
        for partner in chain.binding.of_kind(kind)
        if municipalities & chain.binding.municipalities(partner.id)
    ]
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
