"""What is made from a chain, part by part, by this process and a copy of it that begins at the last part."""

from __future__ import annotations

import os
import pickle
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ketenhandboek.graphs.pictures import Failure
from ketenhandboek.twin import Twin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ketenhandboek.graphs.pictures import Picture, Studio
    from ketenhandboek.graphs.view import View

    Draw = Callable[[View], Picture | Failure]
    Maker = Callable[[Draw], Mapping[str, str]]
    """Makes files (path → text), and draws the views that stand in them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some files (path → text), the views in them in order, and whether each of those could be drawn."""

    files: Mapping[str, str]
    views: tuple[View, ...]
    drawn: bool


class Parts(AbstractContextManager["Parts"]):
    """The parts of several makers; the twin works for the length of a `with` block."""

    def __init__(self, makers: Sequence[Maker], twin_studio: Studio) -> None:
        self._makers = makers
        self._folder = TemporaryDirectory(prefix="keten-")
        self._places = [Path(self._folder.name) / f"{number}" for number in range(len(makers))]
        pairs = zip(self._places, makers, strict=True)
        self._twin = Twin([partial(_lay, place, maker, twin_studio) for place, maker in pairs])

    def __exit__(self, *_: object) -> None:
        self._twin.stop()
        self._folder.cleanup()

    def made(self, studio: Studio) -> Iterator[Part]:
        """What each maker makes, in order.

        A part in which the twin could not draw something is made here again: only this studio tells why.
        """
        for place, maker in zip(self._places, self._makers, strict=True):
            yield _laid(place) or _made(maker, studio.draw)


def _made(maker: Maker, draw: Draw) -> Part:
    views: list[View] = []
    pictures: list[Picture | Failure] = []

    def drawn(view: View) -> Picture | Failure:
        views.append(view)
        pictures.append(draw(view))
        return pictures[-1]

    files = maker(drawn)
    return Part(files, tuple(views), not any(isinstance(picture, Failure) for picture in pictures))


def _lay(place: Path, maker: Maker, studio: Studio) -> None:
    """Leave a part where the other process finds it, in one step."""
    part = _made(maker, studio.draw)
    if part.drawn:
        half = place.with_suffix(f".{os.getpid()}")
        half.write_bytes(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
        half.replace(place)


def _laid(place: Path) -> Part | None:
    """What the twin made; it alone can write in that folder."""
    with suppress(OSError):
        part: Part = pickle.loads(place.read_bytes())
        return part
    return None
