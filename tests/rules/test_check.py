"""A check: exceptions, rules that can't be judged, and what reaches the report."""

from __future__ import annotations

import pytest

from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.texts import POLICY, TEAM, TOP, example_ladder

NO_WAY_DOWN = example_ladder(TEAM, POLICY, TOP, way_down="")
EXCEPTION = """
    uitzonderingen:
      - id: nog-geen-weg-terug
        regel: {rule}
        record: {record}
        reden: De partijen werken dit in het voorjaar uit.
        tot_en_met: {end}
        door: regiegroep
"""


@pytest.mark.parametrize(
    ("rule", "record", "end", "excepted"),
    [
        ("ESC009", "afspraak/zonder", "2026-06-30", True),
        ("ESC009", "afspraak/zonder", "2026-03-01", True),
        ("ESC009", "afspraak/zonder", "2026-02-28", False),
        ("ESC005", "afspraak/zonder", "2026-06-30", False),
        ("ESC009", "afspraak/huisverbod", "2026-06-30", False),
    ],
)
def test_an_exception_moves_a_finding_aside_until_its_last_day(
    rule: str, record: str, end: str, excepted: bool
) -> None:
    text = EXCEPTION.format(rule=rule, record=record, end=end)
    report = check(
        example_chain(Example.of("", afspraken__zonder=NO_WAY_DOWN, uitzonderingen=text)), ["ESC009"]
    )
    assert (len(report.findings), len(report.excepted)) == ((0, 1) if excepted else (1, 0))
    assert [(item.reason, item.by) for item in report.excepted] == [
        ("De partijen werken dit in het voorjaar uit.", "regiegroep")
    ] * excepted


def test_a_finding_names_the_record_in_which_it_stands() -> None:
    (finding,) = check(example_chain(Example.of("", afspraken__zonder=NO_WAY_DOWN)), ["ESC009"]).findings
    assert finding.record == "afspraak/zonder"


def test_a_rule_is_silent_while_records_that_it_needs_are_broken() -> None:
    broken = "titel: Kapot\nsoort: onzin\n"
    example = Example.of("", afspraken__kapot=broken, afspraken__zonder=NO_WAY_DOWN)
    rules = {finding.rule for finding in check(example_chain(example)).findings}
    assert "BAS002" in rules, "the broken record is told"
    assert "ESC009" in rules, "a rule that looks at each record by itself goes on"
    assert "ESC006" not in rules, "the broken agreement may hold the other ladder"


def test_only_the_rules_asked_for_are_judged() -> None:
    text = NO_WAY_DOWN.replace("        reageert_binnen: 2 werkdagen\n", "")
    chain = example_chain(Example.of("", afspraken__zonder=text))
    assert {finding.rule for finding in check(chain).findings} == {"ESC005", "ESC009"}
    assert {finding.rule for finding in check(chain, ["ESC005"]).findings} == {"ESC005"}
