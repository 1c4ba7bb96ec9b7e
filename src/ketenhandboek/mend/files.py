"""The files of a region that may be changed, and changing one in a single step."""

from __future__ import annotations

import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

BOM = b"\xef\xbb\xbf"


class ChangedMeanwhileError(Exception):
    """Somebody else changed the file after it was read; the message is its name."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file with what it held and what it is to hold; `shown` is its name in messages."""

    path: Path
    shown: str
    old: bytes
    new: bytes


def may_change(path: Path, folder: Path) -> bool:
    """Whether a file itself stands inside the folder: no link, and not reached through one."""
    return not path.is_symlink() and path.resolve().is_relative_to(folder.resolve())


def text_of(content: bytes) -> str:
    """The text of a file, without the mark that some editors put at the start. Raises UnicodeDecodeError."""
    return content.removeprefix(BOM).decode("utf-8")


def content_of(text: str, like: bytes) -> bytes:
    """The text as bytes, with that mark if the file had it."""
    return (BOM if like.startswith(BOM) else b"") + text.encode("utf-8")


def write(file: Rewritten) -> None:
    """Put the new content in place in one step, under the same rights.

    Raises OSError, or ChangedMeanwhileError; the file then holds what it held.
    """
    if file.path.read_bytes() != file.old:
        raise ChangedMeanwhileError(file.shown)
    handle, name = tempfile.mkstemp(dir=file.path.parent, prefix=".", suffix=".new")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(file.new)
        fresh.chmod(stat.S_IMODE(file.path.stat().st_mode))
        fresh.replace(file.path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
