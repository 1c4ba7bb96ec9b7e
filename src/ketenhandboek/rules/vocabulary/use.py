"""BEG001 and BEG003: abbreviations are explained, and the preferred word is used."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Edit, Problem, Related, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.partner_kind import PartnerKind
from ketenhandboek.kinds.term import Term
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.rules.vocabulary.prose import Word
from ketenhandboek.wording import listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.source.document import Place

_ABBREVIATION = re.compile(r"[A-Z](?<!\w.)[A-Za-z]{0,4}[A-Z][A-Za-z]{0,4}(?!\w)")
"""A whole word; what stands before it is looked at after its first capital, of which a text has few."""
_LONGEST = 6
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"\b[a-z]{2,6}\b")
_ROMAN = re.compile(r"[IVX]+")
_EVERYBODY_KNOWS = {"nl", "eu", "pdf", "ict", "sms", "tv", "bv", "nv", "pc", "avg", "bsn", "mbo", "hbo"}
_NAMING = ("naam", "meervoud", "wet", "synoniemen", "ook_bekend_als", "ontraden")
_WITHOUT_NAMES = {"afspraak", "casus", "uitzondering", "landelijke-gemeente"}
_TEXT = """
    samenvatting: {}
    geldig:
      van: 2025-01-01
"""


class BEG001(Rule):
    """Looks at abbreviations of two to six letters, at least two of them capitals.

    Explained is what is part of a name or synonym of a term or other record, and what the agreement writes in
    brackets behind the full name. A word that is also written small is no abbreviation but stress.
    """

    severity = Severity.WAARSCHUWING
    statement = (
        "Elke afkorting in een afspraak staat in de begrippenlijst, of wordt in de afspraak uitgelegd."
    )
    why = (
        "Een invaller of een nieuwe partner kent de afkorting niet. "
        "Soms betekent zij bij de ene organisatie iets anders dan bij de andere."
    )
    remedy = "Zet de afkorting bij de begrippen, of schrijf het woord voluit."
    needs = ("begrip", "partner", "soort")
    good = (
        Example.of(
            "De afkorting staat tussen haakjes achter de volledige naam",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang", _TEXT.format("Het Nationaal Bedden Register (NBR) helpt. Bel het NBR.")
            ),
        ),
    )
    bad = (
        Example.of(
            "Niemand legt uit wat NBR is",
            afspraken__nachtopvang=brief_agreement("Nachtopvang", _TEXT.format("Bel het NBR. # hier")),
        ),
        Example.of(
            "De uitleg staat in een andere afspraak, en die leest hier niemand",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang", _TEXT.format("Het Nationaal Bedden Register (NBr) helpt.")
            ),
            afspraken__dagopvang=brief_agreement("Dagopvang", _TEXT.format("Bel eerst het NBr. # hier")),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each unexplained abbreviation of each agreement that counts, where it stands first."""
        known = _Known(chain)
        for agreement, _ in standing(chain) if known.leaves_open(chain.records.lines) else ():
            said: set[str] = set()
            for match in _abbreviations(agreement.place.document.text):
                word = Word(agreement, match.start(), match.end())
                folded = word.written.casefold()
                if folded not in said and not known.explains(word):
                    said.add(folded)
                    message = (
                        f"Er staat nergens wat '{word.written}' betekent. "
                        f"Zet het bij de begrippen, of schrijf het voluit."
                    )
                    yield Problem(word.span, message)


