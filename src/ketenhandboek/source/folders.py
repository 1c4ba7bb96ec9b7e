"""Folders that must be seen whole: a search passes over a closed one in silence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path


def require_open(folder: Path) -> None:
    """Raise OSError for a folder that can't be opened, at any depth."""
    for _ in os.walk(folder, onerror=_refuse):
        pass


def _refuse(error: OSError) -> NoReturn:
    raise error
