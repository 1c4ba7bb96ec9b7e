"""What things are called in sentences: names instead of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.values import Ref
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.functions import Functions
    from ketenhandboek.chain.records import Entry, Records

_WORDS = {
    "regio": "de hele regio",
    "alle": "alle thema's",
    "altijd": "altijd",
    "melder": "de melder",
    "einde": "einde",
    "klaar": "de taak is klaar",
}


class Names:
    """Looks up the name that readers know for an id of any kind."""

    def __init__(self, records: Records, functions: Functions) -> None:
        self._index = records.index
        self._functions = functions
        self._found: dict[tuple[str, str], str] = {}
        self._parts: dict[int, dict[str, str]] = {}

    def of(self, kind: str, id_: str) -> str:
        """The name of a record or of a part that has an id, or the id itself."""
        if (kind, id_) not in self._found:
            self._found[kind, id_] = self._looked_up(kind, id_)
        return self._found[kind, id_]

    def party(self, ref: Ref | str) -> str:
        """A partner, kind or meeting, with its function before it: `teammanager van Veilig Thuis`."""
        ref = Ref.parse(ref) if isinstance(ref, str) else ref
        kinds = (kind for kind in ("partner", "soort", "overleg") if self._index.knows(kind, ref.name))
        name = self.of(next(kinds, ""), ref.name)
        return f"{self.function(ref)} van {name}" if ref.function else name

    def parties(self, refs: Iterable[Ref | str]) -> str:
        """Several parties: `Veilig Thuis en Politie`."""
        return listed(self.party(ref) for ref in refs)

    def function(self, ref: Ref) -> str:
        """The name of the function in a reference, in lower case."""
        found = self._functions.get(ref.name, ref.function)
        return lower_first(found.name if found and found.name else ref.function.replace("-", " "))

    def listed(self, kind: str, ids: Iterable[str]) -> str:
        """The names of several records of a kind: `A, B en C`."""
        return listed(self.of(kind, id_) for id_ in ids)

    def areas(self, ids: Iterable[str]) -> str:
        """The names of areas and municipalities: `Oostveld en Zandrijk`."""
        return listed(
            self.of("gebied" if self._index.knows("gebied", id_) else "gemeente", id_) for id_ in ids
        )

    def event(self, ref: Ref | str) -> str:
        """An event in words: `ontvangst melding`, or `het einde van triage`."""
        ref = Ref.parse(ref) if isinstance(ref, str) else ref
        if ref.function:
            return f"het {ref.function} van {lower_first(self.of('taak', ref.name))}"
        return ref.name.replace("-", " ")

    def _looked_up(self, kind: str, id_: str) -> str:
        found = self._index.declared.get(kind, {}).get(id_)
        if found is None:
            return _WORDS.get(id_, id_)
        if found.entry.id == id_ and found.entry.kind.name == kind:
            return str(found.entry.data.get("naam") or found.entry.data.get("titel") or id_)
        return self._parts_of(found.entry).get(id_, id_)

    def _parts_of(self, entry: Entry) -> dict[str, str]:
        """The names of the parts of a record, by id."""
        if id(entry) not in self._parts:
            self._parts[id(entry)] = {}
            _gather(entry.data, self._parts[id(entry)])
        return self._parts[id(entry)]


def _gather(data: object, names: dict[str, str]) -> None:
    """Add the name of every part that has an id; of two parts with the same id the first gives its name."""
    if isinstance(data, dict):
        id_, name = data.get("id"), data.get("naam")
        if isinstance(id_, str) and name:
            names.setdefault(id_, str(name))
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            _gather(item, names)
