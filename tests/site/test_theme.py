"""The frame that every page of the handbook gets, in a real build of small handbooks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
THEME = ROOT / "src/ketenhandboek/site/theme"
FICTIONAL = "is een verzonnen regio. Namen, nummers en afspraken in dit handboek zijn fictief."
KETEN = {
    "fictief": True,
    "regio": "Lindewaarde",
    "peildatum": "2026-11-02",
    "bewerk": "https://forge.example/edit/main/",
    "meld": "https://forge.example/issues/new?title=",
}
PAGES = {
    "index.md": "# Welkom\n\nTekst.\n",
    "het-loopt-vast.md": "# Het loopt vast\n\nTekst.\n",
    "over/index.md": "# Over\n\nTekst.\n",
    "over/toegankelijkheid.md": "# Toegankelijkheid\n\nTekst.\n",
    "over/privacy.md": "# Privacy\n\nTekst.\n",
    "handboek/partners/index.md": "# Partners\n\n<div markdown>\n\n- [De Linde](linde.md)\n\n</div>\n",
    "handboek/partners/linde.md": """\
---
title: Veilig Thuis De Linde
record: data/partners.yaml
record_id: partner/de linde
---

# Veilig Thuis De Linde

## Bereikbaar in één oogopslag

| Dag | Uur |
|---|---|
| maandag | altijd |

## Taken

Tekst[^1].

[^1]: Noot.

## Overleggen

??? note "Meer"

    Tekst.
""",
}
NAV = [
    {"Start": "index.md"},
    {"Het loopt vast": "het-loopt-vast.md"},
    {"Wie doet wat": [{"Partners": "handboek/partners/index.md"}]},
    {"Over": ["over/index.md", "over/toegankelijkheid.md", "over/privacy.md"]},
]
ENGLISH = (
    "404 - not found",
    "back to",
    "close",
    "copy",
    "dark mode",
    "edit this",
    "footer",
    "header",
    "home",
    "initializing",
    "jump back",
    "light mode",
    "made with",
    "matching",
    "missing",
    "navigation",
    "next",
    "page not found",
    "permanent link",
    "previous",
    "search",
    "skip to",
    "switch to",
    "table of contents",
    "type to start",
)


def build(
    folder: Path, pages: dict[str, str], keten: dict[str, Any] | None
) -> subprocess.CompletedProcess[str]:
    """Build a handbook of these pages, with the settings of the project; the site is in `folder/site`."""
    for name, text in pages.items():
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
    config: dict[str, Any] = {
        "INHERIT": (ROOT / "mkdocs.yml").as_posix(),
        "docs_dir": "docs",
        "hooks": [],
        "nav": NAV,
        "theme": {"custom_dir": THEME.as_posix()},
    }
    if keten is not None:
        config["extra"] = {"keten": keten}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built handbook of a fictional region."""
    folder = tmp_path_factory.mktemp("handbook")
    done = build(folder, PAGES, KETEN)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder / "site"


def built(site: Path) -> dict[str, str]:
    return {page.relative_to(site).as_posix(): page.read_text("utf-8") for page in site.rglob("*.html")}


def record(site: Path) -> str:
    return (site / "handboek/partners/linde/index.html").read_text("utf-8")


