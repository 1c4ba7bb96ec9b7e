"""Fill the pages for paper from the built site: the pages of a chapter under each other."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from ketenhandboek.site.tree import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HANDBOOK = "handboek"
FOLDER = f"{HANDBOOK}/afdrukken"
_PLACE = re.compile(r'<div class="kh-printed" data-onderdelen="([^"]*)">.*?</div>', re.DOTALL)
_CONTENTS = re.compile(r'<details class="kh-contents">.*?</details>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink"[^>]*>.*?</a>')
_FOR_SCREENS = re.compile(r'<div class="kh-tools".*?</div>|<title>[^<]*</title>', re.DOTALL)
_DATA = re.compile(r' data-[a-z-]+="[^"]*"')
_HEADING = re.compile(r"(</?h)([1-5])\b")
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_ID = re.compile(r' (id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_LINK = re.compile(r' (href|src)="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def fill_printed(site: Path) -> None:
    """Fill every page for paper below the root of a built site."""
    read = cache(lambda address: _body((site / address / "index.html").read_text("utf-8")))
    place = cache(lambda page, path: posixpath.normpath(posixpath.join(page, path)))
    for page in sorted((site / FOLDER).glob("*/index.html")):
        text = page.read_text("utf-8")
        found = _PLACE.search(text)
        if found:
            sheets = _Sheets(site, page.parent.relative_to(site).as_posix(), found[1].split(), read, place)
            write_whole(page, (text[: found.start()] + sheets.html() + text[found.end() :]).encode())


@dataclass(frozen=True)
class _Sheets:
    """The pages of one chapter; addresses are those of folders below the root of the site.

    `read` gives what paper shows of an address, `place` to which address a path on a page leads.
    """

    site: Path
    here: str
    parts: list[str]
    read: Callable[[str], str]
    place: Callable[[str, str], str]

    def html(self) -> str:
        """A list of contents, and the pages one after the other."""
        entries = "".join(f'<li><a href="#{name}">{_title(text)}</a></li>' for name, text in self._named())
        sheets = "".join(self._sheet(address, text) for address, text in self._bodies.items())
        return f'<details class="kh-contents"><summary>Inhoud</summary><ul>{entries}</ul></details>{sheets}'

    def _named(self) -> Iterator[tuple[str, str]]:
        return ((self._names[address], text) for address, text in self._bodies.items())

    @cached_property
    def _bodies(self) -> dict[str, str]:
        overviews = [f"{HANDBOOK}/{part.removesuffix('/index')}" for part in self.parts]
        pages = (page for overview in overviews for page in (overview, *self._below(overview)))
        return {page: body for page in pages if (body := self.read(page))}

    def _below(self, overview: str) -> list[str]:
        """The pages in the folder of an overview, in the order in which it links to them."""
        text = (self.site / overview / "index.html").read_text("utf-8")
        linked = (self.place(overview, link) for _, link in _LINK.findall(text))
        order = {address: place for place, address in enumerate(dict.fromkeys(linked))}
        folders = (page.parent for page in (self.site / overview).glob("*/index.html"))
        below = sorted(folder.relative_to(self.site).as_posix() for folder in folders)
        return sorted(below, key=lambda address: order.get(address, len(order)))

    @cached_property
    def _names(self) -> dict[str, str]:
        return {address: f"blad-{number}" for number, address in enumerate(self._bodies, 1)}

    def _sheet(self, address: str, body: str) -> str:
        name = self._names[address]
        text = _ID.sub(partial(_prefixed, name), body)
        text = _LINK.sub(lambda link: f' {link[1]}="{self._address(address, link[2])}"', text)
        text = _HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) + 1}", text)
        return f'<section class="kh-sheets" id="{name}">{text}</section>'

    def _address(self, page: str, link: str) -> str:
        """A link as it must be on the page for paper: to a place on it, or to the page that is not on it."""
        if not link or _ELSEWHERE.match(link):
            return link
        path, hash_, anchor = link.partition("#")
        target = self.place(page, path)
        if target in self._names:
            return f"#{self._names[target]}{f'-{anchor}' if anchor else ''}"
        slash = "/" if path.endswith("/") else ""
        return f"{self._away(target)}{slash}{hash_}{anchor}"

    @cached_property
    def _away(self) -> Callable[[str], str]:
        return cache(partial(posixpath.relpath, start=self.here))


def _body(page: str) -> str:
    """What paper shows of a page: from its heading to what readers can do with it; empty without heading."""
    start = page.find("<h1")
    article = page.find("</article>", start)
    actions = page.find('<footer class="kh-actions"', start, article)
    if start < 0:
        return ""
    body = page[start : article if actions < 0 else actions]
    for left_out in (_CONTENTS, _PERMALINK, _FOR_SCREENS, _DATA):
        body = left_out.sub("", body)
    return body.replace("<details", "<details open")


def _prefixed(name: str, found: re.Match[str]) -> str:
    return f' {found[1]}="{" ".join(f"{name}-{id_}" for id_ in found[2].split())}"'


def _title(body: str) -> str:
    found = _TITLE.search(body)
    return re.sub(r"<[^>]*>", "", found[1]) if found else ""
