"""One style sheet and one script for a page, made from the small files of the theme: fewer requests."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

_NAME = "handboek"


def bundle(config: Any, files: Files) -> None:
    """Replace the theme's own styles and scripts by one each, among the files and in the settings of a build.

    Those that a region adds itself stay as they are, after those of the theme.
    """
    config.extra_css = _bundled(config, files, config.extra_css, "css")
    config.extra_javascript = _bundled(config, files, config.extra_javascript, "js")


def _bundled(config: Any, files: Files, entries: list[Any], kind: str) -> list[Any]:
    ours = {entry: file for entry in entries if (file := _of_theme(config, files, entry))}
    folders = {posixpath.dirname(entry) for entry in ours}
    if len(folders) != 1:
        return entries
    path = posixpath.join(folders.pop(), f"{_NAME}.{kind}")
    for file in ours.values():
        files.remove(file)
    text = "\n".join(file.content_string for file in ours.values())
    files.append(File.generated(config, path, content=text))
    return [path, *(entry for entry in entries if entry not in ours)]


def _of_theme(config: Any, files: Files, entry: Any) -> File | None:
    """The file of an entry in the settings, when it stands in the theme's folder for own files."""
    file = files.get_file_from_path(entry) if isinstance(entry, str) else None
    return file if file and config.theme.custom_dir and file.src_dir == config.theme.custom_dir else None
