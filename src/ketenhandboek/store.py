"""Texts that take long to make, kept between runs."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SPARE = 3
"""So many times what one run uses may stay: enough to go back to what was made before."""


class Store:
    """A folder with one file for each text, named by a digest of all that determines the text."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder = folder
        self._suffix = suffix

    def has(self, source: str) -> bool:
        """Whether some text is kept for `source`."""
        return self._path(source).is_file()

    def read(self, source: str) -> str:
        """The text kept for `source`; raises OSError when there is none and ValueError when it is no text."""
        path = self._path(source)
        text = path.read_text("utf-8")
        # What may not be marked as used can still be read.
        with suppress(OSError):
            os.utime(path)
        return text

    def keep(self, source: str, text: str) -> None:
        """Write the text in one step, so that nobody reads half of it; raises OSError."""
        path = self._path(source)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(text, "utf-8")
        part.replace(path)

    def made(self, source: str, make: Callable[[], str]) -> str:
        """The text kept for `source`, else what `make` gives; a full disk costs time, not texts."""
        with suppress(OSError, ValueError):
            return self.read(source)
        text = make()
        with suppress(OSError):
            self.keep(source, text)
        return text

    def prune(self, used: int) -> None:
        """Remove what was used longest ago, after a run that used so many texts, and half texts."""
        with suppress(OSError):
            kept = [*self._folder.iterdir()]
            whole = [path for path in kept if path.suffix == self._suffix]
            if len(whole) > _SPARE * used:
                whole.sort(key=_last_used, reverse=True)
            for path in {*kept} - {*whole[: _SPARE * used]}:
                path.unlink(missing_ok=True)

    def _path(self, source: str) -> Path:
        digest = hashlib.sha256(source.encode()).hexdigest()
        return self._folder / f"{digest}{self._suffix}"


def _last_used(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
