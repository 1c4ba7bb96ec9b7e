"""Forty faults as editors make them in Lindewaarde, beside the exact text that `keten check` prints."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from ketenhandboek.chain.load import load_chain
from ketenhandboek.report import render
from ketenhandboek.rules.check import check

DATA = Path(__file__).parents[2] / "data"
TABLE = Path(__file__).parent / "veertig_fouten.yaml"


class Fault(NamedTuple):
    """One change of a file, and what is said of it."""

    fout: str
    bestand: str
    was: str
    wordt: str
    waar: str
    regel: str
    zegt: str


FAULTS = [Fault(**row) for row in yaml.safe_load(TABLE.read_text("utf-8"))]


def test_there_are_forty_in_every_family() -> None:
    assert len(FAULTS) == 40
    assert {fault.regel.split()[1][:3] for fault in FAULTS} == {
        "AFS", "BAS", "BEG", "ESC", "GEG", "MAN", "OPV", "OVL", "PRI", "TER", "VER",
    }  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.fout)
def test_a_fault_is_told_in_these_words_and_nothing_else(fault: Fault, tmp_path: Path) -> None:
    folder = shutil.copytree(DATA, tmp_path / "data")
    path = folder / fault.bestand
    text = path.read_text("utf-8")
    assert text.count(fault.was) == 1, "the table names one place"
    path.write_text(text.replace(fault.was, fault.wordt), "utf-8")
    report = check(load_chain(folder, date(2026, 11, 22), shown="data"))
    assert render(report, "text").startswith(f"{fault.waar} {fault.regel}\n  {fault.zegt}\n")
    assert len(report.findings) == 1
