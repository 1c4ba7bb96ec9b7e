"""Judge a chain by all rules and make the report: severities, exceptions, and no cascades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Excepted, Finding, Problem, Question, Report, Unjudged
from ketenhandboek.kinds.exception import ExceptionRecord
from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.rules.rule import Rule


def check(chain: Chain, only: Collection[str] = ()) -> Report:
    """Judge by every rule, or only by the rules with these codes."""
    rules = [rule for code, rule in catalogue().items() if not only or code in only]
    said = [item for rule in rules for item in judged(rule, chain)]
    findings = [item for item in said if isinstance(item, Finding)]
    excepted = list(_excepted(findings, chain))
    hidden = {item.finding for item in excepted}
    return Report.of(
        (finding for finding in findings if finding not in hidden),
        (item for item in said if isinstance(item, Unjudged)),
        excepted,
        chain.records.texts,
    )


def judged(rule: Rule, chain: Chain) -> Iterator[Finding | Unjudged]:
    """What one rule says; nothing when records that it needs are broken, which another rule says once."""
    if not chain.records.whole(*rule.needs):
        return
    for item in rule.judge(chain):
        record = item.record or chain.records.owner(item.span)
        if isinstance(item, Question):
            yield Unjudged(rule.code, item.span, item.question, item.ask, record)
        else:
            yield _finding(rule, item, record)


def _finding(rule: Rule, problem: Problem, record: str) -> Finding:
    severity = problem.severity or rule.severity
    return Finding(rule.code, severity, problem.span, problem.message, problem.related, problem.edit, record)


def _excepted(findings: list[Finding], chain: Chain) -> Iterator[Excepted]:
    current = {
        (exception.rule, exception.record): exception
        for exception in chain.records.of(ExceptionRecord).values()
        if chain.day <= exception.end.last
    }
    for finding in findings:
        exception = current.get((finding.rule, finding.record))
        if exception is not None:
            yield Excepted(finding, exception.reason, str(exception.end), exception.by or "")
