"""What changes meant, kept between builds."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ketenhandboek
from ketenhandboek.changes.values import Named
from ketenhandboek.history.values import Said, Told

if TYPE_CHECKING:
    from collections.abc import Callable

_TELLING = (".py", ".json", ".yaml", ".txt")


class Kept:
    """A folder with what each change meant, by its two commits, the folder, and the program that told it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, names: tuple[str, ...]) -> bool:
        """Whether it is kept what a change meant."""
        return self._path(names).is_file()

    def told(self, names: tuple[str, ...], tell: Callable[[], Told]) -> Told:
        """What is kept under these names, else what is told now and then kept."""
        path = self._path(names)
        with suppress(OSError, ValueError, KeyError, TypeError):
            return _read(json.loads(path.read_text("utf-8")))
        told = tell()
        # A cache that can't be written costs time, not history.
        with suppress(OSError):
            _write(path, json.dumps(asdict(told), ensure_ascii=False))
        return told

    def _path(self, names: tuple[str, ...]) -> Path:
        return self._folder / f"{_digest(*names, _program())}.json"


def _read(content: Any) -> Told:
    return Told(
        tuple(
            Said(topic, sentence, tuple((kind, id_) for kind, id_ in about))
            for topic, sentence, about in content["said"]
        ),
        tuple(Named(*record) for record in content["records"]),
        tuple(((kind, old), new) for (kind, old), new in content["renames"]),
        content["whole"],
    )


def _write(path: Path, text: str) -> None:
    """In one step, so that nobody reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_text(text, "utf-8")
    part.replace(path)


@cache
def _program() -> str:
    """The program itself: its words and its reading of records change with its files, not with its number."""
    home = Path(str(ketenhandboek.__file__)).parent
    files = sorted(path for path in home.rglob("*") if path.suffix in _TELLING)
    return _digest(*(path.read_text("utf-8") for path in files))


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
