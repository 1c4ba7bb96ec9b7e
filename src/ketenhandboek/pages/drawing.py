"""A picture on a page with its table, both from the same view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.graphs.figure import figure
from ketenhandboek.graphs.table import table
from ketenhandboek.pages.markup import Markup, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.graphs.table import Row
    from ketenhandboek.graphs.view import View
    from ketenhandboek.pages.page import Book


def picture(book: Book, view: View | None) -> Markup:
    """The figure, and folded under it the table that says the same; nothing without a view."""
    if view is None or not view.nodes:
        return Markup("")
    return Markup(
        "\n".join(
            [figure(view, book.draw(view)), "", '??? note "Tabel bij deze tekening"', "", *_table(view)]
        )
    )


def _table(view: View) -> Iterator[str]:
    """Numbers only where the lines of the picture bear them."""
    content = table(view)
    head = ("Nr.", "Van", "Naar", "Wat") if view.numbered else ("Van", "Naar", "Wat")
    if content.rows:
        yield f"    | {' | '.join(head)} |"
        yield f"    |{'---|' * len(head)}"
    for row in content.rows:
        cells = (str(row.number), plain(row.source.label), plain(row.target.label), _what(row))
        yield f"    | {' | '.join(cells[-len(head) :])} |"
    if content.unconnected:
        names = ", ".join(plain(node.label) for node in content.unconnected)
        yield f"\n    Zonder verbinding: {names}."
    for remark in content.remarks:
        yield f"\n    {plain(remark)}"


def _what(row: Row) -> Markup:
    """`Draagt over: opvang (drie keer)`."""
    label = f"{row.kind}: {row.label}" if row.label else row.kind
    return plain(f"{label} ({row.note})" if row.note else label)
