"""Changed files as a unified difference, which `git apply` and `patch -p1` understand."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ketenhandboek.mend.files import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.mend.files import Rewritten

_NO_END = "\n\\ No newline at end of file\n"


def difference(files: Iterable[Rewritten]) -> str:
    """What would change in each file, with three lines around it."""
    return "".join(line for file in files for line in _of(file))


def _of(file: Rewritten) -> Iterable[str]:
    old, new = (text_of(content).splitlines(keepends=True) for content in (file.old, file.new))
    name = file.shown.lstrip("/")
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else line + _NO_END
