"""The regions that `scripts/bench/region.py` makes up: any size, the same every time, and without errors."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml
from environment import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def make(folder: Path, *, seed: int = 1, partners: int = 50, agreements: int = 100) -> Path:
    script = ROOT / "scripts" / "bench" / "region.py"
    size = ["--seed", str(seed), "--partners", str(partners), "--agreements", str(agreements)]
    subprocess.run([sys.executable, script, *size, "--out", folder], check=True)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_region(tmp_path: Path) -> None:
    first = content(make(tmp_path / "first"))
    assert content(make(tmp_path / "again")) == first
    assert content(make(tmp_path / "other", seed=2)) != first


@pytest.mark.parametrize(("partners", "agreements"), [(18, 10), (50, 100), (260, 400)])
def test_a_region_of_any_size_has_no_errors(tmp_path: Path, partners: int, agreements: int) -> None:
    region = make(tmp_path / "region", seed=partners, partners=partners, agreements=agreements)
    written = yaml.safe_load((region / "partners.yaml").read_text("utf-8"))["partners"]
    assert len(written) == partners
    assert len(list(region.glob("afspraken/*.yaml"))) == agreements

    keten = [sys.executable, "-c", "from ketenhandboek.cli.group import main; main()"]
    checked = subprocess.run([*keten, "check", region, "--format", "json"], capture_output=True, check=False)
    errors = [each for each in json.loads(checked.stdout)["findings"] if each["severity"] == "fout"]
    assert errors == []
    assert checked.returncode == 0
