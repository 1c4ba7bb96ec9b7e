"""Markdown to HTML by MkDocs, only for pages of which it is not kept what that gave."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager, suppress
from functools import cached_property
from importlib.metadata import entry_points, version
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ketenhandboek.site.rendering.drawings import around_drawings
from ketenhandboek.site.rendering.rendered import Rendered, address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import File

    from ketenhandboek.store import Store

_MADE_BY = ("markdown", "mkdocs", "pygments", "pymdown-extensions")
_KNOWN = ("markdown.extensions.", "pymdownx.")
_READS_FILES = ("pymdownx.b64", "pymdownx.snippets")


class Renderer:
    """Renders the pages of one build with the settings `values`.

    What MkDocs complains about is not kept, so that it complains again the next time.
    """

    def __init__(self, store: Store, values: Any) -> None:
        self._store = store
        self._values = values

    @cached_property
    def settings(self) -> str:
        """All that determines the outcome beside the page; empty when that is more than we can know."""
        extensions = self._values.markdown_extensions
        short = {point.name: point.module for point in entry_points(group="markdown.extensions")}
        names = [short.get(name, name) for name in extensions]
        if not all(name.startswith(_KNOWN) and name not in _READS_FILES for name in names):
            return ""
        with suppress(TypeError):
            options = self._values.mdx_configs, dict(self._values.validation.links)
            return json.dumps((extensions, *options, [version(name) for name in _MADE_BY]))
        return ""

    def render(self, page: Page, config: Any, files: Files) -> None:
        """What MkDocs would do in `page.render`, if need be by that."""
        source = "\n".join((self.settings, page.file.src_uri, page.file.url, page.markdown or ""))
        kept = self._kept(source)
        if kept and kept.fits(files):
            kept.give(page, files)
        else:
            self._keep(source, page, _fresh(page, config, files))

    def _kept(self, source: str) -> Rendered | None:
        with suppress(OSError, ValueError, TypeError):
            return Rendered.read(self._store.read(source))
        return None

    def _keep(self, source: str, page: Page, targets: dict[str, str] | None) -> None:
        """Keep a page, unless it is uncertain where its links lead; a full disk costs time, not pages."""
        if targets is not None and page.links_to_anchors is not None:
            with suppress(OSError):
                self._store.keep(source, Rendered.of(page, targets).text())


def _fresh(page: Page, config: Any, files: Files) -> dict[str, str] | None:
    """Let MkDocs render the page; the addresses it links to by path, or None when it complained."""
    asked, whole = _Asked(files), page.markdown or ""

    def render(markdown: str) -> str:
        page.markdown = markdown
        Page.render(page, config, asked)
        return page.content or ""

    with _heard() as complaints:
        page.content = around_drawings(whole, render)
    page.markdown = whole
    targets = {path: address for path, address in asked.found.items() if address is not None}
    return None if complaints or len(targets) < len(asked.found) else targets


class _Asked(Files):
    """Files that remember what is asked for while a page is rendered."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._known = files
        self.found: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file, if there is one."""
        file = self._known.get_file_from_path(path)
        self.found[path] = address_of(file)
        return file


class _Complaints(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.records.append(record)


@contextmanager
def _heard() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs and others log while this holds; MkDocs does not always pass its records on."""
    complaints = _Complaints()
    loggers = logging.getLogger("mkdocs"), logging.getLogger()
    for logger in loggers:
        logger.addHandler(complaints)
    try:
        yield complaints.records
    finally:
        for logger in loggers:
            logger.removeHandler(complaints)
