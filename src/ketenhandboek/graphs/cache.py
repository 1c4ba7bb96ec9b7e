"""Raw drawings kept between builds."""

import hashlib
import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


class Cache:
    """A folder with raw drawings by their DOT source and the version of Graphviz that drew them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._engine = _engine()

    def read(self, source: str) -> str:
        """The raw drawing; raises OSError when there is none and ValueError when it is no text."""
        return self._path(source).read_text("utf-8")

    def keep(self, source: str, raw: str) -> None:
        """Write the drawing in one step, so that nobody reads half of it; raises OSError."""
        path = self._path(source)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(raw, "utf-8")
        part.replace(path)

    def _path(self, source: str) -> Path:
        digest = hashlib.sha256(f"{self._engine}\n{source}".encode()).hexdigest()
        return self._folder / f"{digest}.svg"


def _engine() -> str:
    try:
        return f"pygraphviz {version('pygraphviz')}"
    except PackageNotFoundError:
        return "dot"
