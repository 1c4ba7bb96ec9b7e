"""Where a site may come: an empty place or an earlier handbook, apart from all that somebody made."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import ketenhandboek
from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping

MARK = ".ketenhandboek"
_MARK_TEXT = "Deze map is gemaakt door keten build. Een volgende keer wordt alles hierin vervangen.\n"
_PROGRAMS = {".git", ".keten"}
_ELSEWHERE = "Kies voor het handboek een andere map, zoals site."


def mark(site: Path) -> None:
    """Note that this folder holds a handbook, so that a later build may replace it."""
    (site / MARK).write_text(_MARK_TEXT, encoding="utf-8")


def safe_place(out: Path, home: Path, apart: Mapping[str, Path]) -> Path:
    """The folder behind `out`, links followed, when a site may come there.

    The site may lie inside `home`, the folder of the settings, but must not overlap with the folders
    `apart`, each named by what it is in Dutch. Raises BuildError.
    """
    place = out.resolve()
    around = {"de map met de instellingen": home, **_own()}
    for what, folder in {**around, **apart, "de map met het programma": _program()}.items():
        relation = _relation(place, folder.resolve(), inside=what not in around)
        if relation:
            raise BuildError(f"De map '{out}' {relation} {what}. {_ELSEWHERE}")
    if place == place.parent or _PROGRAMS & set(place.parts):
        raise BuildError(f"De map '{out}' is niet voor een handboek. {_ELSEWHERE}")
    above = next(path for path in place.parents if path.exists())
    if not above.is_dir():
        raise BuildError(f"'{out}' kan geen map zijn, want '{above}' is een bestand. {_ELSEWHERE}")
    require_replaceable(out)
    return place


def require_replaceable(out: Path) -> None:
    """Raise BuildError for a file, or a folder that holds anything but an earlier handbook."""
    if out.is_symlink() and not out.exists():
        raise BuildError(f"De koppeling '{out}' wijst naar iets dat niet bestaat. {_ELSEWHERE}")
    if out.exists() and not out.is_dir():
        raise BuildError(f"'{out}' is een bestand en geen map. {_ELSEWHERE}")
    if out.is_dir() and not os.access(out, os.R_OK | os.W_OK | os.X_OK):
        raise BuildError(f"De map '{out}' mag u niet vervangen: u hebt daar geen rechten voor.")
    if out.is_dir() and any(out.iterdir()) and ((out / ".git").exists() or not (out / MARK).is_file()):
        raise BuildError(
            f"In de map '{out}' staat iets anders dan een eerder handboek. "
            "Kies een andere map, of maak deze map zelf eerst leeg."
        )


def _own() -> dict[str, Path]:
    with suppress(RuntimeError):
        return {"uw eigen map": Path.home()}
    return {}


def _program() -> Path:
    return Path(str(ketenhandboek.__file__)).parent


def _relation(place: Path, folder: Path, *, inside: bool) -> str:
    """How a place overlaps with a folder, as a Dutch verb; empty when it does not."""
    if _same(place, folder):
        return "is"
    if _contains(place, folder):
        return "bevat"
    return "ligt in" if inside and _contains(folder, place) else ""


def _contains(outer: Path, inner: Path) -> bool:
    return any(_same(outer, path) for path in inner.parents)


def _same(one: Path, other: Path) -> bool:
    """Also where the file system takes `Data` and `data` for one."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))
