"""AFS007: what a local line may make different, and what not."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task

TERM = "    termijn:\n      binnen: {}\n      vanaf: bed-voor-de-nacht/{}\n"
REASON = "    afwijking: Elsbroek is klein.\n"
LONGER = "De termijn is hier 6 werkdagen, maar in 'Afspraken over een bed voor de nacht' 5 werkdagen."
OTHERWISE = "Deze regel is anders dan in 'Afspraken over een bed voor de nacht', bij"


def answered(local: str, regional: str = "") -> list[str]:
    text = bed_agreement("  - id: bed\n    taak: bed-voor-de-nacht\n" + local)
    here = text.replace("voor de nacht\n", "in Elsbroek\n", 1).replace("  - regio\n", "  - elsbroek\n", 1)
    return said(
        "AFS007",
        eigen__taken=bed_task(),
        afspraken__bed=bed_agreement(LINE + TERM.format("5 werkdagen", "begin") + regional),
        afspraken__bed_elsbroek=here + "werkt_uit:\n  - bed\n",
    )


@pytest.mark.parametrize(
    ("local", "answer"),
    [
        (TERM.format("5 werkdagen", "begin"), ""),
        (TERM.format("4 werkdagen", "begin"), f"{OTHERWISE} 'termijn'."),
        (TERM.format("4 werkdagen", "begin") + REASON, ""),
        (TERM.format("6 werkdagen", "begin") + REASON, LONGER),
        (TERM.format("5 kalenderdagen", "begin") + REASON, ""),
        (TERM.format("7 kalenderdagen", "begin") + REASON, LONGER.replace("6 werk", "7 kalender")),
        (TERM.format("onbekend", "begin") + REASON, "? Is de termijn hier even lang"),
        (TERM.format("1 werkdag", "einde") + REASON, "? Is de termijn hier even lang"),
        ("    eindverantwoordelijk: lokaal-team-elsbroek\n", ""),
        (
            "    eindverantwoordelijk: gemeente\n" + REASON,
            "Volgens 'Afspraken over een bed voor de nacht' is",
        ),
        ("    uitvoerders:\n      - lokaal-team-elsbroek\n", ""),
        ("    uitvoerders:\n      - lokaal-team\n      - vrouwenopvang\n", f"{OTHERWISE} 'uitvoerders'."),
        ("    uitvoerders:\n      - lokaal-team\n      - vrouwenopvang\n" + REASON, ""),
        (
            "    uitvoerders:\n      - vrouwenopvang\n" + REASON,
            "Volgens 'Afspraken over een bed voor de nacht'",
        ),
        ("    informeert:\n      - politie\n", ""),
        ("    daarna:\n      - naar: einde\n", ""),
        ("    daarna:\n      - naar: opvang\n", f"{OTHERWISE} 'daarna'."),
    ],
)
def test_a_local_line_is_equal_or_stricter_with_a_reason(local: str, answer: str) -> None:
    assert says_only(answered(local), answer)


@pytest.mark.parametrize(
    ("key", "local"),
    [
        ("termijn", TERM.format("6 werkdagen", "begin")),
        ("eindverantwoordelijk", "    eindverantwoordelijk: gemeente\n"),
        ("uitvoerders", "    uitvoerders:\n      - vrouwenopvang\n"),
    ],
)
def test_what_is_left_open_may_be_filled_in_freely(key: str, local: str) -> None:
    assert answered(local, f"    lokaal_in_te_vullen:\n      - {key}\n") == []
