"""The longest that a route can take: small chains, with the answer worked out by hand."""

from __future__ import annotations

import pytest

from ketenhandboek.pages.theme.longest import Durations, Longest
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example

TASKS = """
taken:
  - id: bellen
    naam: Bellen
    fase: signaleren
    verdeling: een
    ingang: ja
    begin: eerste-telefoontje
  - id: praten
    naam: Praten
    fase: signaleren
    verdeling: een
  - id: helpen
    naam: Helpen
    fase: herstel
    verdeling: een
"""
HEAD = """
titel: Alleen deze weg
soort: samenwerkingsafspraak
stand: vastgesteld
geldig:
  van: 2025-01-01
gebied:
  - regio
themas:
  - stalking-ex-partner
verantwoordelijkheden:
"""
REGION = """
id: tweebeken
naam: Tweebeken
fictief: ja
gemeenten:
  - id: elsbroek
    code: GM9952
    naam: Elsbroek
    sinds: 2015-01-01
themas:
  - thema: stalking-ex-partner
    route: eigen
vereist_landelijk: nee
"""


def line(task: str, within: str, since: str, after: str = "", start: str = "") -> str:
    """A line of an agreement; `-` for no term."""
    term = f"    termijn:\n      binnen: {within}\n      vanaf: {since}\n" if within != "-" else ""
    wait = f"        binnen: {start}\n" if start else ""
    follows = f"    daarna:\n      - naar: {after}\n{wait}" if after else ""
    return f"  - id: {task}\n    taak: {task}\n    eindverantwoordelijk: gemeente\n{term}{follows}"


def longest(day: str, *lines: str) -> Longest | None:
    """The answer for a region with nothing but these lines."""
    texts = {"regio": REGION, "eigen__taken": TASKS, "afspraken__weg": HEAD + "".join(lines)}
    chain = example_chain(Example.alone("", day, **texts))
    assert not chain.records.misfits, chain.records.misfits
    return Durations(chain).of_theme("stalking-ex-partner")


@pytest.mark.parametrize(
    ("lines", "length", "tasks", "endless"),
    [
        (
            (
                line("bellen", "2 kalenderdagen", "bellen/begin", "praten"),
                line("praten", "3 kalenderdagen", "praten/begin"),
            ),
            "5 dagen",
            ("bellen", "praten"),
            [],
        ),
        (
            (
                line("bellen", "2 kalenderdagen", "bellen/begin", "praten", "4 kalenderdagen"),
                line("praten", "3 kalenderdagen", "praten/begin", "einde"),
            ),
            "9 dagen",
            ("bellen", "praten"),
            [],
        ),
        (
            (
                line("bellen", "2 kalenderdagen", "bellen/begin", "praten"),
                line("praten", "6 kalenderdagen", "eerste-telefoontje"),
            ),
            "6 dagen",
            ("bellen", "praten"),
            [],
        ),
        (
            (
                line("bellen", "-", "", "praten"),
                line("praten", "6 kalenderdagen", "eerste-telefoontje"),
            ),
            "6 dagen",
            ("bellen", "praten"),
            ["bellen"],
        ),
        (
            (
                line("bellen", "4 uur", "bellen/begin", "praten"),
                line("praten", "-", "", "helpen"),
                line("helpen", "1 jaar", "helpen/begin"),
            ),
            "4 uur",
            ("bellen",),
            ["praten"],
        ),
        (
            (
                line("bellen", "2 kalenderdagen", "bellen/begin", "praten"),
                line("praten", "3 kalenderdagen", "praten/begin", "bellen"),
            ),
            "5 dagen",
            ("bellen", "praten"),
            [],
        ),
    ],
    ids=["added up", "with a wait", "not added up", "past a task without term", "stops there", "once round"],
)
def test_terms_add_up_along_a_way(
    lines: tuple[str, ...], length: str, tasks: tuple[str, ...], endless: list[str]
) -> None:
    found = longest("", *lines)
    assert found is not None
    assert (found.length, found.path.tasks, found.endless) == (length, tasks, endless)


def test_the_worst_start_is_named() -> None:
    found = longest("2028-12-01", line("bellen", "5 werkdagen", "bellen/begin"))
    assert found is not None
    assert found.start.startswith("vrijdag 22 december 2028")
    assert found.worst.days == 12


def test_without_terms_nothing_is_said() -> None:
    assert longest("", line("bellen", "-", "")) is None
