"""The two clean regions in which faults are planted: Lindewaarde, and one that a generator made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fault import LINDEWAARDE, MADE_UP
from plan import Plan
from region import write_region

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import Gathered, combine, load_chain, read_texts

if TYPE_CHECKING:
    from edits import Texts

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Region:
    """The files of a clean region by path, agreements in force first, with the words that edits may use."""

    texts: Texts
    day: date
    words: dict[str, str]

    @classmethod
    def of(cls, folder: Path, day: date) -> Region:
        chain = load_chain(folder, day, shown="")
        first, second, *_ = chain.areas.municipalities
        words = {"gemeente": first.id, "andere": second.id}
        in_force = [f"afspraken/{name}.yaml" for name in chain.lifecycle.in_force]
        texts = dict(chain.records.texts)
        return cls({name: texts[name] for name in (*in_force, *texts)}, chain.day, words)

    def chain(self, texts: Texts) -> Chain:
        """The chain of these files on the region's day; a file is read once, however often it comes."""
        gathered = Gathered()
        for file in sorted(texts):
            gathered.add(_read(file, texts[file]))
        return Chain(combine(gathered), self.day)


def regions() -> dict[str, Region]:
    """Both regions by name."""
    with TemporaryDirectory() as folder:
        write_region(Plan(seed=7, partners=25, agreements=20), Path(folder) / "region")
        made_up = Region.of(Path(folder) / "region", date(2026, 3, 1))
    return {LINDEWAARDE: Region.of(DATA, date(2026, 11, 22)), MADE_UP: made_up}


@cache
def _read(file: str, text: str) -> Gathered:
    return read_texts({file: text})
