"""Folders of files → records. Every file is read, even when others fail; what does not fit is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ketenhandboek import landelijk
from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.records import NATIONAL, REGIONAL, Entry, Records
from ketenhandboek.findings import Problem, Span
from ketenhandboek.kinds.build import build
from ketenhandboek.kinds.gate import misfits
from ketenhandboek.kinds.kind import Kind, catalogue
from ketenhandboek.kinds.references import Declaration, names_in
from ketenhandboek.kinds.region import Region
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_file, read_text, rough_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ketenhandboek.kinds.build import Record
    from ketenhandboek.source.document import Data, Place

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWN = "eigen"
_STRANGER = (
    "Dit bestand hoort bij geen enkele soort gegevens. Kijk of de naam en de map kloppen; "
    "afspraken staan in afspraken/, met de uitgang .yaml."
)


@dataclass(slots=True)
class Gathered:
    """What the files of one layer give, while they are being read."""

    entries: list[Entry] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    misfits: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    texts: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Gathered) -> None:
        """Take in what other files of the same layer give."""
        self.entries += other.entries
        self.unreadable += other.unreadable
        self.misfits += other.misfits
        self.broken |= other.broken
        self.texts += other.texts


def load_chain(
    folder: Path, today: date, day: date | None = None, *, until: date | None = None, shown: str | None = None
) -> Chain:
    """The chain on `day`, else on the region's own frozen reference date, else on `today`.

    `until` replaces the day up to which the region itself looks ahead.
    """
    records = load(folder, shown)
    frozen = next((region.reference_date for region in records.of(Region).values()), None)
    return Chain(records, day or (frozen.last if frozen else today), until)


def load(folder: Path, shown: str | None = None) -> Records:
    """Read a region's folder on top of the national layer; `shown` replaces the folder's name in messages."""
    return combine(read_region(folder, shown if shown is not None else folder.as_posix()))


def combine(region: Gathered, *overlays: Gathered) -> Records:
    """Lay a region over the national layer; an overlay replaces records with the same id without a word."""
    base, repeated = _layered(national().entries, region.entries)
    for overlay in overlays:
        laid = {(entry.kind.name, entry.id) for entry in overlay.entries}
        base = [entry for entry in base if (entry.kind.name, entry.id) not in laid] + overlay.entries
    layers = (region, *overlays)
    return Records(
        tuple(base),
        tuple(problem for layer in layers for problem in layer.unreadable),
        tuple(problem for layer in layers for problem in layer.misfits),
        tuple(repeated),
        frozenset().union(*(layer.broken for layer in layers)),
        tuple(text for layer in layers for text in layer.texts),
    )


@cache
def national() -> Gathered:
    """The national layer, read once."""
    folder = Path(str(landelijk.__file__)).parent
    gathered = Gathered()
    for kind in catalogue().values():
        if kind.national:
            _gather(kind, folder / kind.file, f"landelijk/{kind.file}", NATIONAL, gathered)
    return gathered


def read_region(folder: Path, shown: str) -> Gathered:
    """Everything in a region's folder; a file that belongs to no kind of record is a misfit."""
    gathered = Gathered()
    known: set[Path] = set()
    for kind in catalogue().values():
        for path in _files_of(kind, folder):
            known.add(path)
            _gather(kind, path, _shown(path, folder, shown), REGIONAL, gathered)
    for path in _strangers(folder, known):
        name = _shown(path, folder, shown)
        gathered.misfits.append(Problem(Span(name), _STRANGER))
        gathered.texts.append((name, rough_text(path)))
    if folder / "regio.yaml" not in known:
        message = "Hier ontbreekt regio.yaml. Daarin staan de naam van de regio en haar gemeenten."
        gathered.misfits.append(Problem(Span(_shown(folder / "regio.yaml", folder, shown)), message))
    return gathered


def read_texts(texts: Mapping[str, str]) -> Gathered:
    """As `read_region`, for texts in memory by their paths inside a region's folder."""
    gathered = Gathered()
    for file, text in texts.items():
        kind = next(kind for kind in catalogue().values() if _belongs(kind, file))
        document = read_text(text, file)
        if isinstance(document, Document):
            _take(kind, document, Path(file).stem, REGIONAL, gathered)
        else:
            _leave_out(kind, file, text, document, gathered)
    return gathered


