"""A project folder as an editor has it: the settings of the site, a page of its own, and a small region."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.rules import example
from ketenhandboek.rules.example import EXAMPLE_DAY
from ketenhandboek.site.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
KEPT = ".keten"
REGION = Path(example.__file__).parent / "voorbeeldregio"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the example region as its records."""
    write_project(tmp_path)
    return tmp_path


@pytest.fixture
def built_project(built: Path, tmp_path: Path) -> Path:
    """Such a copy, with the handbook in `site` and what a build keeps for the next one."""
    return shutil.copytree(built, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def warm_project(built: Path, project: Path) -> Path:
    """Such a copy, with what a build keeps for the next one: building takes half the time."""
    shutil.copytree(built / KEPT, project / KEPT)
    return project


@pytest.fixture(scope="session")
def built(once: Callable[[str, Callable[[Path], None]], Path], plain_site: Path) -> Path:
    def make(home: Path) -> None:
        write_project(home)
        shutil.copytree(plain_site.with_name(KEPT), home / KEPT)
        build_site(home / "data", home / "mkdocs.yml", home / "site", today=EXAMPLE_DAY)

    return once("project", make)


def write_project(home: Path) -> None:
    for folder in ("docs", "src/ketenhandboek/site/theme", "scripts"):
        shutil.copytree(ROOT / folder, home / folder, ignore=shutil.ignore_patterns("handboek", "schema"))
    shutil.copyfile(ROOT / "mkdocs.yml", home / "mkdocs.yml")
    shutil.copytree(REGION, home / "data")
