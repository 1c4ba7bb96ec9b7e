"""A new site in the place of the old one: whole or not at all, and never without the old one kept safe."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING

from ketenhandboek.site.place import require_replaceable
from ketenhandboek.site.trouble import BuildError
from ketenhandboek.undisturbed import undisturbed
from ketenhandboek.wording import cause

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PREFIX = ".keten-"


@contextmanager
def workshop(place: Path) -> Iterator[Path]:
    """An empty folder on the file system of `place`, gone at the end. Raises BuildError."""
    near = next(path for path in place.parents if path.is_dir())
    work = near / f"{PREFIX}{token_hex(8)}"
    # The name comes first, so that Ctrl+C right after the folder is made finds it.
    try:
        _make(work)
        yield work
    finally:
        with undisturbed():
            shutil.rmtree(work, ignore_errors=True)


def _make(work: Path) -> None:
    try:
        work.mkdir(mode=0o700)
    except OSError as error:
        raise BuildError(f"In de map '{work.parent}' kan geen handboek komen: {cause(error)}.") from None


def swap(fresh: Path, place: Path) -> None:
    """Move the folder `fresh`, in a workshop, to `place`; the old site ends in the workshop.

    Raises BuildError or OSError, with the old site back in its place, or else told where it is.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_name(f"{fresh.parent.name}-vorige")
    with _alone_in(place.parent):
        require_replaceable(place)
        with undisturbed():
            _exchange(fresh, place, aside)


def _exchange(fresh: Path, place: Path, aside: Path) -> None:
    try:
        if place.exists():
            place.rename(aside)
        fresh.rename(place)
    finally:
        if aside.exists():
            _settle(aside, place, fresh)


def _settle(aside: Path, place: Path, fresh: Path) -> None:
    """Give up the old site when the new one is in its place; else bring it back."""
    if place.exists() and not fresh.exists():
        aside.rename(fresh.parent / aside.name)
        return
    try:
        aside.rename(place)
    except OSError as error:
        raise BuildError(
            f"Het nieuwe handboek kwam niet op zijn plaats: {cause(error)}. "
            f"Het vorige staat nog in '{aside}'. Geef die map weer de naam '{place.name}'."
        ) from None


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait for other builds that swap in the same folder; Windows refuses a folder in use by itself."""
    if sys.platform == "win32":
        yield
        return
    from fcntl import LOCK_EX, flock

    handle = os.open(folder, os.O_RDONLY)
    try:
        flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)
