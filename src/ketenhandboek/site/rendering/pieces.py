"""A page that changed, rendered only where it changed; the rest comes from an earlier rendering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_relative_url

from ketenhandboek.site.rendering.cutting import cut, mark
from ketenhandboek.site.rendering.rendered import Rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Link = tuple[str, str, str]
    """A file, an anchor in it, and the link as written."""

_HEADING = re.compile(r"\n(?=<h2\b)")
_ANCHOR = re.compile(r'\s(?:id|name)="([^"]*)"')
_LINK = re.compile(r'\shref="([^"]*#[^"]*)"')
_NUMBERED = re.compile(r"_\d+$")
_END = "## Einde"
"""A piece behind those to render, so that none of them is the last."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What was made of a piece; `title` is that of the page, for the piece that begins with it."""

    html: str
    title: str | None
    entry: dict[str, Any]
    anchors: frozenset[str]
    links: frozenset[Link]


def renewed(
    markdown: str, earlier: Rendered, url: str, render: Callable[[str], Rendered | None]
) -> Rendered | None:
    """What a page at some address gives, while `render` gets only the pieces that are new.

    None where that can't be known from the pieces, and where `render` gives None.
    """
    texts = cut(markdown, {*earlier.pieces})
    marks = [mark(text) for text in texts]
    known = _known(earlier, marks, url)
    new = [text for text, name in zip(texts, marks, strict=True) if name not in known]
    if not known or len({*marks}) < len(marks):
        return None
    fresh = render("\n\n".join([*new, _END])) if new else Rendered.nothing()
    made = _pieces(fresh, len(new) + 1, url)[:-1] if fresh else []
    if fresh is None or len(made) < len(new):
        return None
    known |= zip(map(mark, new), made, strict=True)
    return _joined([known[name] for name in marks], (earlier, fresh), mark(markdown), marks)


def _known(earlier: Rendered, marks: list[str], url: str) -> dict[str, _Piece]:
    """What an earlier rendering has of a page with these pieces.

    Its last piece only where that is the last again: what follows it is not in its HTML.
    """
    found = zip(earlier.pieces, _pieces(earlier, len(earlier.pieces), url), strict=False)
    last = earlier.pieces[-1:] == marks[-1:]
    return {name: piece for name, piece in found if name in marks and (last or name != earlier.pieces[-1])}


def _pieces(rendered: Rendered, count: int, url: str) -> list[_Piece]:
    """What was made of `count` pieces, each by itself; none where that does not show."""
    htmls = _HEADING.split(rendered.html) if rendered.html else []
    entries = list(_entries(rendered.toc))
    if not len(htmls) == len(entries) == count or not all(map(_begins, htmls, entries)):
        return []
    links = _by_address(rendered, url)
    pieces = [_piece(html, entry, rendered, links) for html, entry in zip(htmls, entries, strict=True)]
    found = set(chain.from_iterable(piece.links for piece in pieces))
    return pieces if found >= set(links.values()) else []


def _entries(toc: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entry of each piece among the contents: the title of the page, if it is among them, comes first."""
    for entry in toc:
        if entry["level"] == 1:
            yield {**entry, "children": []}
            yield from entry["children"]
        else:
            yield entry


def _begins(html: str, entry: dict[str, Any]) -> bool:
    """Whether a piece begins with this heading, of the first level or of the second."""
    return f'<h{min(entry["level"], 2)} id="{entry["id"]}"' in html


def _by_address(rendered: Rendered, url: str) -> dict[str, Link]:
    """The links of a page to anchors, by what stands in its HTML."""
    links = ((file, *link) for file, found in rendered.linked.items() for link in found.items())
    return {_address(link, rendered.targets, url): link for link in links}


def _address(link: Link, targets: dict[str, str], url: str) -> str:
    file, anchor, written = link
    return f"{get_relative_url(targets[file], url)}#{anchor}" if file in targets else written


def _piece(html: str, entry: dict[str, Any], rendered: Rendered, links: dict[str, Link]) -> _Piece:
    addresses = {unescape(address) for address in _LINK.findall(html)}
    found = frozenset(link for address, link in links.items() if address in addresses)
    anchors = frozenset(map(unescape, _ANCHOR.findall(html)))
    return _Piece(html, rendered.title if entry["level"] == 1 else None, entry, anchors, found)


def _joined(
    pieces: list[_Piece], parts: tuple[Rendered, Rendered], source: str, marks: list[str]
) -> Rendered | None:
    """A page of pieces; None where Markdown would give its headings other numbers or another order."""
    title, *entries = (piece.entry for piece in pieces)
    anchors = [anchor for piece in pieces for anchor in piece.anchors]
    levels = title["level"], *{entry["level"] for entry in entries}
    if levels != (1, 2) or len(anchors) > len({*anchors}) or any(map(_is_numbered, entries)):
        return None
    linked: dict[str, dict[str, str]] = {}
    for file, anchor, written in chain.from_iterable(piece.links for piece in pieces):
        linked.setdefault(file, {})[anchor] = written
    return Rendered(
        html="\n".join(piece.html for piece in pieces).rstrip(),
        title=pieces[0].title,
        toc=[{**title, "children": entries}],
        anchors=sorted({*anchors} & {*parts[0].anchors, *parts[1].anchors}),
        targets=parts[0].targets | parts[1].targets,
        linked=linked,
        source=source,
        pieces=marks,
    )


def _is_numbered(entry: dict[str, Any]) -> bool:
    """Whether the number behind the name of a heading may come from another heading with that name."""
    return bool(_NUMBERED.search(entry["id"])) or any(map(_is_numbered, entry["children"]))
