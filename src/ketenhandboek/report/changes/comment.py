"""The comment under a pull request with all that stands beside it, as the files of one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.report.changes import markdown, text
from ketenhandboek.report.changes.beside import EVERYTHING, Beside, drawn
from ketenhandboek.report.changes.pictures import redrawn

if TYPE_CHECKING:
    from ketenhandboek.changes.pair import Pair
    from ketenhandboek.changes.values import Comparison
    from ketenhandboek.graphs.pictures import Studio

COMMENT = "reactie.md"


def comment_files(
    comparison: Comparison, pair: Pair, studio: Studio, *, address: str = "", preview: str = ""
) -> dict[str, str]:
    """The files (name → text): the comment, every change as text, and pictures before and after.

    At `address` these files can be read once they stand there; `preview` is that of the handbook to be.
    """
    pictures = redrawn(comparison, pair.old, pair.new)
    files = {EVERYTHING: text.render(comparison), **drawn(pictures, studio)}
    return {COMMENT: markdown.render(comparison, Beside(preview, address, pictures, files)), **files}
