"""Words under which readers look for pages: a value that travels with the generated pages as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

FILE = "handboek/.zoekwoorden.json"
"""Where the words stand among the pages; the site builder leaves files with a dot out of the site."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Other names of pages, and further words, for addresses that fit a pattern such as `handboek/taken/*`.

    `weight` says how heavily such a page counts; 1 is usual.
    """

    pages: str
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """Groups of phrases that mean the same to who searches, hints for pages, and words to skip."""

    alike: tuple[tuple[str, ...], ...]
    hints: tuple[Hint, ...]
    skipped: tuple[str, ...]

    def text(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=0) + "\n"

    @classmethod
    def read(cls, text: str) -> Words:
        """From what `text` gave."""
        data = json.loads(text)
        hints = (
            Hint(item["pages"], tuple(item["names"]), tuple(item["words"]), item["weight"])
            for item in data["hints"]
        )
        return cls(tuple(map(tuple, data["alike"])), tuple(hints), tuple(data["skipped"]))
