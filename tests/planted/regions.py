"""The two clean regions in which faults are planted: Lindewaarde, and one that a generator made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fault import LINDEWAARDE, MADE_UP
from plan import Plan
from region import write_region

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import Gathered, combine, load_chain, read_texts
from ketenhandboek.rules.shared.gatherings import case_meetings

if TYPE_CHECKING:
    from edits import Texts

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Region:
    """The files of a clean region by path, agreements in force first, with the words that edits may use.

    Example cases are left out: they fail, as they should, whatever fault their route has.
    """

    texts: Texts
    day: date
    words: dict[str, str]

    @classmethod
    def of(cls, folder: Path, day: date) -> Region:
        chain = load_chain(folder, day, shown="")
        words = _words(chain)
        in_force = [f"afspraken/{name}.yaml" for name in chain.lifecycle.in_force]
        texts = {file: text for file, text in chain.records.texts if not file.startswith("casussen/")}
        return cls({name: texts[name] for name in (*in_force, *texts)}, chain.day, words)

    def chain(self, texts: Texts) -> Chain:
        """The chain of these files on the region's day; a file is read once, however often it comes."""
        gathered = Gathered()
        for file in sorted(texts):
            gathered.add(_read(file, texts[file]))
        return Chain(combine(gathered), self.day)


def _words(chain: Chain) -> dict[str, str]:
    """A partner of each kind by id and name, two municipalities, two time windows, and a day soon."""
    assert chain.region is not None
    partners = list(reversed(chain.binding.partners.values()))
    first, second, *_ = chain.areas.municipalities
    mayors = [chain.binding.in_municipality("gemeente", place)[0].id for place in (first, second)]
    return {
        **{_word(partner.kind): partner.id for partner in partners},
        **{f"{_word(partner.kind)}_naam": partner.name for partner in partners},
        "casusoverleg": next(item.id for item in case_meetings(chain) if item.track == "hulp"),
        "plaats": first,
        "andere_plaats": second,
        "gemeente": mayors[0],
        "andere_gemeente": mayors[1],
        "venster": chain.region.windows[0].id,
        "ander_venster": chain.region.windows[1].id,
        "binnenkort": (chain.day + timedelta(days=90)).isoformat(),
    }


def _word(kind: str) -> str:
    return kind.replace("-", "_")


def regions() -> dict[str, Region]:
    """Both regions by name."""
    with TemporaryDirectory() as folder:
        write_region(Plan(seed=7, partners=25, agreements=20), Path(folder) / "region")
        made_up = Region.of(Path(folder) / "region", date(2026, 3, 1))
    return {LINDEWAARDE: Region.of(DATA, date(2026, 11, 22)), MADE_UP: made_up}


@cache
def _read(file: str, text: str) -> Gathered:
    return read_texts({file: text})