class Words(HTMLParser):
    """All that a page says: its text, and the attributes that are read aloud or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in {"script", "style"}
        spoken = {"aria-label", "title", "placeholder", "alt"}
        self.said += [value for name, value in attrs if name in spoken and value]

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


def words(page: str) -> str:
    """What a page says, and what its scripts may say later."""
    parser = Words()
    parser.feed(page)
    settings = re.search(r'<script id="__config"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert settings
    later = json.loads(settings[1])["translations"].values()
    return " ".join([*parser.said, *later]).lower()


def test_every_page_begins_with_the_acute_numbers(handbook: Path) -> None:
    pages = built(handbook)
    assert {"404.html", "index.html", "handboek/partners/linde/index.html"} <= pages.keys()
    for name, page in pages.items():
        before = page.partition("<header")[0]
        assert 'href="tel:112"' in before, name
        assert 'href="tel:08002000"' in before, name
        assert "Verlaat deze site" in before, name


def test_every_page_says_that_the_region_is_fictional(handbook: Path) -> None:
    assert [name for name, page in built(handbook).items() if f"Lindewaarde {FICTIONAL}" not in page] == []


@pytest.mark.parametrize("keten", [None, {}, {"fictief": False, "regio": "Echtstad"}])
def test_another_region_does_not(tmp_path: Path, keten: dict[str, Any] | None) -> None:
    assert build(tmp_path, PAGES, keten).returncode == 0
    assert [name for name, page in built(tmp_path / "site").items() if "fictief" in page] == []


@pytest.mark.parametrize("english", ENGLISH)
def test_nothing_is_left_in_english(handbook: Path, english: str) -> None:
    found = re.compile(rf"\b{english}\b")
    assert [name for name, page in built(handbook).items() if found.search(words(page))] == []


def test_nothing_comes_from_elsewhere(handbook: Path) -> None:
    asking = re.compile(r"<(?!a\b)\w+[^>]*\b(?:href|src|srcset|action|data)=[\"']?(?:https?:)?//[^>]*>")
    for name, page in built(handbook).items():
        assert asking.findall(page) == [], name
    outside = re.compile(r"(?:url\(|@import\s*)[\"']?(?:https?:)?//[^)]*")
    for sheet in handbook.rglob("*.css"):
        assert outside.findall(sheet.read_text("utf-8")) == [], sheet.name


def test_our_scripts_and_styles_stand_outside_the_page() -> None:
    inline = re.compile(r"<style|\sstyle=|<script(?! src=)|\son\w+=")
    assert [path.name for path in THEME.rglob("*.html") if inline.search(path.read_text("utf-8"))] == []


def test_a_record_page_leads_to_its_overview_and_its_source(handbook: Path) -> None:
    page = record(handbook)
    trail = page.partition("Kruimelpad")[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)">([^<]+)', trail) == [("../../..", "Start"), ("../", "Partners")]
    assert '<li aria-current="page">Veilig Thuis De Linde</li>' in trail
    assert 'href="https://forge.example/edit/main/data/partners.yaml"' in page
    assert (
        'href="https://forge.example/issues/new?title=Klopt%20er%20iets%20niet%3A%20partner/de%20linde'
        in page
    )


def test_a_page_says_where_it_comes_from_when_no_forge_is_known(tmp_path: Path) -> None:
    assert build(tmp_path, PAGES, {}).returncode == 0
    assert "<code>data/partners.yaml</code>" in record(tmp_path / "site")
    assert "<code>docs/index.md</code>" in (tmp_path / "site/index.html").read_text("utf-8")
    assert "komt uit" not in (tmp_path / "site/handboek/partners/index.html").read_text("utf-8")


def test_the_foot_tells_the_reference_date_in_dutch(handbook: Path) -> None:
    line = '<time datetime="2026-11-02" data-kh-state>2 november 2026</time>'
    assert [name for name, page in built(handbook).items() if line not in page] == []


def test_addresses_of_headings_are_plain_ascii(handbook: Path) -> None:
    assert 'href="#bereikbaar-in-een-oogopslag" title="Link naar dit onderdeel"' in record(handbook)


@pytest.mark.parametrize(
    "text",
    [
        "# Start\n\n[weg](weg.md)\n",
        "# Start\n\n<div class='kh-cards' markdown>\n\n- [weg](weg.md)\n\n</div>\n",
        "# Start\n\n[weg](over/index.md#weg)\n",
    ],
)
def test_a_dead_link_stops_the_build(tmp_path: Path, text: str) -> None:
    done = build(tmp_path, {**PAGES, "index.md": text}, KETEN)
    assert done.returncode != 0
    assert "weg" in done.stderr


def test_text_from_records_stays_text(tmp_path: Path) -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    front = yaml.safe_dump(
        {"title": hostile, "description": hostile, "record": hostile, "record_id": hostile}
    )
    pages = {**PAGES, "handboek/partners/linde.md": f"---\n{front}---\n\nTekst.\n"}
    assert build(tmp_path, pages, {**KETEN, "regio": hostile}).returncode == 0
    assert [name for name, page in built(tmp_path / "site").items() if "<img" in page] == []
