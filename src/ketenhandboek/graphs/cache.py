"""Raw drawings kept between builds."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ketenhandboek.store import Store


class Cache:
    """A folder with raw drawings by their DOT source and the version of Graphviz that drew them."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder, ".svg")
        self._engine = _engine()

    def read(self, source: str) -> str:
        """The raw drawing; raises OSError when there is none and ValueError when it is no text."""
        return self._store.read(f"{self._engine}\n{source}")

    def keep(self, source: str, raw: str) -> None:
        """Keep a drawing; raises OSError."""
        self._store.keep(f"{self._engine}\n{source}", raw)

    def prune(self, used: int) -> None:
        """Remove the drawings that were used longest ago, after a run that used so many."""
        self._store.prune(used)


def _engine() -> str:
    try:
        return f"pygraphviz {version('pygraphviz')}"
    except PackageNotFoundError:
        return "dot"
