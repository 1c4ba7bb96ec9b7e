"""CAS001 tells what one line breaks in a case once, with the other expectations behind it."""

from __future__ import annotations

from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.case import CASE


def test_what_follows_from_the_same_line_is_told_with_the_first() -> None:
    text = CASE.replace("uitkomst: structurele-onveiligheid", "uitkomst: geen-onveiligheid")
    text += "  - taak: hulp-kind\n    partner: lokaal-team\n"
    lines = text.splitlines()
    *_, finding = check(example_chain(Example.of("", casussen__op_school=text)), ["CAS001"]).findings
    assert lines[finding.span.line - 1] == "  - taak: monitoring"
    later = [item for item in finding.related if item.message == "daardoor klopt dit ook niet"]
    assert [lines[item.span.line - 1] for item in later] == ["  - taak: hulp-kind"]
