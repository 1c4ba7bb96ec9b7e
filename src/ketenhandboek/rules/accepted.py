"""What a region accepts for a while, and which rules it weighs otherwise: `uitzonderingen.yaml`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.findings import Excepted, Reweighed, Severity
from ketenhandboek.kinds.exception import ExceptionRecord
from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Finding


def covers(exception: ExceptionRecord, finding: Finding, chain: Chain) -> bool:
    """Whether a finding is what an exception speaks of; beyond its areas it is not."""
    if finding.rule != exception.rule or exception.record not in (None, finding.record):
        return False
    here = finding.municipalities
    return not exception.areas or (bool(here) and here <= chain.areas.of(exception.areas))


def accepted(findings: Iterable[Finding], chain: Chain) -> Iterator[Excepted]:
    """The findings that the region accepts on the day, each with its exception."""
    exceptions = [item for item in _current(chain) if item.severity is None]
    for finding in findings:
        found = next((item for item in exceptions if covers(item, finding, chain)), None)
        if found is not None:
            yield Excepted(finding, found.reason, str(found.end), found.by)


def perhaps_accepted(findings: Iterable[Finding], chain: Chain) -> Iterator[Finding]:
    """Findings for which an exception may stand in what could not be read."""
    lost = [loss for loss in chain.records.lost if loss.kind == "uitzondering" and loss.text]
    for finding in findings:
        firm = catalogue()[finding.rule].firm
        if not firm and any(loss.mentions(finding.rule, finding.record) for loss in lost):
            yield finding


def reweigh(findings: Iterable[Finding], chain: Chain) -> list[Finding]:
    """The findings as grave as the region calls them."""
    weights = [item for item in _current(chain) if item.severity is not None]
    return [_weighed(finding, weights, chain) for finding in findings] if weights else list(findings)


def reweighed(chain: Chain) -> Iterator[Reweighed]:
    """The rules that the region weighs otherwise on the day."""
    for item in _current(chain):
        if item.severity is not None:
            usual, severity = catalogue()[item.rule].severity, Severity(item.severity)
            yield Reweighed(item.rule, usual, severity, item.reason, item.by, item.record or "")


def _current(chain: Chain) -> Iterator[ExceptionRecord]:
    """The exceptions that hold on the day, for rules that know exceptions."""
    for exception in chain.records.of(ExceptionRecord).values():
        rule = catalogue().get(exception.rule)
        lasts = exception.end is None or chain.day <= exception.end.last
        if rule is not None and not rule.firm and lasts:
            yield exception


def _weighed(finding: Finding, weights: list[ExceptionRecord], chain: Chain) -> Finding:
    """What its rule calls less grave than usual already, becomes less grave but never graver."""
    found = next((item for item in weights if covers(item, finding, chain)), None)
    if found is None:
        return finding
    severity = Severity(str(found.severity))
    if finding.severity is not catalogue()[finding.rule].severity:
        severity = max(severity, finding.severity, key=lambda item: item.rank)
    return replace(finding, severity=severity)
