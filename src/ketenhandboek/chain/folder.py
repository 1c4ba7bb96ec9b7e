"""Which files a region's folder holds, and to which kind of record each belongs by its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.kind import Kind, catalogue

if TYPE_CHECKING:
    from pathlib import Path

OWN = "eigen"
_RECORDS = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
_DEEPEST = 8


class Found(NamedTuple):
    """A file with records: its path, its path inside the region's folder, and the kind that belongs there."""

    path: Path
    inside: str
    kind: Kind | None

    @property
    def stem(self) -> str:
        """The name without its endings: the id of a record that is a whole file."""
        return _RECORDS.sub("", self.path.name)


@dataclass(slots=True)
class Listing:
    """The files of a folder, by kind and then by name, and the folders inside it that can't be opened."""

    files: list[Found] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)


def list_folder(folder: Path) -> Listing:
    """Every YAML file, however deep; hidden files and folders are left alone."""
    listing = Listing()
    _look_into(folder, "", 0, listing)
    order = {name: position for position, name in enumerate(catalogue())}
    listing.files.sort(key=lambda file: (order[file.kind.name] if file.kind else len(order), file.inside))
    return listing


def home(kind: Kind, stem: str) -> str:
    """Where a record of a kind stands: `afspraken/crisis.yaml`, `partners.yaml` or `eigen/taken.yaml`."""
    return _pattern(kind).replace("*", stem)


def kind_at(inside: str) -> Kind | None:
    """The kind that belongs at a path inside a region's folder."""
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(inside)), None)


def _look_into(folder: Path, inside: str, depth: int, listing: Listing) -> None:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        listing.closed.append(inside)
        return
    for path in paths:
        below = f"{inside}{path.name}"
        if path.name.startswith("."):
            continue
        if _RECORDS.search(path.name):
            listing.files.append(Found(path, below, kind_at(below)))
        elif depth < _DEEPEST and path.is_dir() and (depth == 0 or not path.is_symlink()):
            _look_into(path, f"{below}/", depth + 1, listing)


def _pattern(kind: Kind) -> str:
    return f"{OWN}/{kind.file}" if kind.national else kind.file


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(re.escape(_pattern(kind)).replace(r"\*", "[^/]+"))) for kind in catalogue().values()
    )
