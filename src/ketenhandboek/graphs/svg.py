"""The raw SVG of Graphviz, rebuilt as an element to put inside a page.

Only shapes and their positions come from Graphviz. Names, links, classes and ids come from the view, colours
from the style sheet `pictures.css`.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, tostring

from ketenhandboek.graphs.text import clean
from ketenhandboek.graphs.view import Edge, EdgeKind, Node, NodeKind, View

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = ("path", "polygon", "polyline", "ellipse", "text")
_GEOMETRY = ("points", "d", "cx", "cy", "rx", "ry", "x", "y", "text-anchor", "font-size")
_LINE = ("stroke-dasharray", "stroke-width")


@lru_cache(maxsize=1 << 10)
def inline(raw: str, view: View) -> str:
    """The drawing of the view as one `<svg>` element without namespace, colour or script.

    Ids begin with `kh-<view id>`; nodes bear their id in `data-node`, edges theirs in `data-from`, `data-to`.
    Screen readers skip the edges: these stand in the table. Raises ValueError when `raw` does not show every
    node and edge of the view.
    """
    try:
        return tostring(_rebuilt(fromstring(raw), view), encoding="unicode")
    except (ParseError, KeyError) as error:
        raise ValueError(f'This is no drawing of view "{view.id}".') from error


def _rebuilt(drawing: Element, view: View) -> Element:
    drawn = {group.attrib["id"]: group for group in drawing.iter(f"{_SVG}g")}
    svg = _root(drawing.attrib["viewBox"], view)
    canvas = SubElement(svg, "g", transform=drawn["graph0"].attrib["transform"])
    for name, group in _groups(view):
        group.set("id", f"kh-{view.id}-{name}")
        link = group.find("a")
        _copy_shapes(drawn[name], group if link is None else link)
        canvas.append(group)
    return svg


def _root(view_box: str, view: View) -> Element:
    prefix = f"kh-{view.id}"
    _, _, width, height = (math.ceil(float(number)) for number in view_box.split())
    svg = Element("svg", {"id": prefix, "class": "kh-picture", "role": "group", "viewBox": view_box})
    svg.attrib |= {"width": str(width), "height": str(height)}
    svg.attrib |= {"aria-labelledby": f"{prefix}-title", "aria-describedby": f"{prefix}-desc"}
    SubElement(svg, "title", id=f"{prefix}-title").text = clean(view.title)
    SubElement(svg, "desc", id=f"{prefix}-desc").text = clean(view.description)
    return svg


def _groups(view: View) -> Iterator[tuple[str, Element]]:
    """Every element of the view, from back to front, with its id in the DOT source."""
    edge_kinds = {kind.id: kind for kind in view.edge_kinds}
    labels = {node.id: node.label for node in view.nodes}
    for number, edge in enumerate(view.edges, 1):
        yield f"e{number}", _edge(edge, edge_kinds[edge.kind], labels)
    used = {node.cluster for node in view.nodes}
    for number, cluster in enumerate(view.clusters, 1):
        if cluster.id in used:
            yield f"c{number}", Element("g", {"class": "kh-cluster"})
    node_kinds = {kind.id: kind for kind in view.node_kinds}
    for number, node in enumerate(view.nodes, 1):
        yield f"n{number}", _node(node, node_kinds[node.kind], view.focus == node.id)


def _edge(edge: Edge, kind: EdgeKind, labels: dict[str, str]) -> Element:
    group = Element("g", {"class": _classes("edge", kind), "aria-hidden": "true"})
    group.attrib |= {"data-from": clean(edge.source), "data-to": clean(edge.target)}
    if edge.tags:
        group.set("data-tags", clean(" ".join(edge.tags)))
    ends = f"{labels[edge.source]} → {labels[edge.target]}"
    SubElement(group, "title").text = _tooltip(ends, edge.label, edge.note)
    return group


def _node(node: Node, kind: NodeKind, focus: bool) -> Element:
    classes = f"{_classes('node', kind)} kh-focus" if focus else _classes("node", kind)
    group = Element("g", {"class": classes, "data-node": clean(node.id)})
    SubElement(group, "title").text = _tooltip(node.label, node.note)
    if node.url is not None:
        SubElement(group, "a", {"href": node.url, "aria-label": clean(node.label)})
    return group


def _classes(what: str, kind: NodeKind | EdgeKind) -> str:
    return f"kh-{what} kh-kind-{kind.id} kh-tone-{kind.tone}"


def _tooltip(*parts: str) -> str:
    return " – ".join(clean(part) for part in parts if part)


def _copy_shapes(drawn: Element, target: Element) -> None:
    for shape in drawn.iter():
        tag = shape.tag.removeprefix(_SVG)
        if tag in _SHAPES:
            kept = {name: shape.attrib[name] for name in (*_GEOMETRY, *_LINE) if name in shape.attrib}
            SubElement(target, tag, kept | _paint(shape, tag)).text = shape.text


def _paint(shape: Element, tag: str) -> dict[str, str]:
    """Whether the shape has a fill and a line; without the style sheet both take the colour of the text."""
    if tag == "text":
        return {"fill": "currentColor"}
    return {
        name: "none" if shape.get(name, "none") in ("none", "transparent") else "currentColor"
        for name in ("fill", "stroke")
    }
