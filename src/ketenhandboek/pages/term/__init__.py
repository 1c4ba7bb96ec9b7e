"""The page with all terms: what a word means here, and who uses it differently."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.term import Term
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.pages.page import Book

PATH = "handboek/begrippen.md"


class Word(NamedTuple):
    """A word that a reader may look up, and the term that explains it."""

    text: str
    term: Term

    @property
    def letter(self) -> str:
        """The letter under which it stands, without accents; `#` for anything else."""
        first = unicodedata.normalize("NFKD", self.text)[:1].upper()
        return first if first.isalpha() else "#"


def pages(book: Book) -> Iterator[Page]:
    """One page, in the order of the alphabet."""
    terms = sorted(book.chain.records.of(Term).values(), key=lambda term: term.name.casefold())
    letters: dict[str, list[Word]] = defaultdict(list)
    for word in sorted(_words(terms), key=lambda word: (word.letter, word.text.casefold())):
        letters[word.letter].append(word)
    users = {term.id: backlinks(book, PATH, "begrip", term.id) for term in terms}
    yield Page(PATH, render("term/page.md.jinja", PATH, book, terms=terms, letters=letters, users=users))


def _words(terms: Iterable[Term]) -> Iterator[Word]:
    for term in terms:
        for text in dict.fromkeys((term.name, *term.synonyms, *term.discouraged)):
            yield Word(text, term)
