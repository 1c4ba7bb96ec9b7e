"""The Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ketenhandboek.findings import Severity
from ketenhandboek.report.fingerprints import fingerprints
from ketenhandboek.report.words import as_json, printable, with_places

if TYPE_CHECKING:
    from ketenhandboek.findings import Finding, Report

FOR_PROGRAMS = True
_SEVERITIES = {Severity.FOUT: "critical", Severity.WAARSCHUWING: "minor", Severity.ADVIES: "info"}


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """A list with one issue a finding."""
    named = zip(report.findings, fingerprints(report.findings, report), strict=True)
    return as_json([_issue(*pair) for pair in named])


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": printable(with_places(finding)),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.span.file, "lines": {"begin": finding.span.line}},
    }
