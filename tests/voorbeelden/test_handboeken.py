"""Every chain from practice is a handbook of its own."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.load import load_chain
from ketenhandboek.graphs.pictures import Failure
from ketenhandboek.pages.every import every_page
from ketenhandboek.pages.page import Book
from ketenhandboek.rules.check import check
from ketenhandboek.site.build import build_site

if TYPE_CHECKING:
    from ketenhandboek.graphs.view import View

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "voorbeelden"
STATES = sorted(region.parent for region in FOLDER.glob("*/*/regio.yaml"))
TODAY = date(2026, 3, 1)


def undrawn(_: View) -> Failure:
    return Failure("missing", "Graphviz ontbreekt.")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.relative_to(FOLDER).as_posix())
def test_every_state_has_a_page_for_each_partner_meeting_and_agreement(state: Path) -> None:
    chain = load_chain(state, TODAY)
    pages = {page.path for page in every_page(Book(chain, cache(partial(check, chain)), undrawn))}
    folders = {
        "partner": "partners",
        "overleg": "overleggen",
        "afspraak": "afspraken",
        "gemeente": "gemeenten",
    }
    wanted = {
        f"handboek/{folders[entry.kind.name]}/{entry.id}.md"
        for entry in chain.records.entries
        if entry.kind.name in folders
    }
    assert wanted
    assert wanted <= pages


def test_a_state_builds_into_a_site_without_warnings(tmp_path: Path) -> None:
    for folder in ("docs", "src/ketenhandboek/site/theme", "scripts", "voorbeelden"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("handboek", "schema"))
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    state = tmp_path / "voorbeelden" / "hoogeveen-2010" / "na"
    built = build_site(state, tmp_path / "mkdocs.yml", tmp_path / "site", today=TODAY)
    assert built.warnings == ()
    assert (tmp_path / "site" / "handboek" / "partners" / "ashg-drenthe" / "index.html").is_file()
