"""By which words each page and section is to be found, and how much each of them weighs."""

from __future__ import annotations

import re
from collections import defaultdict
from fnmatch import translate
from functools import cache, cached_property, lru_cache, partial
from itertools import chain, permutations, takewhile
from math import prod, sqrt
from typing import TYPE_CHECKING, Any

from ketenhandboek.site.search.dutch import forms, parts, stems, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ketenhandboek.site.search.words import Hint, Words

    Phrase = tuple[str, ...]

_NAME, _WORD, _PART, _JOINED = 100.0, 40.0, 20.0, 10.0
_AGAIN = 0.05
_SECTION = 0.5
_PER_WORD = 0.12
_LONGEST_JOINED = 3
_SHORTEST_ALONE = 5


class Gatherer:
    """Looks at all entries of the index: what one page writes helps to understand the title of another."""

    def __init__(self, docs: Sequence[Mapping[str, Any]], words: Words) -> None:
        self._skipped = frozenset(words.skipped)
        self.titles = [self._phrase(entry["title"]) for entry in docs]
        self.texts = [frozenset(self._phrase(entry["text"])) for entry in docs]
        self._written = frozenset(chain.from_iterable(self.texts))
        self._forms = cache(partial(forms, written=self._written))
        self._told = cache(self._gathered)
        self._hints = cache(self._fitting)
        self._alike = _Alike([[self._phrase(text) for text in group] for group in words.alike])
        self._exact: dict[str, list[Hint]] = defaultdict(list)
        for hint in words.hints:
            self._exact[hint.pages].append(hint)
        self._wide = [(re.compile(translate(hint.pages)), hint) for hint in words.hints if "*" in hint.pages]

    def weight(self, entry: Mapping[str, Any]) -> float:
        """How heavily an entry counts: a page more than a section, a short title more than a long one."""
        address = str(entry["location"])
        page, section, _ = address.partition("#")
        hints = dict.fromkeys(self._hints(page) + self._hints(address))
        length = max(1, len(self._phrase(entry["title"])))
        place = _SECTION if section else 1 / (1 + _PER_WORD * (length - 1))
        return round(float(entry.get("boost", 1)) * place * prod(hint.weight for hint in hints), 3)

    def words(self, entry: Mapping[str, Any]) -> dict[str, float]:
        """The words of an entry with their weights: names, what means the same, parts of compounds."""
        address = str(entry["location"])
        return self._told(str(entry["title"]), self._hints(address), "#" not in address)

    def _gathered(self, title: str, hints: tuple[Hint, ...], is_page: bool) -> dict[str, float]:
        """The same for all that has the same title and hints: many pages have sections of the same name."""
        named = self._phrase(title)
        names = [self._phrase(text) for hint in hints for text in hint.names]
        words = [self._phrase(text) for hint in hints for text in hint.words]
        if hints or is_page:
            words += [same for name in (named, *names) for same in self._alike.to(name)]
        found: dict[str, float] = {}
        for phrase in words:
            self._add(found, phrase, _WORD / sqrt(len(phrase) or 1))
        for phrase in names:
            self._add(found, phrase, _NAME / sqrt(len(phrase) or 1))
        self._add(found, named, _NAME)
        self._add(found, self._parts(chain(named, *names)), _PART)
        for word in self._joined((named, *words)) if is_page else ():
            found.setdefault(word, _JOINED)
        return dict(_longest(found))

    def _add(self, found: dict[str, float], words: Iterable[str], weight: float) -> None:
        """Add words in all their forms; a second reason for a word adds little to the first."""
        for word in words:
            for form, share in self._forms(word).items():
                known, more = found.get(form, 0.0), weight * share
                found[form] = more + _AGAIN * known if more > known else known + _AGAIN * more

    def _fitting(self, address: str) -> tuple[Hint, ...]:
        wide = (hint for pattern, hint in self._wide if pattern.fullmatch(address))
        return (*self._exact.get(address, ()), *wide)

    def _phrase(self, text: str) -> Phrase:
        return _phrase(text, self._skipped)

    def _parts(self, words: Iterable[str]) -> dict[str, None]:
        return dict.fromkeys(part for word in words for part in parts(word, self._known, self._tails))

    def _joined(self, phrases: Iterable[Phrase]) -> Iterator[str]:
        """Compounds that a reader may make of a short name: `plegerhulp` for help for who did it."""
        for phrase in phrases:
            if 1 < len(phrase) <= _LONGEST_JOINED:
                yield from ("".join(pair) for pair in permutations(phrase, 2))

    @cached_property
    def _tails(self) -> frozenset[str]:
        """What a compound may end in: the region's own words, and the longer ones on its pages."""
        longer = (word for word in self._written if len(word) >= _SHORTEST_ALONE)
        return frozenset(chain(chain.from_iterable((*self.titles, *self._alike.phrases)), longer))

    @cached_property
    def _known(self) -> frozenset[str]:
        return self._tails | self._written


@lru_cache(maxsize=1 << 14)
def _phrase(text: str, skipped: frozenset[str]) -> Phrase:
    """The words of a text that are of use, in lower case; `OM` is another word than `om`."""
    kept = (word for word in words_of(text) if len(word) > 1)
    return tuple(word.lower() for word in kept if word[0].lower() + word[1:] not in skipped)


class _Alike:
    """Groups of phrases of which a reader may use any."""

    def __init__(self, groups: Sequence[Sequence[Phrase]]) -> None:
        self._groups = [[phrase for phrase in group if phrase] for group in groups]
        self._with: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(self._groups):
            for stem in chain.from_iterable(stems(phrase[0]) for phrase in group):
                self._with[stem].add(number)

    @property
    def phrases(self) -> list[Phrase]:
        """All phrases."""
        return [phrase for group in self._groups for phrase in group]

    def to(self, text: Phrase) -> Iterator[Phrase]:
        """What means the same as something in a text, in whatever form that stands there."""
        known = [stems(word) for word in text]
        groups = {number for found in known for stem in found for number in self._with.get(stem, ())}
        for number in sorted(groups):
            group = self._groups[number]
            if any(_stands_in([stems(word) for word in phrase], known) for phrase in group):
                yield from group


def _stands_in(phrase: Sequence[frozenset[str]], text: Sequence[frozenset[str]]) -> bool:
    """Whether the words of a phrase stand in a text, one after the other."""
    starts = range(len(text) - len(phrase) + 1)
    return any(all(a & b for a, b in zip(phrase, text[start:], strict=False)) for start in starts)


def _longest(words: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Words with weights, without those that begin another as heavy: who searches for them finds that one."""
    ordered = sorted(words)
    for place, word in enumerate(ordered, 1):
        longer = takewhile(lambda other, word=word: other.startswith(word), ordered[place:])  # type: ignore[misc]
        if all(words[other] < words[word] for other in longer):
            yield word, words[word]
