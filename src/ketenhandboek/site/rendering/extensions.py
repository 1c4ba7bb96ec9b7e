"""The extensions of Markdown that a site uses, and what is known of them."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cached_property
from importlib.metadata import entry_points, version
from typing import Any

_MADE_BY = ("markdown", "mkdocs", "pygments", "pymdown-extensions")
_KNOWN = ("markdown.extensions.", "pymdownx.")
_READS_FILES = ("pymdownx.b64", "pymdownx.snippets")
_APART = {
    "markdown.extensions.admonition",
    "markdown.extensions.attr_list",
    "markdown.extensions.def_list",
    "markdown.extensions.fenced_code",
    "markdown.extensions.footnotes",
    "markdown.extensions.md_in_html",
    "markdown.extensions.tables",
    "markdown.extensions.toc",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
}
"""With these a piece of a page is what it is in the whole; others may count through."""


class Extensions:
    """Those in `values`, the settings of a build."""

    def __init__(self, values: Any) -> None:
        self._values = values

    @cached_property
    def settings(self) -> str:
        """All that determines the outcome beside the page; empty when that is more than we can know."""
        if not all(name.startswith(_KNOWN) and name not in _READS_FILES for name in self._modules):
            return ""
        with suppress(TypeError):
            told = self._values.markdown_extensions, self._values.mdx_configs
            links = dict(self._values.validation.links)
            return json.dumps((*told, links, [version(name) for name in _MADE_BY]))
        return ""

    @cached_property
    def in_pieces(self) -> bool:
        """Whether a page may be rendered in pieces; lines of code can be made to count through."""
        return self._modules <= _APART and not self._values.mdx_configs.get("pymdownx.highlight")

    @cached_property
    def _modules(self) -> set[str]:
        short = {point.name: point.module for point in entry_points(group="markdown.extensions")}
        return {short.get(name, name) for name in self._values.markdown_extensions}
