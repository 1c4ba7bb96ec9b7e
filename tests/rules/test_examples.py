"""Every rule finds what its bad examples mark, and nothing in its good ones.

An example is a small part of a region, so advice on what else could be in it does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ketenhandboek.findings import Severity
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import clean_chain, example_chain

if TYPE_CHECKING:
    from ketenhandboek.findings import Finding, Report
    from ketenhandboek.rules.rule import Example, Rule


def examples(sort: str) -> pytest.MarkDecorator:
    found = [
        pytest.param(rule, example, id=f"{rule.code}: {example.shows}")
        for rule in catalogue().values()
        for example in getattr(rule, sort)
    ]
    return pytest.mark.parametrize(("rule", "example"), found)


def by_others(report: Report, rule: Rule) -> list[Finding]:
    return [item for item in report.findings if item.rule != rule.code and item.severity != Severity.ADVIES]


def test_the_example_region_is_clean_by_every_rule() -> None:
    report = check(clean_chain())
    assert [(item.rule, item.span, item.message) for item in report.findings] == []
    assert [(item.rule, item.span, item.question) for item in report.unjudged] == []


@examples("good")
def test_a_good_example_holds(rule: Rule, example: Example) -> None:
    report = check(example_chain(example))
    assert rule.code not in [item.rule for item in report.findings]
    assert rule.code not in [item.rule for item in report.unjudged]
    assert [(item.rule, item.span.line, item.message) for item in by_others(report, rule)] == []


@examples("bad")
def test_a_bad_example_is_found_on_every_marked_line_and_by_no_other_rule(
    rule: Rule, example: Example
) -> None:
    report = check(example_chain(example))
    found = {(item.span.file, item.span.line) for item in report.findings if item.rule == rule.code}
    assert sorted(found) == sorted(example.marks)
    assert [(item.rule, item.span.line, item.message) for item in by_others(report, rule)] == []


@examples("bad")
def test_a_finding_is_whole_sentences_without_ids_of_the_code(rule: Rule, example: Example) -> None:
    report = check(example_chain(example), [rule.code])
    for item in report.findings:
        assert item.message.endswith((".", "?")), item.message
        assert "  " not in item.message
        assert item.severity.rank >= rule.severity.rank, "a rule never exceeds its own severity"
