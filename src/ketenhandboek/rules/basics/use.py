"""Records that nothing uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.findings import Problem, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.partner_kind import PartnerKind
from ketenhandboek.kinds.term import Term
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.index import Used
    from ketenhandboek.source.document import Data

_ACTING = ("afspraak", "overleg", "casus")
"""The kinds of record in which a partner does something."""
_NEVER_NAMED = ("norm", "landelijke-gemeente", "fase")
"""National kinds that work without anybody naming them, or of which another rule tells it."""


class BAS009(Rule):
    """A partner counts as used through its kind, a term through its name in any text."""

    severity = Severity.ADVIES
    statement = "Elke partner, elk begrip en elke functie komt ergens voor."
    why = (
        "Wat nergens voorkomt, houdt niemand bij. "
        "Vaak is het een restje van een oude afspraak, of juist een afspraak die nog ontbreekt."
    )
    remedy = "Noem het waar het hoort, geef het een einddatum, of haal het weg."
    needs = ("afspraak", "overleg", "casus", "partner", "regio")
    good = (
        Example.of(
            "Een begrip waarvan een synoniem in een afspraak staat",
            begrippen="""
                begrippen:
                  - id: noodbed
                    naam: noodbed
                    betekenis: Een plek in de opvang voor één nacht.
                    synoniemen:
                      - de dienstdoende medewerker van de opvang
                """,
        ),
    )
    bad = (
        Example.of(
            "Een begrip dat in geen enkele tekst staat",
            begrippen="""
                begrippen:
                  - id: noodbed # hier
                    naam: noodbed
                    betekenis: Een plek in de opvang voor één nacht.
                """,
        ),
        Example.of(
            "De organisatie doet mee, maar één van haar functies niet",
            partners="""
                partners:
                  - id: opvang-de-linde
                    naam: Opvang De Linde
                    soort: vrouwenopvang
                    werkgebied:
                      - gebied: regio
                    voor:
                      - slachtoffer
                      - kind
                    functies:
                      - id: kinderombudsman # hier
                        naam: Kinderombudsman
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look for partners, terms, functions and the region's own national records."""
        yield from _partners(chain)
        yield from _terms(chain)
        yield from _functions(chain)
        yield from _own_records(chain)


def _partners(chain: Chain) -> Iterator[Problem]:
    kinds = {kind for kind in chain.records.of(PartnerKind) if _acts(chain.index.used_by("soort", kind))}
    for partner in chain.binding.partners.values():
        if partner.kind not in kinds and _unused(chain, "partner", partner.id, partner.kind):
            message = f"{partner.name} staat in geen enkele afspraak en in geen enkel overleg."
            mend = "Noem de organisatie waar zij meedoet, of geef haar een einddatum."
            yield Problem(partner.place.at("id").span, f"{message} {mend}")


def _unused(chain: Chain, kind: str, id_: str, *words: str) -> bool:
    """Whether nothing names a record, and nothing that could not be read may do so."""
    return not chain.index.used_by(kind, id_) and not chain.records.may_mention(id_, *words)


def _acts(uses: tuple[Used, ...]) -> bool:
    return any(used.entry.kind.name in _ACTING for used in uses)


def _terms(chain: Chain) -> Iterator[Problem]:
    sought = {
        term: [word.casefold() for word in (term.name, *term.synonyms)]
        for term in chain.records.of(Term).values()
    }
    for term in _in_no_text(chain, sought):
        if _unused(chain, "begrip", term.id, *sought[term]):
            message = f"Het begrip '{term.name}' staat in geen enkele tekst. Gebruik het, of haal het weg."
            yield Problem(term.place.at("id").span, message)


def _in_no_text(chain: Chain, sought: dict[Term, list[str]]) -> Iterable[Term]:
    """The terms of which no word stands in a record of the region, other than their own."""
    missing = sought
    for entry in chain.records.entries:
        if missing and entry.layer == REGIONAL and entry.kind.name != "uitzondering":
            text = "\n".join(_texts(entry.data)).casefold()
            missing = {
                term: words
                for term, words in missing.items()
                if term is entry.record or not any(word in text for word in words)
            }
    return missing


def _texts(data: Data) -> list[str]:
    """Every text value in a record, however deep, in no fixed order."""
    found, ahead = [], [data]
    for here in ahead:
        for value in here.values() if isinstance(here, dict) else here:
            if isinstance(value, str):
                found.append(value)
            elif isinstance(value, (dict, list)):
                ahead.append(value)
    return found


def _functions(chain: Chain) -> Iterator[Problem]:
    used = set(_functions_used(chain))
    for partner in chain.records.regional(Partner).values():
        for function in partner.functions:
            named = (partner.id, function.id) in used or (partner.kind, function.id) in used
            if not named and not chain.records.may_mention(function.id):
                name = chain.names.function(Ref(partner.id, function.id))
                message = f"De functie {name} van {partner.name} komt nergens voor."
                mend = "Noem haar in een afspraak, of haal haar weg."
                yield Problem(function.place.at("id").span, f"{message} {mend}")


def _functions_used(chain: Chain) -> Iterator[tuple[str, str]]:
    """Each function by its owner and its own name."""
    for use, entry, _ in chain.index.uses:
        if "functie" in use.said.targets:
            owner = entry.id if use.said.of == "." else str(use.siblings.get(use.said.of, ""))
            yield owner, use.text
        elif use.said.function:
            owner, _, function = use.text.partition("/")
            yield owner, function


def _own_records(chain: Chain) -> Iterator[Problem]:
    for entry in chain.records.entries:
        own = entry.kind.national and entry.layer == REGIONAL and entry.kind.name not in _NEVER_NAMED
        replaces = getattr(entry.record, "replaces_national", False)
        if own and not replaces and _unused(chain, entry.kind.name, entry.id):
            message = f"'{entry.data['naam']}' komt nergens voor. Gebruik het, of haal het weg."
            yield Problem(entry.place.at("id").span, message)
