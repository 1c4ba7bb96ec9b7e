"""Annotations for GitHub and Forgejo; ten are shown there, so the gravest come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.report.text import summary

if TYPE_CHECKING:
    from ketenhandboek.findings import Finding, Report

_COMMANDS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "notice"}


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """One workflow command a finding, then the count."""
    gravest = sorted(report.findings, key=lambda finding: (finding.severity.rank, finding.order))
    return "".join(f"{_annotation(finding)}\n" for finding in gravest) + summary(report) + "\n"


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
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    others = (f"Zie {o.span.file}, regel {o.span.line}: {o.message}" for o in finding.related)
    return "\n".join((finding.message, *others))


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return "".join(sign for sign in escaped if sign.isprintable())


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
