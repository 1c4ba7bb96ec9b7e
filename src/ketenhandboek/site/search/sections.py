"""The index of the theme's search, filled in a third of the time with what the theme's own parser finds.

That parser takes every element apart, also in drawings; here only the few that matter for searching.
"""

from __future__ import annotations

import json
import re
from functools import partial
from html import escape, unescape
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from material.plugins.search.plugin import Element, SearchIndex, SearchPlugin, Section, void

from ketenhandboek.site.rendering.drawings import without_drawings
from ketenhandboek.site.rendering.rendered import tokens

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from ketenhandboek.store import Store

SEARCH = "material/search"
"""The name of the theme's search among the plugins of a build."""
_MARK = "data-search-"
_KEPT = {"p", "code", "pre", "li", "ol", "ul", "sub", "sup"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_NEVER = {"object", "script", "style"}
_TOKEN = re.compile(
    r"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->"
    r"|<(/?)([a-zA-Z][^\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|([^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


def use_sections(plugins: Any, store: Store) -> None:
    """Give the theme's search, if it is among the plugins of a build that begins, a `SectionIndex`."""
    search = plugins.get(SEARCH)
    if isinstance(search, SearchPlugin) and search.config.enabled:
        search.search_index = SectionIndex(store, search.config)
        listeners = plugins.events["page_context"]
        listeners[listeners.index(search.on_page_context)] = partial(take_in, search)


def take_in(search: SearchPlugin, context: Any, *, page: Page, config: Any, nav: Any) -> None:
    """As the theme's search does, without its look for marks of its own where none stand: that takes long."""
    if search.config.enabled and _MARK not in (page.content or ""):
        search.search_index.add_entry_from_context(page)
    else:
        search.on_page_context(context, page=page, config=config, nav=nav)


class SectionIndex(SearchIndex):  # type: ignore[misc]
    """The theme's index of pages and their sections; the entries of a page are kept in the store.

    A drawing says nothing that does not stand in its table, where a reader finds it in whole sentences.
    """

    def __init__(self, store: Store, config: Any) -> None:
        super().__init__(**config)
        self._store = store
        self._made_by = version("mkdocs-material")

    def add_entry_from_context(self, page: Page) -> None:
        """Add the sections of a page."""
        about = json.dumps([page.url, page.title, page.meta, tokens(page.toc), self._made_by], default=str)
        html = without_drawings(page.content or "")
        kept = self._store.made(f"{about}\n{html}", lambda: json.dumps(self._found(page, html)))
        self.entries += json.loads(kept)

    def _found(self, page: Page, html: str) -> list[dict[str, Any]]:
        alone = SearchIndex(**self.config)
        if not (page.meta.get("search") or {}).get("exclude"):
            for section in sections(html):
                if not section.is_excluded():
                    alone.create_entry_for_section(section, page.toc, page.url, page)
        entries: list[dict[str, Any]] = alone.entries
        return entries


def sections(html: str) -> list[Any]:
    """What stands under each heading of a page, with the tags that the theme shows in its results."""
    reader = _Reader()
    for closing, tag, attributes, text in _TOKEN.findall(html):
        if text:
            reader.read(unescape(text))
        elif closing:
            reader.close(tag.lower())
        elif tag:
            reader.open(tag.lower(), attributes)
            if attributes.endswith("/"):
                reader.close(tag.lower())
    return reader.found


class _Reader:
    """Takes tags and text one after the other, and divides them over the sections `found`."""

    def __init__(self) -> None:
        self.found: list[Any] = []
        self._section: Any = None
        self._within: list[str] = []
        self._skipped = set(_NEVER)
        self._permalinks: list[int] = []

    def open(self, tag: str, attributes: str) -> None:
        """Begin an element."""
        if tag in void:
            return
        self._within.append(tag)
        if tag in _HEADINGS:
            self._begin(tag, _parsed(attributes))
        if self._section is None:
            self._preface(0)
        if "data-search-exclude" in attributes or "linenodiv" in attributes:
            self._skipped |= _hidden(tag, _parsed(attributes))
        if tag in _KEPT and self._shows:
            self._place.append(f"<{tag}>")
        elif tag == "a" and _parsed(attributes).get("class") == "headerlink":
            self._permalinks.append(len(self._within))

    def close(self, tag: str) -> None:
        """End an element; an end without a beginning says nothing."""
        if not self._within or self._within[-1] != tag:
            return
        if self._section.depth > len(self._within):
            self._leave_section()
        if tag == "a" and self._permalinks[-1:] == [len(self._within)]:
            self._permalinks.pop()
        self._within.pop()
        if tag in self._skipped:
            self._skipped -= {tag} - _NEVER
        elif tag in _KEPT and self._shows:
            self._end(tag, self._place)

    def read(self, text: str) -> None:
        """Take in text; white space counts once."""
        if not self._shows:
            return
        if self._section is None:
            self._preface(0)
        as_written = "pre" in self._within
        if not as_written:
            text = " " if text.isspace() else text.replace("\n", " ")
        if self._section.el.tag in self._within:
            self._section.title += [] if self._permalinks else [escape(text, quote=False)]
        elif not text.isspace():
            self._section.text.append(escape(text, quote=False))
        elif as_written or not self._section.text or not self._section.text[-1].isspace():
            self._section.text.append(text)

    @property
    def _shows(self) -> bool:
        return self._skipped.isdisjoint(self._within)

    @property
    def _place(self) -> list[str]:
        """Where tags go: to the heading that is open, else to what stands under it."""
        section = self._section
        within: list[str] = section.title if section.el.tag in self._within else section.text
        return within

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if "id" not in attributes:
            return
        if tag != "h1" and not self.found:
            self._preface(len(self._within))
        self._section = Section(Element(tag, attributes), len(self._within))
        if self.found:
            self._section.id = attributes["id"]
        self.found.append(self._section)

    def _preface(self, depth: int) -> None:
        self._section = Section(Element("hx"), depth)
        self.found.append(self._section)

    def _leave_section(self) -> None:
        """Go back to the section around a heading: the element ends in which that heading stands."""
        around = (section for section in reversed(self.found) if section.depth <= len(self._within))
        section = next(around, None)
        if section:
            self._section.depth = float("inf")
            self._section = section

    def _end(self, tag: str, place: list[str]) -> None:
        """End an element that is shown, or take it away when nothing is in it."""
        start = place.index(f"<{tag}>")
        if all(map(str.isspace, place[start + 1 :])):
            del place[start:]
        else:
            place.append(f"</{tag}>")


def _hidden(tag: str, attributes: dict[str, str]) -> set[str]:
    return {tag} if "data-search-exclude" in attributes or attributes.get("class") == "linenodiv" else set()


def _parsed(attributes: str) -> dict[str, str]:
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(attributes)
    }
