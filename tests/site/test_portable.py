"""The generated pages in the successors of the site builder: the same pages with the same pictures."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from ketenhandboek.history.read import read_history
from ketenhandboek.rules.example import clean_chain
from ketenhandboek.site.generate import details, generate

ROOT = Path(__file__).parents[2]
REGION = ROOT / "src/ketenhandboek/rules/voorbeeldregio"
PICTURE = re.compile(r'<svg[^>]* id="(kh-[^"]+)"')
THEMES = {"properdocs": ROOT / "src/ketenhandboek/site/theme", "zensical": None}
"""Zensical fills templates with another engine and does not know ours: it uses its own."""


def settings(theme: Path | None) -> dict[str, Any]:
    """The settings of the project without its hook, and with this theme folder."""
    values: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    del values["hooks"], values["theme"]["custom_dir"]
    if theme:
        values["theme"]["custom_dir"] = theme.as_posix()
    values["extra"]["keten"] = details(clean_chain())
    return values


def contents(site: Path) -> dict[str, list[str]]:
    """The ids of the pictures on each page, by the page's path."""
    return {
        page.relative_to(site).as_posix(): PICTURE.findall(page.read_text("utf-8"))
        for page in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The written pages with those of the example region among them."""
    home = tmp_path_factory.mktemp("opvolgers")
    ours = shutil.ignore_patterns("handboek", "schema", "downloads")
    shutil.copytree(ROOT / "docs", home / "docs", ignore=ours)
    history = read_history(REGION, home / "geschiedenis")
    generate(clean_chain(), home / "docs", home / "tekeningen", history=history)
    return home / "docs"


@pytest.mark.parametrize("builder", THEMES)
def test_a_successor_makes_the_same_pages_with_the_same_pictures(
    builder: str, docs: Path, plain_site: Path, tmp_path: Path
) -> None:
    shutil.copytree(docs, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings(THEMES[builder])), "utf-8")
    command = [sys.executable, "-m", builder, "build", "-f", "mkdocs.yml"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    made, wanted = contents(tmp_path / "site"), contents(plain_site)
    practice = {page for page in wanted if page.startswith("handboek/praktijk/")}
    assert made.keys() | practice == wanted.keys() | practice
    assert {page: made[page] for page in made if page not in practice} == {
        page: wanted[page] for page in wanted if page not in practice
    }
