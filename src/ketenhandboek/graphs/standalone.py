"""A picture as a file of its own, that shows without the style sheet of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring, tostring

from ketenhandboek.graphs.text import clean
from ketenhandboek.graphs.view import Edge, Node

if TYPE_CHECKING:
    from collections.abc import Collection

    from ketenhandboek.graphs.pictures import Picture

_TONES = ("#65727a", "#2a6f7c", "#4c7a3f", "#8f6a1c", "#7d5391", "#a24d3d", "#4a64a8")
_STYLE = """
.kh-picture { background: #fdfbf7; color: #1b2a32 }
text { fill: #1b2a32; font-family: Arial, "Liberation Sans", Helvetica, sans-serif }
.kh-node path, .kh-node polygon, .kh-node ellipse { fill: currentcolor; fill-opacity: .1 }
.kh-cluster polygon { fill: none }
.kh-edge text { paint-order: stroke; stroke: #fdfbf7; stroke-width: 4 }
.kh-edge .kh-head { fill: currentcolor }
.kh-marked > :not(text) { stroke-width: 3.5 }
.kh-marked text { font-weight: 700 }
"""
"""The colours of the site by day; `currentcolor` comes from the tone of the group."""


def standalone(picture: Picture, marked: Collection[Node | Edge] = ()) -> str:
    """The text of an SVG file; the nodes and edges that are `marked` stand out by thicker lines."""
    svg = fromstring(picture.svg)
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    names = {_name(thing) for thing in marked}
    for group in svg.iter("g"):
        if _drawn(group) in names:
            group.set("class", f"{group.get('class')} kh-marked")
    style = Element("style")
    style.text = _STYLE + "".join(f".kh-tone-{n} {{ color: {tone} }}\n" for n, tone in enumerate(_TONES))
    svg.insert(0, style)
    return tostring(svg, encoding="unicode") + "\n"


def _name(thing: Node | Edge) -> tuple[str | None, ...]:
    if isinstance(thing, Node):
        return (clean(thing.id),)
    return clean(thing.source), clean(thing.target)


def _drawn(group: Element) -> tuple[str | None, ...]:
    node = group.get("data-node")
    return (node,) if node is not None else (group.get("data-from"), group.get("data-to"))
