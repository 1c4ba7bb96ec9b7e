"""Edits in a text: what lies outside them stays, and a place can be found back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.findings import Edit, Finding, Severity, Span
from ketenhandboek.mend.edits import apart, moved, offset, pieces, rewritten

TEXT = "a: één\nb: twee\r\nc: drie"


def edit(line: int, start: int, end: int, text: str) -> Edit:
    return Edit(Span("x.yaml", line, start, line, end), text)


def test_a_text_with_edits_in_three_lines() -> None:
    edits = [edit(3, 4, 8, "3"), edit(1, 4, 7, "1"), edit(2, 4, 8, "\n  - 2")]
    assert rewritten(TEXT, pieces(TEXT, edits)) == "a: 1\nb: \r\n  - 2\r\nc: 3"


def test_a_line_and_column_past_the_end_is_the_end() -> None:
    assert offset(TEXT, 9, 1) == offset(TEXT, 3, 99) == len(TEXT)


def test_of_edits_that_touch_the_first_stands() -> None:
    spans = [(1, 1, 3), (1, 3, 5), (1, 6, 7), (2, 1, 3)]
    findings = [
        Finding("BAS002", Severity.FOUT, Span("x", line), str(start), (), edit(line, start, end, "y"))
        for line, start, end in spans
    ]
    assert [finding.message for finding in apart(reversed(findings))] == ["1", "6", "1"]


@st.composite
def texts_with_pieces(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text of one line, and edits that do not touch each other."""
    text = draw(st.text("abc", min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(1, len(text) + 1), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [edit(1, start, end, draw(st.text("XYZ", max_size=3))) for start, end in pairs]


@given(texts_with_pieces())
def test_all_outside_the_edits_is_kept_and_moves_along(given_text: tuple[str, list[Edit]]) -> None:
    text, edits = given_text
    changes = pieces(text, edits)
    new = rewritten(text, changes)
    outside = [at for at in range(len(text)) if not any(piece.start <= at < piece.end for piece in changes)]
    assert "".join(new[moved(at, changes)] for at in outside) == "".join(text[at] for at in outside)
    assert len(new) == len(outside) + sum(len(piece.text) for piece in changes)
