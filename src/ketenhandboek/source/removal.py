"""Taking an item out of a list, without a word that is not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Edit, Span

if TYPE_CHECKING:
    from ketenhandboek.source.document import Place


def removal(item: Place) -> Edit | None:
    """The edit that takes out the lines of an item; None when a comment would go with it.

    The list must have other items: an empty list is no list.
    """
    text, start, end = item.document.text, item.node.start_mark, item.node.end_mark
    own = text[start.index : end.index].splitlines()
    while len(own) > 1 and not own[-1].partition("#")[0].strip():
        own.pop()
    first, last = start.line, start.line + len(own)
    lines = text.splitlines()[first:last]
    alone = lines[0][: start.column].strip() == "-"
    if not alone or any("#" in line for line in lines):
        return None
    return Edit(Span(item.document.file, first + 1, 1, last + 1, 1), "")
