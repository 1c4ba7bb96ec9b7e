"""A planted fault: a few edits of a clean region, and the lines on which one rule must find them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edits import Here

from ketenhandboek.rules.rule import MARK

if TYPE_CHECKING:
    from edits import Edit, Texts
    from regions import Region

LINDEWAARDE = "lindewaarde"
MADE_UP = "made-up"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong after the edits; the finding stands on the marked lines (`# hier`).

    Without any mark it stands at the place of the first edit.
    """

    shows: str
    edits: tuple[Edit, ...]
    regions: tuple[str, ...]

    def planted(self, region: Region) -> Texts:
        """The files of the region with the fault and its marks."""
        marked = any(edit.marks for edit in self.edits)
        texts = region.texts
        for edit in self.edits if marked else (Here(self.edits[0].path), *self.edits):
            texts = edit.applied(texts, region.words)
        return texts


def fault(shows: str, *edits: Edit, only: str = "") -> Fault:
    """A fault in both regions, or in one."""
    return Fault(shows, edits, (only,) if only else (LINDEWAARDE, MADE_UP))


def marks(texts: Texts) -> set[tuple[str, int]]:
    """File and line, from 1, of every mark."""
    return {
        (file, number)
        for file, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if line.endswith(MARK)
    }
