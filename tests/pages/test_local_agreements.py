"""What an agreement's page tells per municipality: what each made of a model, and who signed there."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest
from handbook import chain_of, pages_of
from test_golden import check, section

from ketenhandboek.chain.load import load_chain
from ketenhandboek.pages.tools import badge

ROOT = Path(__file__).parents[2]
MODEL = "Uitwerking per gemeente"
SIGNED = "Wie tekende"
TEN = "voorbeelden/eergerelateerd-geweld-2011/2011"
COVENANT = "handboek/afspraken/convenant.md"
TODAY = date(2026, 11, 22)
SHOWN = (
    ("data", "samenwerking-veilig-thuis-2025", MODEL),
    ("data", "samenwerking-veilig-thuis-2025", SIGNED),
    ("voorbeelden/hart-van-brabant-2020/2020", "model-samenwerkingsafspraken", MODEL),
    (TEN, "convenant", SIGNED),
)


@cache
def pages(region: str) -> dict[str, str]:
    return pages_of(load_chain(ROOT / region, TODAY))


@pytest.mark.parametrize(("region", "agreement", "heading"), SHOWN)
def test_a_section_per_municipality_is_as_agreed(region: str, agreement: str, heading: str) -> None:
    name = f"{agreement} {heading}.md".lower().replace(" ", "-")
    check(name, section(pages(region)[f"handboek/afspraken/{agreement}.md"], f"## {heading}"))


@pytest.mark.parametrize(
    ("signed", "cell"),
    [
        ("    getekend: 2011-01-10\n", "10&nbsp;januari&nbsp;2011"),
        ("    getekend: 2012-01-10\n", badge("let-op", "pas op 10 januari 2012")),
        ("    getekend: onbekend\n", badge("info", "onbekend")),
        ("", badge("fout", "nog niet")),
    ],
)
def test_a_cell_says_whether_and_when_a_municipality_signed(tmp_path: Path, signed: str, cell: str) -> None:
    region = copytree(ROOT / TEN, tmp_path / "tien")
    covenant = region / "afspraken" / "convenant.yaml"
    first = "partner: gemeente-arnhem\n    rol: uitvoerend\n"
    text = covenant.read_text("utf-8").replace(f"{first}    getekend: onbekend\n", first + signed)
    covenant.write_text(text, "utf-8")
    (row,) = (
        line for line in pages_of(load_chain(region, TODAY))[COVENANT].splitlines() if "| [Arnhem]" in line
    )
    assert row.split(" | ")[1] == cell


def test_two_municipalities_are_no_matrix() -> None:
    found = pages_of(chain_of())["handboek/afspraken/regionale-afspraken.md"]
    assert "| Waar |" not in found
    assert "2 van de 2 gemeenten" in found
