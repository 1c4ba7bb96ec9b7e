"""For people at a terminal: every finding with its source line, a caret, and the other place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.findings import Excepted, Finding, Report, Span, Unjudged

_COLOURS = {Severity.FOUT: "31", Severity.WAARSCHUWING: "33", Severity.ADVIES: "36"}
_PLURALS = {
    Severity.FOUT: ("fout", "fouten"),
    Severity.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Severity.ADVIES: ("advies", "adviezen"),
}
_LONGEST_LINE = 160


def render(report: Report, *, colour: bool = False) -> str:
    """Findings first, then what can't be judged, then exceptions, then one line that counts."""
    blocks = ["\n".join(_finding(finding, report, colour)) for finding in report.findings]
    if report.unjudged:
        blocks.append("\n".join(["Niet te beoordelen:", *map(_unjudged, report.unjudged)]))
    if report.excepted:
        blocks.append("\n".join(["Uitzonderingen:", *map(_excepted, report.excepted)]))
    return "\n\n".join([*blocks, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """`2 fouten, 1 waarschuwing, 0 adviezen · 1 niet te beoordelen · 3 uitzonderingen`."""
    counted = ", ".join(f"{n} {_PLURALS[severity][n != 1]}" for severity, n in report.counts.items())
    exceptions = len(report.excepted)
    noun = "uitzondering" if exceptions == 1 else "uitzonderingen"
    return f"{counted} · {len(report.unjudged)} niet te beoordelen · {exceptions} {noun}"


def one_line(text: str) -> str:
    """Text on one line, without signs that could steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))


def _finding(finding: Finding, report: Report, colour: bool) -> Iterator[str]:
    label = f"{finding.severity} {finding.rule}"
    head = f"\x1b[{_COLOURS[finding.severity]}m{label}\x1b[0m" if colour else label
    yield f"{_where(finding.span)} {head}"
    yield f"  {one_line(finding.message)}"
    yield from _excerpt(finding.span, report)
    for other in finding.related:
        yield f"  zie {_where(other.span)}: {one_line(other.message)}"
        yield from _excerpt(other.span, report)


def _excerpt(span: Span, report: Report) -> Iterator[str]:
    line = report.line(span)
    if not line.strip() or len(line) > _LONGEST_LINE:
        return
    width = max(1, min(span.end_column, len(line) + 1) - span.column) if span.end_line == span.line else 1
    number = str(span.line)
    yield f"  {number} | {''.join(sign if sign.isprintable() else ' ' for sign in line)}"
    yield f"  {' ' * len(number)} | {' ' * (span.column - 1)}{'^' * width}"


def _where(span: Span) -> str:
    return f"{one_line(span.file)}:{span.line}:{span.column}"


def _unjudged(item: Unjudged) -> str:
    asked = f" (vraag aan: {one_line(item.ask)})" if item.ask else ""
    return f"  {_where(item.span)} {item.rule} {one_line(item.question)}{asked}"


def _excepted(item: Excepted) -> str:
    finding = item.finding
    return f"  {_where(finding.span)} {finding.rule} tot en met {item.until}: {one_line(item.reason)}"
