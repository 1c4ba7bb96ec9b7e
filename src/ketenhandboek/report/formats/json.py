"""For programs: everything, under English keys that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ketenhandboek.report.words import as_json

if TYPE_CHECKING:
    from ketenhandboek.findings import Edit, Excepted, Finding, Report, Reweighed, Span, Unjudged

FOR_PROGRAMS = True


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """`{"findings": […], "unjudged": […], "exceptions": […], "severities": […], "summary": {…}}`."""
    content = {
        "findings": [_finding(finding) for finding in report.findings],
        "unjudged": [_unjudged(item) for item in report.unjudged],
        "exceptions": [_excepted(item) for item in report.excepted],
        "severities": [_reweighed(item) for item in report.reweighed],
        "summary": {
            **{str(severity): count for severity, count in report.counts.items()},
            "unjudged": len(report.unjudged),
            "exceptions": len(report.excepted),
        },
    }
    return as_json(content)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        **_place(finding.span),
        "message": finding.message,
        "related": [{**_place(other.span), "message": other.message} for other in finding.related],
        "fix": _fix(finding.edit),
    }


def _unjudged(item: Unjudged) -> dict[str, Any]:
    return {
        "rule": item.rule,
        **_place(item.span),
        "question": item.question,
        "ask": item.ask,
        "record": item.record,
    }


def _excepted(item: Excepted) -> dict[str, Any]:
    return {**_finding(item.finding), "reason": item.reason, "until": item.until, "by": item.by}


def _reweighed(item: Reweighed) -> dict[str, Any]:
    weights = {"usual": str(item.usual), "severity": str(item.severity)}
    return {"rule": item.rule, "record": item.record, **weights, "reason": item.reason, "by": item.by}


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}


def _fix(edit: Edit | None) -> dict[str, Any] | None:
    if edit is None:
        return None
    end = {"end_line": edit.span.end_line, "end_column": edit.span.end_column}
    return {**_place(edit.span), **end, "replacement": edit.replacement}
