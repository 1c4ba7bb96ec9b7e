"""Files in a place where their records don't belong: what they look like, and where to put them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.folder import Found, home
from ketenhandboek.findings import Problem, Span
from ketenhandboek.kinds.kind import Kind, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.source.document import Data

_ENOUGH_KEYS = 3


class Misplaced(NamedTuple):
    """A file with the kind of record that it looks like; `taken` when that place has a file already."""

    file: Found
    shown: str
    kind: Kind
    taken: bool

    @property
    def home(self) -> str:
        """Where it belongs."""
        return home(self.kind, self.file.stem)


def looks_like(data: Data, here: Kind | None) -> Kind | None:
    """The kind that data has most keys of; the kind that belongs `here` where none has more."""
    if not isinstance(data, dict) or (here and data.keys() <= here.schema["properties"].keys()):
        return here
    likest = max(catalogue().values(), key=lambda kind: (_likeness(kind, data), kind.collection))
    likeness = _likeness(likest, data)
    surely = likeness >= (1 if likest.collection else _ENOUGH_KEYS)
    return likest if surely and (here is None or likeness > _likeness(here, data)) else here


def _likeness(kind: Kind, data: dict[str, Data]) -> int:
    known = len(data.keys() & kind.schema["properties"].keys())
    return 2 * known - len(data)


def problems(misplaced: Iterable[Misplaced]) -> Iterator[Problem]:
    """One for all files of one folder that belong in one other place."""
    groups: dict[tuple[str, str, bool], list[Misplaced]] = defaultdict(list)
    for item in misplaced:
        groups[item.file.inside.rpartition("/")[0], item.kind.name, item.taken].append(item)
    for items in groups.values():
        message = _alone(items[0]) if len(items) == 1 else _together(items)
        yield Problem(Span(items[0].shown), message)


def _alone(item: Misplaced) -> str:
    folder, _, name = item.home.rpartition("/")
    alike = f"een {item.kind.name}" if "*" in item.kind.file else f"het bestand {item.home}"
    if item.taken:
        return (
            f"Dit lijkt {alike}. Maar {item.home} is er al: zet de gegevens daarin, of haal dit bestand weg."
        )
    if item.file.inside.rpartition("/")[0] == folder:
        return f"Dit lijkt {alike}. Geef het bestand de naam {name}."
    if item.file.path.name == name:
        return f"Dit lijkt {alike}. Zet het bestand in {_folder(folder)}."
    return f"Dit lijkt {alike}. Zet het bestand in {_folder(folder)}, met de naam {name}."


def _folder(name: str) -> str:
    return f"{name}/" if name else "de map van de regio"


def _together(items: list[Misplaced]) -> str:
    kind = items[0].kind
    folder = items[0].home.rpartition("/")[0]
    return (
        f"Deze map heeft {len(items)} bestanden die lijken op {kind.plural}. "
        f"Zet ze in {_folder(folder)}, met de uitgang .yaml."
    )
