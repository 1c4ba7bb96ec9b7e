"""Edits in a text. What lies outside an edit stays as it is, letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.findings import Edit, Finding, Span


class Piece(NamedTuple):
    """A stretch of a text, by offset, and what comes in its place."""

    start: int
    end: int
    text: str


def apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Of the findings with an edit those that touch no earlier one, in order of file and place."""
    last: Span | None = None
    for span, finding in sorted(_with_spans(findings), key=lambda pair: (pair[0], pair[1].order)):
        if last is None or span.file != last.file or _start(span) > (last.end_line, last.end_column):
            yield finding
            last = span


def _with_spans(findings: Iterable[Finding]) -> Iterator[tuple[Span, Finding]]:
    return ((finding.edit.span, finding) for finding in findings if finding.edit)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def pieces(text: str, edits: Iterable[Edit]) -> list[Piece]:
    """The edits by offset, in order; new lines end as those of the text do."""
    ending = "\r\n" if "\r\n" in text else "\n"
    return sorted(
        Piece(
            offset(text, edit.span.line, edit.span.column),
            offset(text, edit.span.end_line, edit.span.end_column),
            edit.replacement.replace("\n", ending),
        )
        for edit in edits
    )


def rewritten(text: str, changes: Iterable[Piece]) -> str:
    """The text with every piece replaced."""
    kept, last = [], 0
    for piece in changes:
        kept += [text[last : piece.start], piece.text]
        last = piece.end
    return "".join((*kept, text[last:]))


def moved(at: int, changes: Iterable[Piece]) -> int:
    """Where an offset of the old text lies in the new one; inside a piece it stays at its start."""
    shift = 0
    for piece in changes:
        if piece.start >= at:
            break
        shift += len(piece.text) - (min(piece.end, at) - piece.start)
    return at + shift


def offset(text: str, line: int, column: int) -> int:
    """The offset of a line and column that count from 1; past the end it is the end."""
    start = 0
    for _ in range(line - 1):
        found = text.find("\n", start)
        if found < 0:
            return len(text)
        start = found + 1
    return min(start + column - 1, len(text))
