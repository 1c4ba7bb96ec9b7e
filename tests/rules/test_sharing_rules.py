"""GEG001: the ground of a flow."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.texts import example_agreement

FLOW = """
    gegevensstromen:
      - id: melding
        van: forensische-zorg
        naar: veilig-thuis
        gegevens:
          - veiligheid-risico
          - politiegegevens
"""


@pytest.mark.parametrize(
    ("grounds", "answer"),
    [
        ([], "Forensische zorg geeft gegevens aan Veilig Thuis (Veiligheid en risico en Politiegegevens)"),
        (["wmo-5-2-6"], ""),
        (["onbekend", "wmo-5-2-6"], ""),
        (["onbekend"], "? Op welke grondslag geeft Forensische zorg aan Veilig Thuis deze gegevens?"),
    ],
)
def test_a_flow_rests_on_at_least_one_known_ground(grounds: list[str], answer: str) -> None:
    listed = "".join(f"          - {ground}\n" for ground in grounds)
    text = example_agreement(FLOW + ("        grondslagen:\n" + listed if grounds else ""))
    messages = said("GEG001", afspraken__stroom=text)
    assert says_only(messages, answer)
