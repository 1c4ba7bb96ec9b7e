"""References, where the examples of the rule leave off: every kind of name, mends, and silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from saying import said, says_only
from writing import agreement, line, partner, records

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import load
from ketenhandboek.findings import Problem
from ketenhandboek.rules.basics.references import BAS003
from ketenhandboek.rules.example import EXAMPLE_DAY, example_chain
from ketenhandboek.rules.rule import Example

if TYPE_CHECKING:
    from pathlib import Path

NO_PARTNER = "Er is geen partner of soort partner"
TERM = "termijn:\n  binnen: 1 uur\n  vanaf: "
NEXT = "daarna:\n  - naar: einde\n    als: "
TOLD = "informeert:\n  - "


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("taak: triage", ""),
        ("taak: onbekend", ""),
        ("taak: triaage", "Er is geen taak 'triaage'. Bedoelde u 'triage'?"),
        ("taak: xyz", "Er is geen taak 'xyz'."),
        ("beslist: onbekend", ""),
        ("beslist: lokaal-team", ""),
        ("beslist: lokaal-team/teammanager", ""),
        ("beslist: lokaal-teem/teammanager", f"{NO_PARTNER} 'lokaal-teem'. Bedoelde u 'lokaal-team'?"),
        ("beslist: lokaal-team/teammaneger", "Lokaal team heeft geen functie 'teammaneger'. Bedoelde u"),
        ("beslist: lokaal-team/xyz", "Lokaal team heeft geen functie 'xyz'. Kies uit: "),
        (f"{TOLD}melder", ""),
        (f"{TOLD}meldr", f"{NO_PARTNER} 'meldr'. Bedoelde u 'melder'?"),
        (f"{TERM}ontvangst-melding", ""),
        (f"{TERM}triage/begin", ""),
        (f"{TERM}triaag/begin", "Er is geen taak 'triaag'. Bedoelde u 'triage'?"),
        (f"{TERM}triage", "'triage' is een taak. Schrijf 'triage/begin' of 'triage/einde'."),
        (
            f"{TERM}ontvangst-meldng",
            "Er is geen gebeurtenis 'ontvangst-meldng'. Bedoelde u 'ontvangst-melding'",
        ),
        (f"{NEXT}acute-onveiligheid", ""),
        (f"{NEXT}onbekend", ""),
        (f"{NEXT}klaar", "De taak Triage heeft geen uitkomst 'klaar'. Kies uit: "),
    ],
)
def test_names_in_a_line(key: str, says: str) -> None:
    keys = (key,) if key.startswith("taak") else ("taak: triage", key)
    messages = said("BAS003", afspraken__proef=line(*keys))
    assert says_only(messages, says), messages


@pytest.mark.parametrize(
    ("outcome", "says"), [("klaar", ""), ("kaar", "De taak Preventie heeft geen uitkomst")]
)
def test_a_task_without_outcomes_is_just_done(outcome: str, says: str) -> None:
    assert says_only(said("BAS003", afspraken__proef=line("taak: preventie", NEXT + outcome)), says)


@pytest.mark.parametrize(
    ("key", "replacement"),
    [
        ("taak: triaage", "triage"),
        ("beslist: lokaal-taem/teammanager", None),
        ("beslist: lokal-team/teammanager", "lokaal-team/teammanager"),
        ("beslist: lokaal-team/medewerkr", "lokaal-team/medewerker"),
        (f"{TERM}triagge/begin", "triage/begin"),
        ("taak: xyz", None),
    ],
)
def test_a_mend_is_given_for_a_slip_of_the_pen(key: str, replacement: str | None) -> None:
    keys = (key,) if key.startswith("taak") else ("taak: triage", key)
    (problem,) = BAS003().judge(example_chain(Example.of("", afspraken__proef=line(*keys))))
    assert isinstance(problem, Problem)
    assert (problem.edit.replacement if problem.edit else None) == replacement
    assert problem.edit is None or problem.edit.span == problem.span


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ("afspraak/huisverbod", ""),
        ("begrip/triage", ""),
        ("afspraak/huisverbot", "Er is geen afspraak 'huisverbot'. Bedoelde u 'huisverbod'?"),
        ("afspraken/huisverbod", "Er is geen soort gegevens 'afspraken'. Bedoelde u 'afspraak'?"),
    ],
)
def test_an_exception_names_a_record(record: str, says: str) -> None:
    exceptions = f"""
        uitzonderingen:
          - id: proef
            regel: BAS009
            record: {record}
            reden: De regiegroep beslist in juni.
            tot_en_met: 2026-06-30
            door: regiegroep
        """
    assert says_only(said("BAS003", uitzonderingen=exceptions), says)


@pytest.mark.parametrize(
    ("function", "says"), [("teammanager", ""), ("baas", "Lokaal team heeft geen functie 'baas'.")]
)
def test_who_signs_has_a_function_of_the_party(function: str, says: str) -> None:
    party = f"partijen:\n  - partner: lokaal-team\n    rol: toehoorder\n    functie: {function}"
    assert says_only(said("BAS003", afspraken__proef=agreement(party)), says)


@pytest.mark.parametrize(
    ("function", "says"), [("teammanager", ""), ("baas", "Team heeft geen functie 'baas'.")]
)
def test_a_deputy_has_a_function_of_the_same_partner(function: str, says: str) -> None:
    functions = f"functies:\n  - id: nachtwacht\n    plaatsvervanger: {function}"
    partners = records("partners", partner("Team", "toegang", "regio", functions))
    assert says_only(said("BAS003", partners=partners), says)


@pytest.mark.parametrize(
    ("files", "said_missing"),
    [
        ({"partners": "partners: [team\n"}, False),
        ({"partners": "partners: [ander\n"}, False),
        ({"partners": "partners:\n  - id: [ander\n"}, False),
        ({"partners": "partners:\n  - id: team\n    naam: Team\n"}, False),
        ({"partners": "partners:\n  - naam: Team\n    soort: toegang\n"}, False),
        ({"partners": "partners:\n  - id: ander-team\n    naam: Team\n"}, True),
        ({"eigen/soorten": "soorten:\n  - id: [team\n"}, False),
        ({"overleggen": "overleggen: ja\n", "partners": records("partners", partner("A", "toegang"))}, True),
    ],
)
def test_what_stands_in_a_broken_file_is_not_called_missing(
    tmp_path: Path, files: dict[str, str], said_missing: bool
) -> None:
    files = {"afspraken/proef": line("taak: triage", "beslist: team/baas"), **files}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.yaml").write_text(text)
    found = BAS003().judge(Chain(load(tmp_path), EXAMPLE_DAY))
    assert any("'team'" in item.message for item in found if isinstance(item, Problem)) is said_missing
