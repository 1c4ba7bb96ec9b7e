"""A check: exceptions, rules that can't be judged, and what reaches the report."""

from __future__ import annotations

import pytest

from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.bed import bed_agreement, bed_task
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


NO_MANDATE = """
    titel: Weg
    soort: mandaatbesluit
    stand: concept
    geldig:
      van: 2025-01-01
    gebied:
      - elsbroek
    themas:
      - alle
"""


@pytest.mark.parametrize(
    ("areas", "stays", "says"),
    [
        ([], False, ""),
        (["elsbroek"], False, ""),
        (["elsbroek", "berkenrade"], False, ""),
        (["regio"], False, ""),
        (["berkenrade"], True, "Regel MAN001 vindt in dit gebied niets, maar wel daarbuiten."),
    ],
)
def test_an_exception_for_some_municipalities_leaves_what_goes_wrong_elsewhere(
    areas: list[str], stays: bool, says: str
) -> None:
    text = EXCEPTION.format(rule="MAN001", record="afspraak/huisverbod", end="2026-06-30")
    text += "        gebied:\n" * bool(areas) + "".join(f"          - {area}\n" for area in areas)
    report = check(
        example_chain(
            Example.of(
                "",
                afspraken__mandaat_elsbroek=NO_MANDATE,
                uitzonderingen=text,
            )
        ),
        ["MAN001", "BAS008"],
    )
    assert [finding.rule for finding in report.findings if finding.rule == "MAN001"] == ["MAN001"] * stays
    assert [item.message[: len(says)] for item in report.findings if item.rule == "BAS008"] == [says] * bool(
        says
    )
    assert all("In Elsbroek mag" in item.finding.message for item in report.excepted)
    assert len(report.excepted) == (not stays)


SEVERITY = """
    uitzonderingen:
      - id: weg-terug-later
        regel: {rule}
        ernst: {severity}
        reden: De partijen werken dit in het voorjaar uit.
        door: regiegroep
"""


@pytest.mark.parametrize(
    ("rule", "severity", "weighed"),
    [
        ("ESC009", "advies", "advies"),
        ("ESC009", "fout", "fout"),
        ("ESC005", "advies", "waarschuwing"),
    ],
)
def test_a_region_weighs_a_rule_otherwise(rule: str, severity: str, weighed: str) -> None:
    text = SEVERITY.format(rule=rule, severity=severity)
    report = check(
        example_chain(Example.of("", afspraken__zonder=NO_WAY_DOWN, uitzonderingen=text)), ["ESC009"]
    )
    assert [finding.severity for finding in report.findings] == [weighed]
    assert [(item.rule, item.severity, item.by) for item in report.reweighed] == [
        (rule, severity, "regiegroep")
    ]


def test_what_is_less_grave_already_becomes_no_graver() -> None:
    later = bed_agreement().replace("  van: 2025-01-01\n", "  van: 2025-01-01\n  tot_en_met: 2026-06-30\n")
    text = SEVERITY.format(rule="VER002", severity="{}")
    for severity, weighed in (("advies", "advies"), ("waarschuwing", "waarschuwing")):
        example = Example.of(
            "",
            eigen__taken=bed_task("vereist: ja"),
            afspraken__bed=later,
            uitzonderingen=text.format(severity),
        )
        assert {item.severity for item in check(example_chain(example), ["VER002"]).findings} == {weighed}


@pytest.mark.parametrize("code", ["BAS001", "BAS002", "PRI001", "BAS008"])
def test_no_region_weighs_what_keeps_people_safe_otherwise(code: str) -> None:
    assert catalogue()[code].firm
    text = SEVERITY.format(rule=code, severity="advies") + "        opmerking: Bel 06 12 34 56 78.\n"
    report = check(example_chain(Example.of("", uitzonderingen=text)), ["PRI001"])
    assert [finding.severity for finding in report.findings] == ["fout"]
    assert report.reweighed == ()
