"""For people at a terminal: every finding with its source line, a caret, and the other place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.report.words import one_line, summary
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.source.refused import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.findings import Excepted, Finding, Report, Reweighed, Span, Unjudged

FOR_PROGRAMS = False
MANY = 20
_COLOURS = {Severity.FOUT: "31", Severity.WAARSCHUWING: "33", Severity.ADVIES: "36"}
_LONGEST_LINE = 160


def render(report: Report, *, colour: bool = False) -> str:
    """Findings first, then what can't be judged, then exceptions, then the count; of many also per rule."""
    blocks = ["\n".join(_finding(finding, report, colour)) for finding in report.findings]
    if report.unjudged:
        blocks.append("\n".join(["Niet te beoordelen:", *map(_unjudged, report.unjudged)]))
    if report.excepted:
        blocks.append("\n".join(["Uitzonderingen:", *map(_excepted, report.excepted)]))
    if report.reweighed:
        blocks.append("\n".join(["Andere ernst in deze regio:", *map(_reweighed, report.reweighed)]))
    if len(report.findings) > MANY:
        blocks.append("\n".join(["Per regel:", *_per_rule(report)]))
    blocks.append("\n".join([*_mendable(report), summary(report)]))
    return "\n\n".join(blocks) + "\n"


def _per_rule(report: Report) -> Iterator[str]:
    """How often each rule found something, the most first."""
    counts = Counter(finding.rule for finding in report.findings)
    width = len(str(max(counts.values())))
    for rule, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"  {number:>{width}} × {rule} {catalogue()[rule].statement}"


def _mendable(report: Report) -> Iterator[str]:
    number = sum(finding.edit is not None for finding in report.findings)
    if number:
        what = "1 bevinding" if number == 1 else f"{number} bevindingen"
        yield f"Met --fix herstelt keten {what}; met --diff ziet u eerst hoe."


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
    yield f"  {number} | {HIDDEN.sub(' ', line)}"
    yield f"  {' ' * len(number)} | {' ' * (span.column - 1)}{'^' * width}"


def _where(span: Span) -> str:
    return f"{one_line(span.file)}:{span.line}:{span.column}"


def _unjudged(item: Unjudged) -> str:
    asked = f" (vraag aan: {one_line(item.ask)})" if item.ask else ""
    return f"  {_where(item.span)} {item.rule} {one_line(item.question)}{asked}"


def _excepted(item: Excepted) -> str:
    finding = item.finding
    accepted = (
        f"    Geldt tot en met {item.until}, besloten door {one_line(item.by)}: {one_line(item.reason)}"
    )
    return f"  {_where(finding.span)} {finding.rule} {one_line(finding.message)}\n{accepted}"


def _reweighed(item: Reweighed) -> str:
    where = f" bij {one_line(item.record)}" if item.record else ""
    decided = f"besloten door {one_line(item.by)}: {one_line(item.reason)}"
    return f"  {item.rule}{where} {item.severity} in plaats van {item.usual}, {decided}"
