"""What an editor probably meant."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from ketenhandboek.kinds.explain.nearby import mends, near_misses
from ketenhandboek.kinds.explain.quoting import quoted, scalar

VALUES = json.loads((files("ketenhandboek.kinds") / "values.json").read_text("utf-8"))["$defs"]


@pytest.mark.parametrize(
    ("shape", "text", "meant"),
    [
        ("id", "Veilig Thuis", ["veilig-thuis"]),
        ("id", "coördinatoren_overleg", ["coordinatoren-overleg"]),
        ("id", "???", []),
        ("verwijzing", "VEILIG-THUIS", ["veilig-thuis"]),
        ("verwijzingMetFunctie", "Lokaal team/Team manager", ["lokaal-team/team-manager"]),
        ("dag", "31-1-2025", ["2025-01-31"]),
        ("dag", "31/01/2025", ["2025-01-31"]),
        ("dag", "2025-1-5", ["2025-01-05"]),
        ("dag", "31-13-2025", []),
        ("dag", "januari 2025", []),
        ("dagOfOnbekend", "Onbekend", ["onbekend"]),
        ("duur", "5 dagen", ["5 werkdagen", "5 kalenderdagen"]),
        ("tijdvak", "5 dagen", ["5 kalenderdagen"]),
        ("duur", "48 uren", ["48 uur"]),
        ("duur", "48uur", ["48 uur"]),
        ("duur", "5  Werkdagen", ["5 werkdagen"]),
        ("duur", "vijf werkdagen", ["5 werkdagen"]),
        ("duur", "12 mnd", ["12 maanden"]),
        ("duur", "2", []),
        ("duur", "zo snel mogelijk", []),
        ("kloktijd", "8:30", ["08:30"]),
        ("kloktijd", "8.30", ["08:30"]),
        ("kloktijd", "17 uur", ["17:00"]),
        ("kloktijd", "25:00", []),
        ("gemeentecode", "518", ["GM0518"]),
        ("gemeentecode", "gm0518", ["GM0518"]),
        ("regel", " tekst  met spaties ", ["tekst met spaties"]),
    ],
)  # fmt: skip
def test_another_way_to_write_the_same_value(shape: str, text: str, meant: list[str]) -> None:
    schema = VALUES[shape]
    found = mends(text, schema["pattern"])
    assert [form for form in found if form != text] == meant


@pytest.mark.parametrize(
    ("word", "options", "meant"),
    [
        ("eindverantwoordelijke", ["uitvoerders", "eindverantwoordelijk"], ["eindverantwoordelijk"]),
        ("tot en met", ["tot_en_met", "tot"], ["tot_en_met"]),
        ("Coördinatie", ["coordinatie"], ["coordinatie"]),
        ("kleur", ["naam", "soort"], []),
        ("x" * 1000, ["x" * 999], []),
    ],
)
def test_the_word_that_was_probably_meant(word: str, options: list[str], meant: list[str]) -> None:
    assert near_misses(word, options) == meant


def test_quotations_are_short_and_printable() -> None:
    assert quoted("a\x1b[31m\nb") == "'a [31m b'"
    assert quoted("x" * 61) == f"'{'x' * 60}…'"


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("2025-01-31", "2025-01-31"),
        ("5 werkdagen", "5 werkdagen"),
        ("2017", "'2017'"),
        ("null", "'null'"),
        ("a: b", "'a: b'"),
        ("'s-Gravenhage", "'''s-Gravenhage'"),
    ],
)
def test_a_replacement_stays_the_text_that_was_meant(text: str, yaml: str) -> None:
    assert scalar(text) == yaml
