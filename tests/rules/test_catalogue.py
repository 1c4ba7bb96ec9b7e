"""Which rules there are, and what every rule tells its readers."""

from __future__ import annotations

import re

import pytest

from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.rule import Rule

CODES = """
    BAS001 BAS002 BAS003 BAS004 BAS005 BAS006 BAS007 BAS008 BAS009 BAS010
    ESC001 ESC002 ESC003 ESC004 ESC005 ESC006 ESC007 ESC008 ESC009 ESC010 ESC011 ESC012
    MAN001
    GEG001
    OVL001 OVL003
    AFS001 AFS003 AFS005 AFS008
    BEG002
    PRI001
"""

every_rule = pytest.mark.parametrize("rule", catalogue().values(), ids=catalogue())


def test_these_are_the_rules() -> None:
    assert list(catalogue()) == sorted(CODES.split())


@every_rule
def test_a_rule_states_why_it_matters_and_what_to_do(rule: Rule) -> None:
    for text in (rule.statement, rule.why, rule.remedy):
        assert re.fullmatch(r"[A-Z'].*[.]", text), "whole sentences, from capital to full stop"
        assert "  " not in text, "sentences are joined by one space"


@every_rule
def test_a_rule_shows_what_is_right_and_what_is_wrong(rule: Rule) -> None:
    assert len(rule.good) >= 1
    assert len(rule.bad) >= 2, "a plain example and a subtle one"
    assert all(example.marks for example in rule.bad), "every bad example marks a line"
    assert not any(example.marks for example in rule.good)


@every_rule
def test_no_two_examples_of_a_rule_show_the_same(rule: Rule) -> None:
    shown = [example.shows for example in (*rule.good, *rule.bad)]
    assert len(set(shown)) == len(shown)
