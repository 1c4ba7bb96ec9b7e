"""A project folder as an editor has it: the settings of the site, a page of its own, and a small region."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ketenhandboek.rules import example

ROOT = Path(__file__).parents[2]
REGION = Path(example.__file__).parent / "voorbeeldregio"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the example region as its records."""
    for folder in ("docs", "src/ketenhandboek/site/theme", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("handboek", "schema"))
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    shutil.copytree(REGION, tmp_path / "data")
    return tmp_path
