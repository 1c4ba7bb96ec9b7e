"""The HTML around a picture: a figure that scrolls, a legend, and what was folded."""

from collections.abc import Iterator, Mapping
from html import escape

from ketenhandboek.graphs.pictures import Failure, Picture
from ketenhandboek.graphs.text import clean
from ketenhandboek.graphs.view import Filter, Line, Shape, View

_OUTLINES: Mapping[Shape, str] = {
    "rounded": "M6 1h16a5 5 0 0 1 5 5v4a5 5 0 0 1-5 5H6a5 5 0 0 1-5-5V6a5 5 0 0 1 5-5Z",
    "box": "M1 1h26v14H1Z",
    "ellipse": "M1 8a13 7 0 0 1 26 0a13 7 0 0 1-26 0Z",
    "octagon": "M7 1h14l6 4v6l-6 4H7l-6-4V5Z",
    "note": "M1 1h21l5 5v9H1ZM22 1v5h5",
    "tab": "M1 4V1h9v3h17v11H1ZM1 4h9",
}
_LINES: Mapping[Line, str] = {
    "solid": "",
    "dashed": ' stroke-dasharray="5,2"',
    "dotted": ' stroke-dasharray="1,5"',
    "bold": ' stroke-width="2.6"',
}


def figure(view: View, drawn: Picture | Failure) -> str:
    """The picture of the view, or a sentence in its place, as one `<figure>` without blank lines."""
    if isinstance(drawn, Failure):
        return '<figure class="kh-figure"><p>Deze tekening ontbreekt. De tabel toont hetzelfde.</p></figure>'
    name = f"Tekening: {_shown(view.title)}"
    return (
        f'<figure class="kh-figure">{_tools(view)}'
        f'<div class="kh-scroll" role="group" tabindex="0" aria-label="{name}">{drawn.svg}</div>'
        f'<figcaption><ul class="kh-legend">{"".join(_entries(view))}</ul>{_sentences(view)}</figcaption>'
        "</figure>"
    )


def _tools(view: View) -> str:
    """The filters, hidden until a script can work them."""
    if not view.filters:
        return ""
    chosen = "".join(map(_choice, view.filters))
    return f'<div class="kh-tools" hidden>{chosen}<span role="status"></span></div>'


def _choice(item: Filter) -> str:
    choices = (("", "Alles"), *item.choices)
    options = "".join(f'<option value="{_shown(tag)}">{_shown(name)}</option>' for tag, name in choices)
    return f"<label>{_shown(item.label)} <select>{options}</select></label>"


def _entries(view: View) -> Iterator[str]:
    for node_kind in view.node_kinds:
        shape = f'<path d="{_OUTLINES[node_kind.shape]}"/>'
        yield _entry("node", node_kind.tone, shape, node_kind.label)
    for edge_kind in view.edge_kinds:
        line = f'<path d="M0 8h20"{_LINES[edge_kind.line]}/><path d="M20 4.5l8 3.5-8 3.5Z" class="kh-head"/>'
        yield _entry("edge", edge_kind.tone, line, edge_kind.label)


def _entry(what: str, tone: int, shape: str, label: str) -> str:
    return (
        f'<li class="kh-key"><svg class="kh-sample kh-{what} kh-tone-{tone}" aria-hidden="true"'
        f' viewBox="0 0 28 16" width="28" height="16" fill="none" stroke="currentColor">{shape}</svg>'
        f"{_shown(label)}</li>"
    )


def _sentences(view: View) -> str:
    numbers = ("De nummers bij de lijnen staan in de tabel.",) if view.numbered and view.edges else ()
    return "".join(f"<p>{_shown(sentence)}</p>" for sentence in (*numbers, *view.folded))


def _shown(text: str) -> str:
    return escape(clean(text))
