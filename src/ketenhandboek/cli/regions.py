"""A folder that holds no region: what is wrong with it, and which one was probably meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REGION = "regio.yaml"
_DEEPEST = 2
_MOST_NAMES = 3


def no_region(name: str, folder: Path) -> str:
    """Two Dutch sentences about a folder without `regio.yaml`: the fault, and what to type instead."""
    return f"{_fault(name, folder)} {_advice(folder)}"


def _fault(name: str, folder: Path) -> str:
    if not name.strip():
        return "De naam van de map is leeg."
    if folder.is_dir():
        return f"In de map '{name}' staat geen bestand {REGION}.{_misnamed(folder)}"
    if folder.exists():
        return f"'{name}' is een bestand. Deze opdracht kijkt naar alle gegevens van een regio samen."
    return f"De map '{name}' bestaat niet."


def _misnamed(folder: Path) -> str:
    for path in sorted(folder.iterdir()):
        if path.name.lower().split(".")[0] == REGION.split(".")[0]:
            return f" Geef '{path.name}' de naam {REGION}."
    return ""


def _advice(folder: Path) -> str:
    from ketenhandboek.wording import listed

    near = [f"'{os.path.relpath(path)}'" for path in _around(folder.resolve())[:_MOST_NAMES]]
    if near:
        return f"Bedoelde u de map {listed(near, 'of')}?"
    return f"Noem de map met de gegevens van de regio. Daarin staat {REGION}."


def _around(folder: Path) -> list[Path]:
    """The region around a folder, else the regions nearest below it."""
    above = next((path for path in folder.parents if (path / REGION).is_file()), None)
    if above is not None:
        return [above]
    start = next(path for path in (folder, *folder.parents) if path.is_dir())
    return next(filter(None, _below(start)), [])


def _below(folder: Path) -> Iterator[list[Path]]:
    for depth in range(1, _DEEPEST + 1):
        found = (path.parent for path in sorted(folder.glob("*/" * depth + REGION)))
        yield [path for path in found if not _hidden(path.relative_to(folder))]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
