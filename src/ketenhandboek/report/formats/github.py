"""Annotations for GitHub and Forgejo; ten of each severity are shown there, so the gravest come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.report.words import counted, gravest_first, printable, summary, with_places

if TYPE_CHECKING:
    from ketenhandboek.findings import Finding, Report

FOR_PROGRAMS = False
MOST_SHOWN = 10
_COMMANDS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "notice"}


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """One workflow command a finding, then the count, and how many are not shown."""
    lines = [*map(_annotation, gravest_first(report)), summary(report), *_not_shown(report)]
    return "".join(f"{line}\n" for line in lines)


def _not_shown(report: Report) -> list[str]:
    more = {severity: n - MOST_SHOWN for severity, n in report.counts.items() if n > MOST_SHOWN}
    said = f"Van elke ernst toont de site er {MOST_SHOWN}. Alleen in dit logboek staan nog {counted(more)}."
    return [said] if more else []


def _annotation(finding: Finding) -> str:
    span = finding.span
    places = {
        "file": span.file,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": finding.rule,
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(with_places(finding))}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
