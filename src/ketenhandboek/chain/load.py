"""Folders of files → records. Every file is read, even when others fail; what does not fit is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ketenhandboek import landelijk
from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.folder import Found, home, kind_at, list_folder
from ketenhandboek.chain.index import Layer, is_word
from ketenhandboek.chain.misplaced import Misplaced, looks_like, problems
from ketenhandboek.chain.records import NATIONAL, REGIONAL, Entry, Loss, Records
from ketenhandboek.findings import Problem, Span
from ketenhandboek.kinds.build import build
from ketenhandboek.kinds.gate import misfits
from ketenhandboek.kinds.kind import Kind, catalogue
from ketenhandboek.kinds.references import Declaration, Names, names_in
from ketenhandboek.kinds.region import Region
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_file, read_text, rough_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ketenhandboek.kinds.build import Record
    from ketenhandboek.source.document import Place

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STRANGER = (
    "Dit bestand hoort bij geen enkele soort gegevens. Kijk of de naam en de map kloppen; "
    "afspraken staan in afspraken/, met de uitgang .yaml."
)
_CLOSED = "Deze map is niet te openen. Vraag de beheerder van de bestanden om toegang."
_NEEDED = {
    "regio": "Daarin staan de naam van de regio en haar gemeenten.",
    "partner": "Daarin staan de organisaties die meedoen.",
    "overleg": "Daarin staan de overleggen die afspraken noemen.",
}


@dataclass(slots=True)
class Gathered:
    """What the files of one layer give, while they are being read."""

    entries: list[Entry] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    misfits: list[Problem] = field(default_factory=list)
    lost: list[Loss] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Gathered) -> None:
        """Take in what other files of the same layer give."""
        self.entries += other.entries
        self.unreadable += other.unreadable
        self.misfits += other.misfits
        self.lost += other.lost
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
        (*(loss for layer in layers for loss in layer.lost), *map(_set_aside, repeated)),
        tuple(text for layer in layers for text in layer.texts),
        _base(),
    )


@cache
def _base() -> Layer:
    return Layer(tuple(national().entries))


def _set_aside(pair: tuple[Entry, Entry]) -> Loss:
    """What a record may hold of which the id was taken: its own id names the other."""
    _, second = pair
    return Loss(second.kind.name, second.place.text)


@cache
def national() -> Gathered:
    """The national layer, read once. It is ours: tests hold it to its schemas, so that no check has to."""
    folder = Path(str(landelijk.__file__)).parent
    gathered = Gathered()
    for kind in catalogue().values():
        document = read_file(folder / kind.file, f"landelijk/{kind.file}") if kind.national else None
        if isinstance(document, Document):
            gathered.texts.append((document.file, document.text))
            _take_items(kind, document, [], NATIONAL, gathered)
        elif document:
            gathered.unreadable.extend(document)
    return gathered


def read_region(folder: Path, shown: str) -> Gathered:
    """Everything in a region's folder; a file in the wrong place counts as what it looks like."""
    gathered = Gathered()
    listing = list_folder(folder)
    before = f"{shown}/" if shown else ""
    places = {file.inside for file in listing.files}
    misplaced = [
        item
        for file in listing.files
        if (item := _gather(file, f"{before}{file.inside}", places, gathered)) is not None
    ]
    gathered.misfits.extend(problems(misplaced))
    for closed in listing.closed:
        gathered.unreadable.append(Problem(Span(f"{before}{closed}".rstrip("/")), _CLOSED))
        gathered.lost.extend(
            Loss(name) for name, kind in catalogue().items() if home(kind, "").startswith(closed)
        )
    gathered.lost = [_doubted(loss, gathered) for loss in gathered.lost]
    _miss_files(before, places - {item.file.inside for item in misplaced}, gathered)
    return gathered


def read_texts(texts: Mapping[str, str]) -> Gathered:
    """As `read_region`, for texts in memory by their paths inside a region's folder."""
    gathered = Gathered()
    for file, text in texts.items():
        stem, document = Path(file).stem, read_text(text, file)
        here = kind_at(file)
        kind = looks_like(document.data, here) if isinstance(document, Document) else here
        if kind is None:
            raise ValueError(file)
        if isinstance(document, Document):
            _take(kind, document, stem, gathered)
        else:
            _lose(kind, stem, text, document, gathered)
            gathered.texts.append((file, text))
    return gathered