class _Known:
    """The words that need no explanation in a chain, in small letters."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def is_name(self, folded: str) -> bool:
        """Whether everybody knows it, or it is part of a name."""
        return folded in _EVERYBODY_KNOWS or folded in self._named

    def leaves_open(self, lines: str) -> bool:
        """Whether some abbreviation in these lines is no name."""
        return any(not self.is_name(match[0].casefold()) for match in _abbreviations(lines))

    def explains(self, word: Word) -> bool:
        """Whether an abbreviation is a name, is explained where it stands, or is not one after all."""
        folded = word.written.casefold()
        in_brackets = f"({word.written})" in word.agreement.place.document.text
        return self.is_name(folded) or in_brackets or not word.is_prose or folded in self._written_small

    @cached_property
    def _named(self) -> set[str]:
        return _words(_names(self._chain))

    @cached_property
    def _written_small(self) -> set[str]:
        return {word for _, text in self._chain.records.texts for word in _SMALL.findall(text)}


def _names(chain: Chain) -> list[str]:
    """The names of records, and of the functions of partners and kinds."""
    texts: list[str] = []
    for entry in chain.records.entries:
        if entry.kind.name not in _WITHOUT_NAMES:
            for key in _NAMING:
                said = entry.data.get(key) or ()
                texts += (said,) if isinstance(said, str) else said
    kinds = chain.records.of(PartnerKind).values()
    owners: list[Partner | PartnerKind] = [*chain.records.of(Partner).values(), *kinds]
    texts += (function.name for owner in owners for function in owner.functions if function.name)
    return texts


def _words(texts: Iterable[str]) -> set[str]:
    return set(_LETTERS.findall(" ".join(texts).casefold()))


def _abbreviations(text: str) -> Iterator[re.Match[str]]:
    for match in _ABBREVIATION.finditer(text):
        if len(match[0]) <= _LONGEST and not _ROMAN.fullmatch(match[0]):
            yield match


class Lapsed(NamedTuple):
    """A word that is no longer used, what is said instead, where that is written, and if it just fits in."""

    word: str
    instead: str
    place: Place
    fits: bool


class BEG003(Rule):
    """Looks for discouraged words, and for names of kinds of organisations that others came after.

    Remarks, sources and the list of changes tell history, and are not searched.
    """

    severity = Severity.ADVIES
    statement = "In een afspraak staat het woord dat de regio koos, en geen naam die niet meer bestaat."
    why = (
        "Twee woorden voor hetzelfde maken een lezer onzeker. "
        "Wie een naam zoekt die niet meer bestaat, belt misschien niemand."
    )
    remedy = "Schrijf het woord dat de regio koos. Gaat het over vroeger? Zet het bij 'opmerking'."
    needs = ("begrip", "partner", "soort")
    good = (
        Example.of(
            "De oude naam staat alleen in een opmerking over vroeger",
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                _TEXT.format("Bel Veilig Thuis.") + "    opmerking: Tot 2015 belde men het AMK.\n",
            ),
        ),
    )
    bad = (
        Example.of(
            "De tekst noemt een organisatie die niet meer bestaat",
            afspraken__nachtopvang=brief_agreement("Nachtopvang", _TEXT.format("Bel het AMK. # hier")),
        ),
        Example.of(
            "De regio raadt een woord af, en het staat er met een hoofdletter",
            begrippen="""
                begrippen:
                  - id: huisverbod
                    naam: huisverbod
                    betekenis: Een besluit van de burgemeester. De pleger mag dan een tijd niet thuis komen.
                    ontraden:
                      - straatverbod
            """,
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang", _TEXT.format("Straatverbod en bed gaan samen. # hier")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each such word in each agreement that counts, where it stands first."""
        lines = chain.records.lines.casefold()
        lapsed = [item for item in _lapsed(chain) if item.word.casefold() in lines]
        for agreement, _ in standing(chain) if lapsed else ():
            folded = agreement.place.document.text.casefold()
            for item in lapsed:
                found = _first(item.word, agreement) if item.word.casefold() in folded else None
                if found:
                    message = f"Hier staat '{found.written}'. Schrijf liever '{item.instead}'."
                    related = Related(item.place.span, "hier staat welk woord de regio kiest")
                    edit = Edit(found.span, _as_written(found, item)) if item.fits else None
                    yield Problem(found.span, message, (related,), edit)


def _lapsed(chain: Chain) -> list[Lapsed]:
    """The words that no agreement should use on the day, unless they also have a meaning of today."""
    terms, kinds = chain.records.of(Term).values(), chain.records.of(PartnerKind)
    after: dict[str, list[PartnerKind]] = {}
    for kind in kinds.values():
        for before in kind.predecessors:
            after.setdefault(before, []).append(kind)
    gone = {
        id_: later
        for id_, later in after.items()
        if id_ in kinds and not chain.binding.of_kind(id_) and all(chain.exists(kind.valid) for kind in later)
    }
    today = {word.casefold() for term in terms for word in (term.name, *term.synonyms)}
    today |= {
        word.casefold()
        for id_, kind in kinds.items()
        if id_ not in gone
        for word in (kind.name, *kind.synonyms)
    }
    found = [Lapsed(word, term.name, term.place, True) for term in terms for word in term.discouraged]
    for id_, later in gone.items():
        instead = listed((kind.name for kind in later), "of")
        words = (kinds[id_].name, *kinds[id_].synonyms)
        found += (Lapsed(word, instead, later[0].place, False) for word in words)
    unique = {item.word.casefold(): item for item in reversed(found)}
    return [item for word, item in unique.items() if word not in today]


def _as_written(found: Word, item: Lapsed) -> str:
    """The chosen word, with a capital where the other one had it for the beginning of a sentence."""
    begins = found.written[:1].isupper() and item.word[:1].islower()
    return upper_first(item.instead) if begins else item.instead


def _first(word: str, agreement: Agreement) -> Word | None:
    """Where a word stands first in the texts of an agreement, with capitals or without."""
    matches = re.finditer(re.escape(word), agreement.place.document.text, re.IGNORECASE)
    words = (Word(agreement, match.start(), match.end()) for match in matches)
    return next((found for found in words if found.is_whole and found.is_prose), None)
