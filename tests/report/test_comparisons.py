"""A comparison in each format: whole for programs, short and harmless for people."""

from __future__ import annotations

import json
from datetime import date

from ketenhandboek.changes.values import (
    CaseChanged,
    Change,
    Comparison,
    CoverageChanged,
    Extent,
    Named,
    RecordChanged,
    TermChanged,
)
from ketenhandboek.report.changes import render

DAY = date(2026, 3, 1)
HOSTILE = "</summary><img src=x onerror=alert(1)> @iedereen [x](javascript:1) `a` #1\n\n## Kop \x1b[31m"
TASK = Named("taak", "opvang", "Opvang")
TEAM = Named("partner", "team", "Wijkteam")
LOST = CoverageChanged(
    TASK, (TEAM,), False, (Extent(("oostveld",), "in Oostveld", "in het weekend", begin=date(2027, 1, 1)),)
)


def shown(name: str, *changes: Change, complete: bool = True) -> str:
    return render(Comparison(changes, DAY, complete), name)


def test_nothing_is_said_as_such() -> None:
    assert shown("text") == "Er verandert niets aan de betekenis.\n"
    assert shown("markdown") == "## Wat er verandert\n\n**Er verandert niets aan de betekenis.**\n"
    assert json.loads(shown("json")) == {"day": "2026-03-01", "complete": True, "changes": []}


def test_json_holds_every_part_of_a_value() -> None:
    (change,) = json.loads(shown("json", LOST))["changes"]
    assert change == {
        "type": "CoverageChanged",
        "topic": "coverage",
        "sentence": "In Oostveld is in het weekend niemand meer eindverantwoordelijk voor opvang. "
        "Eerst was dat Wijkteam.",
        "task": {"kind": "taak", "id": "opvang", "name": "Opvang"},
        "parties": [{"kind": "partner", "id": "team", "name": "Wijkteam"}],
        "won": False,
        "extents": [
            {
                "municipalities": ["oostveld"],
                "where": "in Oostveld",
                "when": "in het weekend",
                "about": "",
                "during": "",
                "begin": "2027-01-01",
            }
        ],
    }


def test_text_from_records_does_nothing_in_a_comment() -> None:
    text = shown("markdown", TermChanged(Named("begrip", "x", HOSTILE), "", HOSTILE))
    assert not any(sign in text for sign in ("<img", "](javascript", "\x1b", "\n## Kop", "`a`", " #1"))
    assert "@iedereen" not in text.replace("<!-- -->", "|")


def test_text_from_records_can_not_steer_a_terminal() -> None:
    text = shown("text", TermChanged(Named("begrip", "x", HOSTILE), "", HOSTILE))
    assert "\x1b" not in text
    assert "\n## Kop" not in text


def test_a_comment_begins_with_what_matters_most_and_folds_the_rest() -> None:
    rest = [
        RecordChanged(Named("partner", f"p{number}", f"P{number}"), ("omschrijving",)) for number in range(9)
    ]
    text = shown("markdown", LOST, *rest)
    top, *folds = text.split("<details>")
    assert top.startswith(
        "## Wat er verandert\n\n**10 wijzigingen**\n\n- In Oostveld is in het weekend niemand meer"
    )
    assert [fold.split("</summary>")[0] for fold in folds] == [
        "\n<summary>Wie eindverantwoordelijk is (1)",
        "\n<summary>Overige wijzigingen (9)",
    ]


def test_a_comment_stays_within_what_a_forge_takes() -> None:
    many = [TermChanged(Named("begrip", "b", f"{number} {'b' * 400}"), "", "Iets.") for number in range(200)]
    text = shown("markdown", *many)
    assert len(text) < 60_000
    assert text.count("- Er is een nieuw begrip") + _left_out(text) - 2 == len(many)


def _left_out(text: str) -> int:
    return int(text.rstrip().splitlines()[-1].split(" ")[0])


def test_a_case_shows_its_steps_before_and_after() -> None:
    text = shown(
        "markdown", CaseChanged(Named("casus", "x", "Nacht"), ("Opvang: team",), ("Opvang: niemand",))
    )
    assert (
        "- De casus 'Nacht' loopt nu anders.\n"
        "  - Eerst:\n    1. Opvang: team\n  - Nu:\n    1. Opvang: niemand" in text
    )


def test_what_could_not_be_compared_is_said() -> None:
    for name in ("text", "markdown"):
        assert "Een deel van de gegevens is niet te lezen" in shown(name, complete=False)
    assert json.loads(shown("json", complete=False))["complete"] is False
