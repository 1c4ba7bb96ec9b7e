"""Drawings apart from the text of a page: Markdown would look at each of their elements, and change none."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# As `.*?</svg>` finds it, but three times as fast.
_DRAWING = re.compile(r'<svg id="[^"]*" class="kh-picture"[^<\n]*+(?:<(?!/svg>)[^<\n]*+)*+</svg>')
_ID = re.compile(r'\sid="([^"]*)"')
_PLACE = '<svg id="kh-drawing-{}"></svg>'


def around_drawings(markdown: str, render: Callable[[str], str]) -> str:
    """The HTML that `render` makes of a text, which it gets with an empty place for each drawing.

    Where a place does not come back as it was, such as in an example of code, it gets the whole text.
    """
    number = count()
    html = render(_DRAWING.sub(lambda _: _PLACE.format(next(number)), markdown))
    drawings = {_PLACE.format(number): drawing for number, drawing in enumerate(_DRAWING.findall(markdown))}
    if any(html.count(place) != 1 for place in drawings):
        return render(markdown)
    for place, drawing in drawings.items():
        html = html.replace(place, drawing)
    return html


def without_drawings(html: str) -> str:
    """A page with nothing in place of its drawings."""
    return _DRAWING.sub("", html)


def anchors_in(html: str, markdown: str, found: Iterable[str]) -> set[str]:
    """What a link can lead to on a page: of what MkDocs found only what is there, and all in its drawings."""
    drawings = _DRAWING.findall(markdown)
    places = {f"kh-drawing-{number}" for number in range(len(drawings))}
    drawn = (anchor for drawing in drawings if drawing in html for anchor in _ID.findall(drawing))
    return {anchor for anchor in found if anchor not in places or f'id="{anchor}"' in html} | {*drawn}
