"""The files of a theme without those in hidden folders: 14,000 icons, which MkDocs sees and leaves out."""

from __future__ import annotations

import os
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.theme import Theme


def hide_hidden(theme: Theme) -> None:
    """Let a theme list no files in hidden folders; its templates can still use them."""
    theme.get_env = partial(_environment, theme.get_env)  # type: ignore[method-assign]


def _environment(made: Callable[[], Environment]) -> Environment:
    env = made()
    if isinstance(env.loader, FileSystemLoader):
        env.loader = _Shown(env.loader.searchpath)
    return env


class _Shown(FileSystemLoader):
    def list_templates(self) -> list[str]:
        return sorted({path for folder in self.searchpath for path in _shown(folder)})


def _shown(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (PurePath(here, name).relative_to(folder).as_posix() for name in files)