def _belongs(kind: Kind, file: str) -> bool:
    pattern = f"{OWN}/{kind.file}" if kind.national else kind.file
    return re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]+"), file) is not None


def _files_of(kind: Kind, folder: Path) -> Iterator[Path]:
    where = folder / OWN if kind.national else folder
    yield from sorted(path for path in where.glob(kind.file) if path.is_file())


def _shown(path: Path, folder: Path, shown: str) -> str:
    inside = path.relative_to(folder).as_posix()
    return f"{shown}/{inside}" if shown else inside


def _strangers(folder: Path, known: set[Path]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.y*ml")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path not in known and not hidden:
            yield path


def _gather(kind: Kind, path: Path, shown: str, layer: str, gathered: Gathered) -> None:
    document = read_file(path, shown)
    if isinstance(document, Document):
        _take(kind, document, path.stem, layer, gathered)
    else:
        _leave_out(kind, shown, rough_text(path), document, gathered)


def _leave_out(kind: Kind, file: str, text: str, problems: list[Problem], gathered: Gathered) -> None:
    gathered.unreadable.extend(problems)
    gathered.texts.append((file, text))
    gathered.broken.add((kind.name, "" if kind.collection else Path(file).stem))


def _take(kind: Kind, document: Document, stem: str, layer: str, gathered: Gathered) -> None:
    gathered.texts.append((document.file, document.text))
    wrong = misfits(kind, document)
    gathered.misfits.extend(misfit.problem for misfit in wrong)
    paths = [misfit.path for misfit in wrong]
    if kind.collection:
        _take_items(kind, document, paths, layer, gathered)
    else:
        _take_file(kind, document, stem, bool(paths), layer, gathered)


def _take_items(
    kind: Kind, document: Document, wrong: list[tuple[str | int, ...]], layer: str, gathered: Gathered
) -> None:
    items = document.data.get(kind.collection) if isinstance(document.data, dict) else None
    bad = {path[1] for path in wrong if len(path) > 1 and path[0] == kind.collection}
    if not isinstance(items, list) or any(path == (kind.collection,) for path in wrong):
        gathered.broken.add((kind.name, ""))
        return
    for position, data in enumerate(items):
        if position in bad:
            identifier = data.get("id") if isinstance(data, dict) else None
            gathered.broken.add((kind.name, str(identifier or "")))
            continue
        place = document.place.at(kind.collection, position)
        gathered.entries.append(_entry(kind, build(kind.record, data, place), data, place, layer))


def _take_file(
    kind: Kind, document: Document, stem: str, misfit: bool, layer: str, gathered: Gathered
) -> None:
    if not misfit and "id" not in document.data and not _ID.fullmatch(stem):
        message = f"De bestandsnaam '{stem[:60]}' kan niet. Gebruik kleine letters, cijfers en streepjes."
        gathered.misfits.append(Problem(Span(document.file), message))
        misfit = True
    if misfit:
        gathered.broken.add((kind.name, stem))
        return
    own = {} if "id" in document.data else {"id": stem}
    record = build(kind.record, document.data, document.place, **own)
    gathered.entries.append(_entry(kind, record, document.data, document.place, layer))


def _entry(kind: Kind, record: Record, data: Data, place: Place, layer: str) -> Entry:
    own = Declaration(kind.name, record.id, place.document, place.at("id").node, None)
    return Entry(kind, record.id, record, data, place, layer, (own, *names_in(kind, data, place)))


def _layered(
    national_entries: list[Entry], own: list[Entry]
) -> tuple[list[Entry], list[tuple[Entry, Entry]]]:
    """The region's entries over the national ones, and the pairs with the same id that no key explains."""
    found: dict[tuple[str, str], Entry] = {(entry.kind.name, entry.id): entry for entry in national_entries}
    repeated: list[tuple[Entry, Entry]] = []
    for entry in own:
        name = (entry.kind.name, entry.id)
        first = found.get(name)
        if first is None or (first.layer == NATIONAL and getattr(entry.record, "replaces_national", False)):
            found[name] = entry
        else:
            repeated.append((first, entry))
    return list(found.values()), repeated
