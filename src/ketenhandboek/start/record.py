"""A new record in the file where it belongs: added below the others, or in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.folder import home
from ketenhandboek.chain.load import combine, read_region, read_texts
from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.mend.files import Rewritten, content_of, may_change, text_of, write
from ketenhandboek.rules.basics.names import CALLED, SHARED
from ketenhandboek.rules.check import check
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_bytes
from ketenhandboek.start.draft import file_data, file_text
from ketenhandboek.start.fields import ID
from ketenhandboek.start.region import StartError

if TYPE_CHECKING:
    from pathlib import Path

    from ketenhandboek.findings import Finding
    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.start.draft import Values

_REPLACES = ("vervangt_landelijk",)
_OTHERWISE = "Kies een andere id, of vervang die met --vervangt-landelijk ja en --reden."
_FORM = ("BAS001", "BAS002", "BAS003", "BAS004", "BAS005")


@dataclass(frozen=True, slots=True)
class Addition:
    """A file with a new record: where it stands in the region's folder, what it held (None: nothing yet)."""

    path: Path
    inside: str
    old: bytes | None
    new: bytes

    def write(self) -> None:
        """Put it on disk, but never over what somebody else put there meanwhile.

        Raises ChangedMeanwhileError, or OSError such as FileExistsError.
        """
        if self.old is not None:
            write(Rewritten(self.path, self.inside, self.old, self.new))
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("xb") as stream:
            stream.write(self.new)


def taken(kind: Kind, values: Values, chain: Chain) -> str:
    """Why a new record of this kind can't have the id that it has, in Dutch; empty when it can."""
    id_ = values[ID][0]
    entry = chain.records.entry(kind.name, id_)
    if entry is not None and entry.layer == REGIONAL:
        return f"De id '{id_}' staat er al. Kies een andere id."
    if entry is not None and "ja" not in values.get(_REPLACES, ()):
        return f"De id '{id_}' bestaat al in de landelijke gegevens. {_OTHERWISE}"
    others = (other for group in SHARED if kind.name in group for other in group if other != kind.name)
    holder = next((other for other in others if chain.index.knows(other, id_)), None)
    return f"'{id_}' is al de id van {CALLED[holder]}. Kies een andere id." if holder else ""


def addition(kind: Kind, values: Values, folder: Path, chain: Chain) -> Addition:
    """The file of a region's folder with the new record in it; `chain` is that of the folder.

    Raises StartError when the record can't be added, or would bring a finding about form or names.
    """
    refused = taken(kind, values, chain)
    if refused:
        raise StartError(refused)
    inside = home(kind, values[ID][0])
    path = folder / inside
    _require_place(kind, path, inside, folder, chain)
    text = file_text(kind, file_data(kind, values))
    old = path.read_bytes() if path.exists() else None
    made = Addition(path, inside, old, text.encode() if old is None else _appended(kind, old, text, inside))
    problems = _new_problems(made, folder, chain)
    if problems:
        raise StartError("\n".join(finding.message for finding in problems))
    return made


def _require_place(kind: Kind, path: Path, inside: str, folder: Path, chain: Chain) -> None:
    if path.is_symlink() or (path.exists() and not may_change(path, folder)):
        raise StartError(f"'{inside}' is een koppeling naar een ander bestand. Daarin schrijft keten niet.")
    if path.exists() and not kind.collection:
        raise StartError(f"Het bestand '{inside}' bestaat al. Kies een andere id.")
    entries = (entry for entry in chain.records.entries if entry.kind is kind and entry.layer == REGIONAL)
    elsewhere = next((entry.place.document.file for entry in entries), None)
    if kind.collection and not path.exists() and elsewhere is not None:
        raise StartError(f"De {kind.plural} staan nu in '{elsewhere}'. Noem dat bestand eerst '{inside}'.")


def _appended(kind: Kind, old: bytes, text: str, inside: str) -> bytes:
    """The file with the item of `text` below its last one; every byte that stood there stays."""
    document, added = _read(old, inside), _read(text.encode(), inside)
    column = document.place.at(kind.collection).node.start_mark.column
    item = [_indented(line, column) for line in text.splitlines()[1:]]
    new = content_of(_with_lines(text_of(old), item, column), old)
    items = [*document.data.get(kind.collection, ()), *added.data[kind.collection]]
    if _read(new, inside).data != {**document.data, kind.collection: items}:
        raise StartError(f"'{inside}' is niet aan te vullen. Zet het bestand eerst goed met 'keten fmt'.")
    return new


def _read(content: bytes, inside: str) -> Document:
    document = read_bytes(content, inside)
    if not isinstance(document, Document):
        problem = document[0]
        raise StartError(f"{inside}, regel {problem.span.line}: {problem.message}")
    return document


def _with_lines(text: str, added: list[str], column: int) -> str:
    """The text with lines after its last item; remarks less than `column` deep stay at the end."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    end = len(lines)
    while end and (not lines[end - 1].strip() or _is_outside(lines[end - 1], column)):
        end -= 1
    missing = "" if lines[end - 1].endswith("\n") else ending
    return "".join((*lines[:end], missing, *(line + ending for line in added), *lines[end:]))


def _is_outside(line: str, column: int) -> bool:
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) < column


def _indented(line: str, column: int) -> str:
    """A line of the canonical text, whose items stand two deep, with items `column` deep."""
    return " " * column + line[2:] if line.strip() else line


def _new_problems(made: Addition, folder: Path, chain: Chain) -> list[Finding]:
    """The findings about form and names that the region has only with the addition."""
    shown = folder.as_posix()
    overlay = read_texts({made.inside: text_of(made.new)})
    after = Chain(combine(read_region(folder, shown), overlay), chain.day)
    known = {(finding.rule, finding.message) for finding in check(chain, _FORM).findings}
    found = check(after, _FORM).findings
    return [finding for finding in found if (finding.rule, finding.message) not in known]
