"""Views to pictures: every one drawn, or a reason why not."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from ketenhandboek.graphs.cache import Cache
from ketenhandboek.graphs.dot import to_dot
from ketenhandboek.graphs.engines import Cause, LayoutError
from ketenhandboek.graphs.layout import Layout
from ketenhandboek.graphs.svg import inline
from ketenhandboek.graphs.text import clean
from ketenhandboek.graphs.view import View
from ketenhandboek.wording import listed

_REASONS: Mapping[Cause, str] = {
    "missing": "Graphviz ontbreekt op deze computer.",
    "failed": "Graphviz kon hier geen tekening van maken.",
    "crashed": "Graphviz stopte onverwacht.",
    "late": "Het tekenen duurde te lang.",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG element to put inside a page."""

    svg: str


@dataclass(frozen=True, slots=True)
class Failure:
    """No picture; `reason` is a Dutch sentence."""

    cause: Cause
    reason: str


class Studio(AbstractContextManager["Studio"]):
    """Draws views for the length of a `with` block.

    The folder `cache` keeps raw drawings by content: a view drawn before starts no process.
    """

    def __init__(self, cache: Path, limit_seconds: float = 10.0) -> None:
        self._cache = Cache(cache)
        self._layout = Layout(limit_seconds)
        self._failures: dict[str, tuple[str, Failure]] = {}

    def __exit__(self, *_: object) -> None:
        self._layout.close()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Per reason one Dutch warning with the titles of the pictures that are missing."""
        titles: dict[str, list[str]] = {}
        for title, failure in self._failures.values():
            titles.setdefault(failure.reason, []).append(f"“{title}”")
        return tuple(f"{reason} Zonder tekening: {listed(names)}." for reason, names in titles.items())

    def draw(self, view: View) -> Picture | Failure:
        """The picture of the view, or why there is none; what failed once is not tried again."""
        source = to_dot(view)
        if source in self._failures:
            return self._failures[source][1]
        with suppress(OSError, ValueError):
            return Picture(inline(self._cache.read(source), view))
        try:
            return self._drawn(source, view)
        except LayoutError as error:
            failure = Failure(error.cause, _REASONS[error.cause])
        except ValueError:
            failure = Failure("failed", _REASONS["failed"])
        self._failures[source] = clean(view.title), failure
        return failure

    def tidy(self, drawn: int) -> None:
        """Let go of drawings that were used longest ago, after a handbook with so many."""
        self._cache.prune(drawn)

    def _drawn(self, source: str, view: View) -> Picture:
        raw = self._layout.svg(source)
        picture = Picture(inline(raw, view))
        # A cache that cannot be written costs time, not pictures.
        with suppress(OSError):
            self._cache.keep(source, raw)
        return picture
