"""SARIF 2.1.0, for code scanning: rules with their explanation, relative addresses, stable fingerprints."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ketenhandboek.findings import Severity
from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from ketenhandboek.findings import Excepted, Finding, Report, Span
    from ketenhandboek.rules.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "note"}


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """One run, with accepted findings as suppressed results."""
    rules = list(catalogue().values())
    positions = {rule.code: position for position, rule in enumerate(rules)}
    prints = _Fingerprints()
    results = [_result(finding, report, positions, prints) for finding in report.findings]
    results += [_suppressed(item, report, positions, prints) for item in report.excepted]
    driver = {"name": "keten", "language": "nl", "rules": [_rule(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    content = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


class _Fingerprints:
    """Fingerprints that survive moved lines: rule, record, source line, and a number among equals."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, finding: Finding, report: Report) -> str:
        basis = "\x00".join(
            (finding.rule, finding.record, finding.span.file, report.line(finding.span).strip())
        )
        self._seen[basis] += 1
        return hashlib.sha256(f"{basis}\x00{self._seen[basis]}".encode()).hexdigest()[:32]


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.statement},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    finding: Finding, report: Report, positions: dict[str, int], prints: _Fingerprints
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": positions[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.span)],
        "partialFingerprints": {"ketenFinding/v1": prints.of(finding, report)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(other.span), "message": {"text": other.message}} for other in finding.related
        ]
    return result


def _suppressed(
    item: Excepted, report: Report, positions: dict[str, int], prints: _Fingerprints
) -> dict[str, Any]:
    suppression = {"kind": "external", "justification": f"{item.reason} (tot en met {item.until})"}
    return {**_result(item.finding, report, positions, prints), "suppressions": [suppression]}


def _location(span: Span) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": quote(span.file)}, "region": region}}
