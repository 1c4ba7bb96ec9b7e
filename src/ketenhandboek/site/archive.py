"""A folder as one zip, of which the bytes depend on nothing but its files and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_READABLE = 0o100644 << 16
_UNIX = 3


def zip_folder(folder: Path, target: Path, day: date, top: str) -> None:
    """Write every file below `folder` to the zip `target`, in one folder `top`, as if made on `day`."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.writestr(
                    _entry(f"{top}/{path.relative_to(folder).as_posix()}", day), path.read_bytes()
                )


def _entry(name: str, day: date) -> ZipInfo:
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _READABLE
    return entry
