"""Which rules there are, and what every rule tells its readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from ketenhandboek.rules.rule import Rule

CODES = """
    BAS001 BAS002 BAS003 BAS004 BAS005 BAS006 BAS007 BAS008 BAS009 BAS010
    VER001 VER002 VER003 VER004 VER005 VER006 VER007 VER008 VER009 VER010 VER011 VER012
    ESC001 ESC002 ESC003 ESC004 ESC005 ESC006 ESC007 ESC008 ESC009 ESC010 ESC011 ESC012
    TER001 TER002 TER003 TER004 TER005 TER006 TER007 TER008 TER009
    OPV001 OPV002 OPV003 OPV004 OPV005 OPV006 OPV007 OPV008 OPV009 OPV010 OPV011 OPV012 OPV013
    MAN001 MAN002 MAN003 MAN004 MAN005 MAN006
    GEG001 GEG002 GEG003 GEG004 GEG005 GEG006 GEG007
    OVL001 OVL002 OVL003 OVL004 OVL005 OVL006
    AFS001 AFS002 AFS003 AFS004 AFS005 AFS006 AFS007 AFS008 AFS009 AFS010 AFS011 AFS012
    BEG001 BEG002 BEG003
    PRI001
    CAS001 CAS002
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
def test_captions_are_no_sentences_with_a_full_stop(rule: Rule) -> None:
    assert not [example.shows for example in (*rule.good, *rule.bad) if example.shows.endswith(".")]


@every_rule
def test_no_two_examples_of_a_rule_show_the_same(rule: Rule) -> None:
    shown = [example.shows for example in (*rule.good, *rule.bad)]
    assert len(set(shown)) == len(shown)
