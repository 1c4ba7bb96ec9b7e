"""SARIF 2.1.0, for code scanning: rules with their explanation, relative addresses, stable fingerprints."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ketenhandboek.findings import Severity
from ketenhandboek.report.fingerprints import fingerprints
from ketenhandboek.report.words import as_json
from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from ketenhandboek.findings import Edit, Excepted, Finding, Report, Span, Unjudged
    from ketenhandboek.rules.rule import Rule

FOR_PROGRAMS = True
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "note"}
_ROOT = "%SRCROOT%"
_DRIVE = re.compile("[A-Za-z]:/")


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """One run, with accepted findings as suppressed results and open questions as notifications."""
    run = {
        "tool": {"driver": _driver()},
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "De map waarin de controle draaide."}}},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_unjudged(item) for item in report.unjudged],
            }
        ],
        "results": _results(report),
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver() -> dict[str, Any]:
    rules = [_rule(rule) for rule in catalogue().values()]
    return {"name": "keten", "version": version("ketenhandboek"), "language": "nl", "rules": rules}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.statement},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why}\n\nWat u doet: {rule.remedy}",
            "markdown": f"{rule.why}\n\n**Wat u doet:** {rule.remedy}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.code[:3]]},
    }


def _results(report: Report) -> list[dict[str, Any]]:
    accepted = [item.finding for item in report.excepted]
    both = (*report.findings, *accepted)
    results = [_result(*pair) for pair in zip(both, fingerprints(both, report), strict=True)]
    for result, item in zip(results[len(report.findings) :], report.excepted, strict=True):
        result["suppressions"] = [_suppression(item)]
    return results


def _result(finding: Finding, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": list(catalogue()).index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.span)],
        "partialFingerprints": {"ketenFinding/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.span), "message": {"text": other.message}}
            for number, other in enumerate(finding.related)
        ]
    if finding.edit:
        result["fixes"] = [_fix(finding.edit)]
    return result


def _suppression(item: Excepted) -> dict[str, Any]:
    return {"kind": "external", "justification": f"{item.reason} (tot en met {item.until})"}


def _fix(edit: Edit) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.replacement}}
    change = {"artifactLocation": _artifact(edit.span.file), "replacements": [replacement]}
    said = f"Schrijf hier '{edit.replacement}'." if edit.replacement else "Haal dit weg."
    return {"description": {"text": said}, "artifactChanges": [change]}


def _unjudged(item: Unjudged) -> dict[str, Any]:
    asked = f" Vraag dit aan: {item.ask}." if item.ask else ""
    return {
        "level": "note",
        "message": {"text": f"Niet te beoordelen: {item.question}{asked}"},
        "associatedRule": {"id": item.rule},
        "locations": [_location(item.span)],
    }


def _location(span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(span.file), "region": _region(span)}}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(file: str) -> dict[str, str]:
    """An address below the root; a file that stands elsewhere keeps its whole path."""
    drive = bool(_DRIVE.match(file))
    address = quote(file, safe="/:" if drive else "/", errors="surrogateescape")
    if drive or file.startswith("/"):
        return {"uri": f"file://{'/' if drive else ''}{address}"}
    return {"uri": address, "uriBaseId": _ROOT}
