"""JUnit XML: one suite a file; a finding is a failed test, an open question or an exception a skipped one."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.report.words import one_line, printable, with_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.findings import Excepted, Finding, Report, Span, Unjudged

FOR_PROGRAMS = True


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """A suite for every file that was read; one without anything to say passes."""
    cases: dict[str, list[ET.Element]] = defaultdict(list, {file: [] for file, _ in report.texts})
    for file, case in _cases(report):
        cases[file].append(case)
    suites = [_suite(file, found or [_case(file, "geen bevindingen")]) for file, found in cases.items()]
    root = ET.Element("testsuites", {"name": "keten check", **_totals(suites)})
    root.extend(suites)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _cases(report: Report) -> Iterator[tuple[str, ET.Element]]:
    for finding in report.findings:
        yield finding.span.file, _failed(finding)
    for item in report.unjudged:
        yield item.span.file, _unjudged(item)
    for accepted in report.excepted:
        yield accepted.finding.span.file, _accepted(accepted)


def _suite(file: str, cases: list[ET.Element]) -> ET.Element:
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": 0,
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    texts = {name: str(count) for name, count in counts.items()}
    suite = ET.Element("testsuite", {"name": one_line(file), "time": "0", **texts})
    suite.extend(cases)
    return suite


def _totals(suites: list[ET.Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors", "skipped")
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in names}


def _failed(finding: Finding) -> ET.Element:
    case = _case(finding.span.file, f"{finding.rule}: {finding.message}", finding.span)
    failure = ET.SubElement(case, "failure", type=str(finding.severity), message=one_line(finding.message))
    failure.text = printable(f"{finding.span.file}, regel {finding.span.line}\n{with_places(finding)}")
    return case


def _unjudged(item: Unjudged) -> ET.Element:
    case = _case(item.span.file, f"{item.rule}: {item.question}", item.span)
    ET.SubElement(case, "skipped", message=f"Niet te beoordelen: {one_line(item.question)}")
    return case


def _accepted(item: Excepted) -> ET.Element:
    finding = item.finding
    case = _case(finding.span.file, f"{finding.rule}: {finding.message}", finding.span)
    ET.SubElement(case, "skipped", message=f"Uitzondering tot en met {item.until}: {one_line(item.reason)}")
    return case


def _case(file: str, name: str, span: Span | None = None) -> ET.Element:
    place = {"file": one_line(file), "line": str(span.line)} if span else {}
    named = {"classname": one_line(file), "name": one_line(name), "time": "0"}
    return ET.Element("testcase", named | place)