def _gather(file: Found, shown: str, places: set[str], gathered: Gathered) -> Misplaced | None:
    document = read_file(file.path, shown)
    if not isinstance(document, Document):
        text = rough_text(file.path)
        gathered.texts.append((shown, text))
        if file.kind is None:
            gathered.misfits.append(Problem(Span(shown), _STRANGER))
        else:
            _lose(file.kind, file.stem, text, document, gathered)
        return None
    kind = looks_like(document.data, file.kind)
    if kind is None:
        gathered.misfits.append(Problem(Span(shown), _STRANGER))
        gathered.texts.append((shown, document.text))
        return None
    taken = kind is not file.kind and home(kind, file.stem) in places
    if taken:
        gathered.texts.append((shown, document.text))
        gathered.lost.append(Loss(kind.name, document.text))
    else:
        _take(kind, document, file.stem, gathered)
    return None if kind is file.kind else Misplaced(file, shown, kind, taken)


def _lose(kind: Kind, stem: str, text: str, why: list[Problem], gathered: Gathered) -> None:
    gathered.unreadable.extend(why)
    gathered.lost.append(Loss(kind.name, text and f"{stem}\n{text}", bool(kind.collection)))


def _miss_files(before: str, places: set[str], gathered: Gathered) -> None:
    """Tell of a whole file that is not there, though the others can't do without it."""
    for name, holds in _NEEDED.items():
        file = home(catalogue()[name], "")
        lost = any(loss.kind == name for loss in gathered.lost)
        there = file in places or lost or any(entry.kind.name == name for entry in gathered.entries)
        if not there and (name == "regio" or _is_missed(name, gathered)):
            message = f"Hier ontbreekt {file}. {holds} Zet het bestand terug, of maak het."
            gathered.misfits.append(Problem(Span(f"{before}{file}"), message))
            gathered.lost.append(Loss(name))


def _is_missed(kind: str, gathered: Gathered) -> bool:
    """Whether records name at least two things that may be of this kind and are not there."""
    return len(_missed_names(kind, gathered)) > 1


def _doubted(loss: Loss, gathered: Gathered) -> Loss:
    """What is lost may hold any name, when what is left of it shows less than half of the names missed."""
    missed = _missed_names(loss.kind, gathered) if loss.whole else set()
    shown = [name for name in missed if loss.declares(name)]
    return loss if 2 * len(shown) >= len(missed) else Loss(loss.kind)


def _missed_names(kind: str, gathered: Gathered) -> set[str]:
    known = {entry.id for entry in (*national().entries, *gathered.entries)}
    named = {
        name.text.partition("/")[0]
        for entry in gathered.entries
        for name in entry.names.used
        if kind in name.said.targets and not is_word(name)
    }
    return named - known


def _take(kind: Kind, document: Document, stem: str, gathered: Gathered) -> None:
    gathered.texts.append((document.file, document.text))
    wrong = misfits(kind, document)
    gathered.misfits.extend(misfit.problem for misfit in wrong)
    paths = [misfit.path for misfit in wrong]
    if kind.collection:
        _take_items(kind, document, paths, REGIONAL, gathered)
    else:
        _take_file(kind, document, stem, bool(paths), gathered)


def _take_items(
    kind: Kind, document: Document, wrong: list[tuple[str | int, ...]], layer: str, gathered: Gathered
) -> None:
    items = document.data.get(kind.collection) if isinstance(document.data, dict) else None
    bad = {path[1] for path in wrong if len(path) > 1 and path[0] == kind.collection}
    if not isinstance(items, list) or any(path == (kind.collection,) for path in wrong):
        gathered.lost.append(Loss(kind.name, document.text, whole=True))
        return
    for position, data in enumerate(items):
        place = document.place.at(kind.collection, position)
        if position in bad:
            named = isinstance(data, dict) and data.get("id")
            gathered.lost.append(Loss(kind.name, place.text if named else ""))
            continue
        gathered.entries.append(_entry(kind, build(kind.record, place), place, layer))


def _take_file(kind: Kind, document: Document, stem: str, misfit: bool, gathered: Gathered) -> None:
    if not misfit and "id" not in document.data and not _ID.fullmatch(stem):
        message = f"De bestandsnaam '{stem[:60]}' kan niet. Gebruik kleine letters, cijfers en streepjes."
        gathered.misfits.append(Problem(Span(document.file), message))
        misfit = True
    if misfit:
        gathered.lost.append(Loss(kind.name, f"{stem}\n{document.text}"))
        return
    own = {} if "id" in document.data else {"id": stem}
    record = build(kind.record, document.place, **own)
    gathered.entries.append(_entry(kind, record, document.place, REGIONAL))


def _entry(kind: Kind, record: Record, place: Place, layer: str) -> Entry:
    own = Declaration(kind.name, record.id, place.document, place.at("id").path, None)
    declared, used = names_in(kind, place)
    return Entry(kind, record.id, record, place.data, place, layer, Names((own, *declared), used))


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
