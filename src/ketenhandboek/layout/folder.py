"""The files of a region's folder with their canonical texts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.chain.folder import list_folder
from ketenhandboek.layout.layout import laid_out
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ketenhandboek.findings import Problem


@dataclass(frozen=True, slots=True)
class Laid:
    """A file and its canonical text, or the problems that keep it from being read."""

    path: Path
    text: str
    problems: tuple[Problem, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the file says it in another way than its canonical text."""
        return not self.problems and self.path.read_bytes() != self.text.encode()

    def write(self) -> None:
        """Replace the file by its canonical text, in one go; its permissions stay. Raises OSError."""
        beside = self.path.with_name(f".{self.path.name}.keten")
        try:
            beside.write_text(self.text, "utf-8", newline="\n")
            beside.chmod(self.path.stat().st_mode)
            beside.replace(self.path.resolve())
        finally:
            beside.unlink(missing_ok=True)


def files_in(path: Path) -> Iterator[Laid]:
    """Every record file below a region's folder; or one file, when `path` is a file in such a folder.

    Raises LookupError for a file that belongs to no region.
    """
    folder = path if path.is_dir() else _region_of(path)
    for found in list_folder(folder).files:
        if found.kind is not None and path in (folder, found.path):
            document = read_file(found.path, os.fspath(found.path))
            if isinstance(document, Document):
                yield Laid(found.path, laid_out(found.kind, document))
            else:
                yield Laid(found.path, "", tuple(document))


def _region_of(path: Path) -> Path:
    """The nearest folder above a file that holds a region."""
    for folder in path.parents:
        if (folder / "regio.yaml").is_file():
            return folder
    raise LookupError(path)
