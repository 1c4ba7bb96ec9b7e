"""What a site gets after MkDocs, and how it changes for a device without a server."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from ketenhandboek.rules.example import EXAMPLE_DAY
from ketenhandboek.site.archive import zip_folder
from ketenhandboek.site.build import build_site
from ketenhandboek.site.local import file_of, local_page

REGION = Path(__file__).parents[2] / "src/ketenhandboek/rules/voorbeeldregio"
VERSION = re.compile(r'^const VERSION = "(.*)";', re.MULTILINE)


def test_the_worker_has_a_version_and_keeps_files_that_are_there(plain_site: Path) -> None:
    text = (plain_site / "sw.js").read_text("utf-8")
    [version] = VERSION.findall(text)
    kept = re.findall(r'"([^"]*)"', text.split("const KEPT = ")[1].split("\n")[0])
    assert len(version) == 16
    assert "handboek/gemeenten/elsbroek/" in kept
    files = [plain_site / path for path in kept]
    assert [path for path in files if not path.is_file() and not (path / "index.html").is_file()] == []


def test_without_offline_the_worker_has_no_version_and_no_page_asks_for_it(warm_project: Path) -> None:
    settings = warm_project / "mkdocs.yml"
    contact = "  beveiliging:\n    contact: mailto:veilig@regio.example\n"
    changed = settings.read_text("utf-8").replace("  offline: true\n", f"  offline: false\n{contact}")
    settings.write_text(changed, "utf-8")
    site = warm_project / "site"
    build_site(warm_project / "data", settings, site, today=EXAMPLE_DAY)
    assert VERSION.findall((site / "sw.js").read_text("utf-8")) == [""]
    assert "offline.js" not in (site / "index.html").read_text("utf-8")
    assert (site / ".well-known/security.txt").is_file()


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../x/", "../x/index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("../a.css", "../a.css"),
        ("x/v1.2", "x/v1.2"),
    ],
)
def test_the_address_of_a_folder_becomes_that_of_its_page(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize(
    ("html", "local"),
    [
        ('<a href="../x/#deel">', '<a href="../x/index.html#deel">'),
        ('<a xlink:href="../x/">', '<a xlink:href="../x/index.html">'),
        ('<a href="x/?gemeente=a#b">', '<a href="x/index.html?gemeente=a#b">'),
        ('<a href="#deel">', '<a href="#deel">'),
        ('<a href="tel:112">', '<a href="tel:112">'),
        ('<a href="https://www.rijksoverheid.nl/">', '<a href="https://www.rijksoverheid.nl/">'),
    ],
)
def test_only_links_within_the_site_change(html: str, local: str) -> None:
    assert local_page(html) == local


def test_a_zip_does_not_depend_on_when_or_in_what_order_files_were_made(tmp_path: Path) -> None:
    for turn, names in enumerate((("a", "b/c"), ("b/c", "a"))):
        for name in names:
            file = tmp_path / str(turn) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name, "utf-8")
            file.chmod(0o600 if turn else 0o644)
        zip_folder(tmp_path / str(turn), tmp_path / f"{turn}.zip", date(2026, 11, 22), "boek")
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()
    with ZipFile(tmp_path / "0.zip") as packed:
        assert packed.namelist() == ["boek/a", "boek/b/c"]
