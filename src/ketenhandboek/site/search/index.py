"""The theme's index of words, made fit for Dutch after the build.

The theme searches for words that begin as those of the question, which it leaves as typed: no stems, no words
skipped, and a rare word counts for much more than a common one. So the index is changed instead: other forms
and names stand in fields that nobody sees, boosts make up for rarity, and words without use count as space.
"""

from __future__ import annotations

import json
from collections import Counter
from math import log
from typing import TYPE_CHECKING, Any

from ketenhandboek.site.search.dutch import LETTERS
from ketenhandboek.site.search.gather import Gatherer
from ketenhandboek.site.search.words import FILE, Words
from ketenhandboek.site.tree import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

INDEX = "search/search_index.json"
_STEP = 1.5
_FIELDS = {f"woorden{step}": _STEP**step for step in range(12)}
# How much rarity still counts: 0 is not at all, 1 is as much as the theme makes of it.
_RARITY = 0.3


def enrich_site(pages: Path, site: Path) -> None:
    """Enrich the index of a built site with the words that came with its pages; nothing without either.

    Raises OSError.
    """
    index, words = site / INDEX, pages / FILE
    if index.is_file() and words.is_file():
        found = enrich(json.loads(index.read_bytes()), Words.read(words.read_text("utf-8")))
        # Of a preview somebody may be searching now.
        write_whole(index, json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())


def enrich(index: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The index (`config` and `docs`, as the theme's plugin writes it) with words, weights and settings."""
    gatherer = Gatherer(index["docs"], words)
    gathered = [gatherer.words(entry) for entry in index["docs"]]
    rarity = _rarity((*gathered, *map(set, gatherer.titles), *gatherer.texts), len(gathered))
    # The gatherer gives the same words for the same title.
    distinct = {id(found): found for found in gathered}
    fields = {key: _in_fields(found, rarity) for key, found in distinct.items()}
    docs = [
        entry | fields[id(found)] | {"boost": gatherer.weight(entry)}
        for entry, found in zip(index["docs"], gathered, strict=True)
    ]
    return {"config": _settings(words.skipped), "docs": docs}


def _settings(skipped: Iterable[str]) -> dict[str, Any]:
    """Settings of the search; for `en`, and without any step, the theme loads no stemmer and applies none."""
    boosts = {"title": 1, "text": 1, "tags": 1} | _FIELDS
    fields = {name: {"boost": boost} for name, boost in boosts.items()}
    return {"lang": ["en"], "separator": _separator(skipped), "pipeline": [], "fields": fields}


def _separator(skipped: Iterable[str]) -> str:
    """What stands between words: all but letters and digits, single letters, and every word that is skipped.

    The theme applies it to pages and questions alike, as a regular expression without flags.
    """
    either = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(skipped))
    return f"(?:^|[^{LETTERS}]+)(?:(?:[A-Za-z]|{either})(?:[^{LETTERS}]+|$))*"


def _rarity(fields: Iterable[Iterable[str]], entries: int) -> dict[str, float]:
    """For each word by how much the theme multiplies it, being in so many fields of so many entries."""
    counts = Counter(word for words in fields for word in words)
    return {word: log(1 + abs((entries - count + 0.5) / (count + 0.5))) for word, count in counts.items()}


def _in_fields(words: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, str]:
    """Words spread over the fields, so that boost and rarity together come near to the weight of each.

    In capitals, in which no word is skipped: `OM` must be found.
    """
    fields: dict[str, list[str]] = {}
    for word, weight in words.items():
        step = round(log(weight * rarity[word] ** (_RARITY - 1), _STEP))
        fields.setdefault(f"woorden{min(max(step, 0), len(_FIELDS) - 1)}", []).append(word.upper())
    return {name: " ".join(fields[name]) for name in sorted(fields)}
