"""What a change of its dates means for an agreement, and a change of any other record."""

from __future__ import annotations

import pytest
from told import FLOW, LINE, TASK, sentences

from ketenhandboek.rules.texts.briefs import brief_agreement

STATES = (
    (
        "another party from a day within the horizon",
        "geldig:\n  van: 2025-01-01\n  tot_en_met: 2026-04-30\n" + LINE,
        "geldig:\n  van: 2025-01-01\n" + LINE,
        "In Berkenrade en Elsbroek is vanaf 1 mei 2026 Politie eindverantwoordelijk voor opvang zoeken. "
        "Eerst was dat niemand.",
        "De afspraak 'Proef' heeft geen einddatum meer. "
        "Eerst gold die vanaf 1 januari 2025 tot en met 30 april 2026.",
    ),
    (
        "renewed beyond the horizon",
        "geldig:\n  van: 2025-01-01\n  tot_en_met: 2027-04-30\n" + LINE,
        "geldig:\n  van: 2025-01-01\n  tot_en_met: 2029-04-30\n" + LINE,
        "De afspraak 'Proef' is verlengd tot en met 30 april 2029. "
        "Eerst gold die vanaf 1 januari 2025 tot en met 30 april 2027.",
    ),
    (
        "a later begin",
        "geldig:\n  van: 2028-01-01\n" + LINE,
        "geldig:\n  van: 2028-06-01\n" + LINE,
        "De afspraak 'Proef' geldt nu vanaf 1 juni 2028. Eerst gold die vanaf 1 januari 2028.",
    ),
    (
        "withdrawn in the past of the horizon",
        "geldig:\n  van: 2025-01-01\n" + FLOW,
        "geldig:\n  van: 2025-01-01\ningetrokken_op: 2026-02-01\n" + FLOW,
        "De afspraak 'Proef' is ingetrokken op 1 februari 2026.",
    ),
)


@pytest.mark.parametrize(("shows", "old", "new", "expected"), [(s, o, n, e) for s, o, n, *e in STATES])
def test_when_an_agreement_holds(shows: str, old: str, new: str, expected: list[str]) -> None:
    texts = (
        {"eigen__taken": TASK, "afspraken__proef": brief_agreement("Proef", text)} for text in (old, new)
    )
    assert list(sentences(*texts)) == expected, shows


MEETING = """\
overleggen:
  - id: proef
    naam: Proefoverleg
    soort: regiegroep
    voorzitter: veilig-thuis-tweebeken/teammanager
    elke: 1 week
"""
PARTNER = """\
partners:
  - id: proef
    naam: Huisarts Proef
    soort: huisarts
    werkgebied:
      - gebied: regio
"""
WEIGHT = """\
uitzonderingen:
  - id: proef
    regel: TER009
    ernst: advies
    reden: Dat telt hier minder.
    door: de regiegroep
"""
WORD = "begrippen:\n  - id: proef\n    naam: proef\n    betekenis: Iets.\n"
RECORDS = (
    ("overleggen", "", MEETING, "Er is een nieuw overleg: Proefoverleg."),
    ("overleggen", MEETING, "", "Het overleg Proefoverleg vervalt."),
    (
        "overleggen",
        MEETING,
        MEETING.replace("teammanager", "directeur").replace("1 week", "2 weken"),
        "Proefoverleg: voorzitter is nu directeur van Veilig Thuis Tweebeken, "
        "niet meer teammanager van Veilig Thuis Tweebeken.",
        "Proefoverleg komt voortaan elke 2 weken bij elkaar. Eerst was dat elke week.",
    ),
    ("partners", "", PARTNER, "Huisarts Proef doet mee."),
    (
        "partners",
        PARTNER,
        PARTNER + "    bestaat:\n      tot_en_met: 2026-05-31\n",
        "Huisarts Proef stopt. De laatste dag is 31 mei 2026.",
    ),
    (
        "partners",
        PARTNER,
        PARTNER.replace("Huisarts P", "Dokter P"),
        "Huisarts Proef heet voortaan Dokter Proef.",
    ),
    (
        "begrippen",
        WORD,
        WORD.replace("Iets", "Wat"),
        "Het begrip proef betekent nu: Wat. Eerst was dat: Iets.",
    ),
    ("begrippen", WORD, "", "Het begrip proef vervalt."),
    ("uitzonderingen", "", WEIGHT, "De regio weegt TER009 als advies. De reden: Dat telt hier minder."),
    ("uitzonderingen", WEIGHT, "", "De regio weegt TER009 niet langer als advies."),
    (
        "uitzonderingen",
        WEIGHT,
        f"{WEIGHT}    tot_en_met: 2026-06-30\n",
        "De regio weegt TER009 als advies, tot en met 30 juni 2026. De reden: Dat telt hier minder.",
    ),
)


@pytest.mark.parametrize(("kind", "old", "new", "expected"), [(k, o, n, e) for k, o, n, *e in RECORDS])
def test_a_change_of_another_record_in_words(kind: str, old: str, new: str, expected: list[str]) -> None:
    assert list(sentences(*({kind: text} if text else {} for text in (old, new)))) == expected
