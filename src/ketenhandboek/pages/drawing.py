"""A picture on a page with its table, both from the same view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.graphs.figure import figure
from ketenhandboek.graphs.table import table
from ketenhandboek.pages.markup import Markup, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    content = table(view)
    if content.rows:
        yield "    | Nr. | Van | Naar | Waarvoor | Hoe |"
        yield "    |---|---|---|---|---|"
    for row in content.rows:
        cells = (
            row.number,
            plain(row.source.label),
            plain(row.target.label),
            _with_note(row.label, row.note),
            row.kind,
        )
        yield f"    | {' | '.join(str(cell) for cell in cells)} |"
    if content.unconnected:
        names = ", ".join(plain(node.label) for node in content.unconnected)
        yield f"\n    Zonder verbinding: {names}."
    for remark in content.remarks:
        yield f"\n    {plain(remark)}"


def _with_note(label: str, note: str) -> Markup:
    return plain(f"{label} ({note})" if note else label)
