"""The handbook as a zip, unpacked and opened from `file://` without any network."""

from __future__ import annotations

import re
import shutil
from contextlib import chdir
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from ketenhandboek.rules.example import EXAMPLE_DAY
from ketenhandboek.site.archive import zip_folder
from ketenhandboek.site.local import make_local
from ketenhandboek.site.take import ZIP, take_zip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LINK = re.compile(r'\bhref="([^"]*)"')


@pytest.fixture(scope="module")
def home(once: Callable[[str, Callable[[Path], None]], Path], plain_site: Path) -> Path:
    """The unpacked handbook."""

    def make(folder: Path) -> None:
        with chdir(plain_site.parent):
            taken = take_zip(Path("data"), None, folder, today=EXAMPLE_DAY)
        with ZipFile(taken) as packed:
            packed.extractall(folder)

    return once("zip", make) / "handboek"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, home: Path, asked: list[str]) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto((home / "index.html").as_uri())
    yield page
    context.close()


def test_every_link_leads_to_a_file(home: Path) -> None:
    """Also links inside pictures; a browser shows a folder as a list of files."""
    for path in sorted(home.rglob("index.html")):
        links = (unescape(link) for link in LINK.findall(path.read_text("utf-8")))
        here = {urldefrag(urljoin(path.as_uri(), link)).url.partition("?")[0] for link in links}
        local = {Path(link.removeprefix("file://")) for link in here if link.startswith("file:")}
        assert [link for link in sorted(local) if not link.is_file()] == [], path


def test_search_works_and_its_results_open(page: Page, asked: list[str]) -> None:
    page.locator("[name=query]").fill("huisverbod")
    page.locator("[name=query]").press("End")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/index.html*")
    expect(page.locator("article")).to_contain_text("huisverbod", ignore_case=True)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_link_in_the_menu_works_and_search_on_a_page_below(page: Page) -> None:
    page.get_by_role("link", name="Gemeenten", exact=True).first.click()
    page.wait_for_url("**/gemeenten/index.html")
    page.locator("[name=query]").press_sequentially("huisverbod")
    page.locator(".md-search-result__item").first.wait_for()


def test_the_routewijzer_answers_and_its_links_open(page: Page, home: Path, asked: list[str]) -> None:
    page.clock.set_fixed_time(f"{EXAMPLE_DAY}T12:00:00Z")
    page.goto((home / "routewijzer" / "index.html").as_uri() + "#werk=politie&wens=acuut&gemeente=elsbroek")
    call = page.locator("[data-kh-answer='0']")
    call.locator("a[href='tel:112']").first.wait_for()
    call.locator("a[href*='/partners/']").first.click()
    page.wait_for_url("**/handboek/partners/*/index.html")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_the_zip_has_the_same_bytes_every_time(home: Path, plain_site: Path, tmp_path: Path) -> None:
    """Another build of the same records, packed at another time."""
    site = tmp_path / "site"
    shutil.copytree(plain_site, site)
    make_local(site)
    zip_folder(site, tmp_path / ZIP, EXAMPLE_DAY, "handboek")
    assert (tmp_path / ZIP).read_bytes() == (home.parent / ZIP).read_bytes()


def test_the_zip_holds_nothing_for_servers(home: Path) -> None:
    assert not [
        name for name in ("sw.js", "_headers", ".htaccess", "server", "404.html") if (home / name).exists()
    ]
