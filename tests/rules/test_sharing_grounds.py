"""GEG002-GEG004: which grounds fit a flow, and what is asked when something is unknown."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.texts import example_agreement


def flow(sender: str, receiver: str, data: str, grounds: str, more: str = "") -> str:
    listed = "".join(f"      - {ground}\n" for ground in grounds.split())
    return example_agreement(f"""\
gegevensstromen:
  - id: stroom
    van: {sender}
    naar: {receiver}
    gegevens:
      - {data}
    grondslagen:
{listed}{more}""")


@pytest.mark.parametrize(
    ("sender", "receiver", "grounds", "answer"),
    [
        ("politie", "veilig-thuis", "bpg-4-2", ""),
        ("politie-tweebeken", "veilig-thuis-tweebeken", "bpg-4-2", ""),
        ("onderwijs", "veilig-thuis", "bpg-4-2", "School geeft gegevens aan Veilig Thuis, maar"),
        ("politie", "lokaal-team", "bpg-4-2 wmo-5-2-6", "Politie geeft gegevens aan Lokaal team, maar"),
        ("politie", "lokaal-team", "bpg-4-2 wpg-19", ""),
        ("politie", "lokaal-team", "bpg-4-2 onbekend", "? Politie geeft gegevens aan Lokaal team. Welke"),
        ("politie", "onbekend", "bpg-4-2", "? Politie geeft gegevens aan onbekend. Welke"),
    ],
)
def test_one_ground_that_fits_both_parties_is_enough(
    sender: str, receiver: str, grounds: str, answer: str
) -> None:
    assert says_only(said("GEG002", afspraken__x=flow(sender, receiver, "politiegegevens", grounds)), answer)


@pytest.mark.parametrize(("day", "exists"), [("2025-02-28", False), ("2025-03-01", True)])
def test_a_ground_does_not_fit_before_it_exists(day: str, *, exists: bool) -> None:
    messages = said("GEG002", day, afspraken__x=flow("politie", "lokaal-team", "politiegegevens", "wgs"))
    assert bool(messages) is not exists
    assert exists or "geldt op 28 februari 2025 niet. Die is er vanaf 1 maart 2025." in messages[0]


@pytest.mark.parametrize(
    ("data", "grounds", "answer"),
    [
        ("politiegegevens", "bpg-4-2", ""),
        (
            "gezondheid",
            "bpg-4-2",
            "Politie geeft gegevens aan Raad voor de Kinderbescherming. Daar zit bij: gez",
        ),
        ("gezondheid", "bpg-4-2 bw-1-240", ""),
        (
            "gezondheid",
            "bpg-4-2 onbekend",
            "? Politie geeft gegevens aan Raad voor de Kinderbescherming. Welke",
        ),
        ("gezondheid", "wmo-5-2-6", ""),
    ],
)
def test_the_grounds_that_fit_the_parties_allow_all_data(data: str, grounds: str, answer: str) -> None:
    assert says_only(said("GEG003", afspraken__x=flow("politie", "rvdk", data, grounds)), answer)


@pytest.mark.parametrize(
    ("decision", "answer"),
    [
        ("besluit: Besluit van 4 februari 2025", ""),
        ("besluit: onbekend", "? Politie geeft gegevens aan Forensische zorg. Welk schriftelijk besluit"),
        ("opmerking: Het besluit komt nog.", "Politie geeft gegevens aan Forensische zorg. De grondslag"),
    ],
)
def test_a_decision_may_be_unknown_but_not_left_out(decision: str, answer: str) -> None:
    text = flow("politie", "forensische-zorg", "politiegegevens", "wpg-20", f"    {decision}\n")
    assert says_only(said("GEG004", afspraken__x=text), answer)
