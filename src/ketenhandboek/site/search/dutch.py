"""Dutch words: taken out of text, their other forms, and the words that a compound is made of."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
"""The characters of a word, as the inside of a class in a regular expression."""
_WORD = re.compile(f"[{LETTERS}]+")
_TAG = re.compile(r"<[^>]*>")
# Neither knows every form: the first parts "taak" from "taken", the second "huisverbod" from "huisverboden".
_STEMMERS = tuple(snowballstemmer.stemmer(name) for name in ("dutch_porter", "dutch"))
_SHORT = re.compile(r"[^aeiouy][aeiou][bdfgklmnprst]$")
_LONG = re.compile(r"(aa|ee|oo|uu)([^aeiouy])$")
_SOFT = {"s": "z", "f": "v"}
_HARD = {"z": "s", "v": "f"}
_UNSTRESSED = re.compile(r"(e[lmnr]|aar|eur|[aeiouy])$")
_BINDING = ("", "s", "e", "en", "n")
_SHORTEST = 3
_SHORTEST_PART = 4
# Forms that nobody wrote share what one sure form gets; together they may not count double.
_UNSURE = 0.7


def words_of(text: str) -> list[str]:
    """The words of a text; tags and punctuation are no words."""
    return _WORD.findall(html.unescape(_TAG.sub(" ", text)))


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> frozenset[str]:
    """What may be left of a word without its endings; two forms of one word share at least one stem."""
    return frozenset(stemmer.stemWord(word) for stemmer in _STEMMERS)


def forms(word: str, written: Collection[str]) -> dict[str, float]:
    """The word and its other forms, each with its share of the weight (1 is all of it).

    `taak` gives `taken`, `melden` gives `melding`, `evalueren` gives `evaluatie`. Of the forms that may be,
    only those among the words `written` count, if any do.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return {word: 1.0}
    may_be = _other_forms(word)
    known = [form for form in (*may_be, word + "eren") if form in written]
    verb = [word.removesuffix("ing") + "en"] if word.endswith("ing") else []
    if known:
        return dict.fromkeys((word, *known, *verb), 1.0)
    return {word: _UNSURE} | {form: _UNSURE / len(may_be) for form in may_be} | dict.fromkeys(verb, 1.0)


def _other_forms(word: str) -> list[str]:
    if word.endswith("en"):
        return [*_without_en(word.removesuffix("en"))]
    return [form for form in _plurals(word) if stems(form) & stems(word)]


def parts(word: str, heads: Collection[str], tails: Collection[str]) -> Iterator[str]:
    """The words among `tails` that end a compound, after another word: `ladder` in `escalatieladder`."""
    for cut in range(_SHORTEST, len(word) - _SHORTEST_PART + 1):
        if word[cut:] in tails and any(_without(word[:cut], binding) in heads for binding in _BINDING):
            yield word[cut:]


def _without_en(base: str) -> Iterator[str]:
    """The singular of a plural, and what else a verb may be."""
    yield base + "ing"
    if base.endswith("er"):
        yield base.removesuffix("er") + "atie"
    for short in _before_a_consonant(base):
        yield from (short, short + "t", short + "d")


def _plurals(word: str) -> Iterator[str]:
    if word.endswith("heid"):
        yield word.removesuffix("heid") + "heden"
    elif _UNSTRESSED.search(word):
        yield from (word + "s", word + "n")
    else:
        yield from (changed + "en" for changed in _before_a_vowel(word))


def _before_a_vowel(word: str) -> Iterator[str]:
    """How the end of a word is written before `en`: `kind`, `tak`, `opvangplekk`, `huiz`."""
    if _LONG.search(word):
        yield _LONG.sub(lambda end: end[1][0] + end[2], word)
    elif word[-1:] in _SOFT:
        yield word[:-1] + _SOFT[word[-1]]
    else:
        yield word
        if _SHORT.search(word):
            yield word + word[-1]


def _before_a_consonant(base: str) -> Iterator[str]:
    """How the end of a word is written when `en` has gone: `kind`, `taak`, `opvangplek`, `huis`."""
    if base[-1:] in _HARD:
        base = base[:-1] + _HARD[base[-1]]
    if base[-1:] == base[-2:-1]:
        yield base[:-1]
    else:
        yield base
        if _SHORT.search(base):
            yield base[:-1] + base[-2:]


def _without(head: str, binding: str) -> str:
    return head.removesuffix(binding) if head.endswith(binding) else ""
