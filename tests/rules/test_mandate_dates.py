"""What the rules about mandates answer when a date is coarse."""

from __future__ import annotations

import pytest

from ketenhandboek.findings import Unjudged
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import judged
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.mandates import MANDATE, example_decision

MUNICIPALITY = """
    partners:
      - id: gemeente-elsbroek
        naam: Gemeente Elsbroek
        soort: gemeente
        werkgebied:
          - gebied: elsbroek
        bestaat:
          van: {since}
"""


@pytest.mark.parametrize(
    ("since", "start", "answer"),
    [
        ("2015-06-01", "2014-06", "finding"),
        ("2015-06-01", "2015", "question"),
        ("2015-06-01", "2015-06-01", "nothing"),
        ("2015-06-01", "2016", "nothing"),
        ("2015", "2015-03-01", "question"),
        ("onbekend", "2015-03-01", "question"),
    ],
)
def test_a_mandate_is_not_older_than_who_gives_it(since: str, start: str, answer: str) -> None:
    mandate = example_decision(MANDATE.replace("van: 2025-01-01", f"van: {start}"))
    texts = {"partners": MUNICIPALITY.format(since=since), "afspraken__mandaat_elsbroek": mandate}
    said = list(judged(catalogue()["MAN004"], example_chain(Example.of("een proef", "", **texts))))
    answers = ["question" if isinstance(item, Unjudged) else "finding" for item in said]
    assert answers == ([] if answer == "nothing" else [answer])
