"""Each fault that is planted in a clean region is found by its own rule, on its own line, and by no other.

So a rule that goes, or stays silent, turns its faults red; and a rule that speaks too soon those of others.
"""

from __future__ import annotations

import gc
from collections import Counter
from typing import TYPE_CHECKING

import faults_basics
import faults_cases
import faults_deadlines
import faults_escalation
import faults_handover
import faults_lifecycle
import faults_mandates
import faults_meetings
import faults_responsibility
import faults_sharing
import faults_vocabulary
import pytest
from fault import LINDEWAARDE, MADE_UP, marks
from regions import regions

from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fault import Fault
    from regions import Region

    from ketenhandboek.findings import Report

TABLES = (
    faults_basics,
    faults_cases,
    faults_deadlines,
    faults_escalation,
    faults_handover,
    faults_lifecycle,
    faults_mandates,
    faults_meetings,
    faults_responsibility,
    faults_sharing,
    faults_vocabulary,
)
FAULTS = [
    (rule, fault, region)
    for table in TABLES
    for rule, faults in table.FAULTS.items()
    for fault in faults
    for region in fault.regions
]


@pytest.fixture(scope="module")
def clean() -> Iterator[dict[str, Region]]:
    """The regions; what they and the rules keep in memory is not looked through again for each fault."""
    found = regions()
    gc.freeze()
    yield found
    gc.unfreeze()


def said(report: Report) -> set[tuple[str, str, int]]:
    return {(item.rule, item.span.file, item.span.line) for item in report.findings}


@pytest.mark.parametrize("name", [LINDEWAARDE, MADE_UP])
def test_no_rule_finds_anything_in_a_clean_region(clean: dict[str, Region], name: str) -> None:
    assert said(check(clean[name].chain(clean[name].texts))) == set()


@pytest.mark.parametrize(
    ("rule", "fault", "name"),
    [pytest.param(*row, id=f"{row[0]} {row[1].shows}, {row[2]}") for row in FAULTS],
)
def test_its_rule_finds_a_planted_fault_on_its_line_and_no_other_rule_finds_anything(
    clean: dict[str, Region], rule: str, fault: Fault, name: str
) -> None:
    texts = fault.planted(clean[name])
    assert said(check(clean[name].chain(texts))) == {(rule, *mark) for mark in marks(texts)}


@pytest.mark.parametrize("rule", catalogue())
def test_each_rule_has_two_faults_or_more_in_each_region(rule: str) -> None:
    planted = Counter(region for code, _, region in FAULTS if code == rule)
    assert min(planted[LINDEWAARDE], planted[MADE_UP]) >= 2
