"""A folder of generated files: only what differs is written, what is no longer made disappears."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def write_tree(root: Path, files: Mapping[str, str], owned: Iterable[str]) -> int:
    """Make the folders `owned` below `root` hold exactly these files (path → text); the number written.

    Each file is replaced in one step, so that a reader never meets half of it.
    """
    written = sum(write_whole(root / path, text.encode("utf-8")) for path, text in files.items())
    wanted = {root / path for path in files}
    for folder in owned:
        _remove_orphans(root / folder, wanted)
    return written


def write_whole(path: Path, content: bytes) -> bool:
    """Write a file in one step, unless it holds this already; returns whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)
    return True


def _remove_orphans(folder: Path, wanted: set[Path]) -> None:
    for path in (*sorted(folder.rglob("*"), reverse=True), folder):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink(missing_ok=True)
