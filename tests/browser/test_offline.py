"""The handbook without a network, in a folder of a larger site: what was kept is shown with its date."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

PLACE = "regio/handboek"
BAR = "[data-kh-age]"
ACTIVE = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"
REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then(found => found.map(({ scope }) => scope))"
CACHES = "caches.keys()"


@pytest.fixture(scope="module")
def host(rare_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has the handbook in one folder, and a page of another in the next."""
    folder = tmp_path_factory.mktemp("host")
    shutil.copytree(rare_site, folder / PLACE)
    (folder / "regio" / "anders.html").write_text("<!doctype html><title>Anders</title><h1>Anders</h1>")
    return folder


@pytest.fixture(scope="module")
def address(host: Path, serve: Callable[..., str]) -> str:
    return serve(host)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """A first visit, to a partner's page, after which the worker is at work."""
    page = context.new_page()
    page.goto(f"{address}/{PLACE}/handboek/partners/politie-tweebeken/")
    page.wait_for_function(ACTIVE)
    return page


def test_what_was_visited_can_be_read_again_with_its_date(page: Page, context: BrowserContext) -> None:
    title = page.locator("h1").inner_text()
    context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(BAR)).to_contain_text("Er is geen verbinding. U leest de pagina die op")


def test_whom_to_call_is_there_without_a_visit(page: Page, context: BrowserContext, address: str) -> None:
    context.set_offline(True)
    page.goto(f"{address}/{PLACE}/handboek/gemeenten/elsbroek/?thema=oud")
    expect(page.locator("article a[href='tel:112']").first).to_be_visible()
    expect(page.locator(BAR)).to_be_visible()
    expect(page.locator("body")).to_have_css("background-color", "rgb(253, 251, 247)")


def test_search_works_without_a_network(page: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    page.reload()
    page.locator("[name=query]").press_sequentially("huisverbod")
    page.locator(".md-search-result__item").first.wait_for()


def test_what_was_not_kept_says_so_and_whom_to_call(
    page: Page, context: BrowserContext, address: str
) -> None:
    context.set_offline(True)
    page.goto(f"{address}/{PLACE}/handboek/begrippen/")
    expect(page.locator("h1")).to_have_text("Deze pagina staat niet op dit apparaat")
    page.get_by_role("link", name="Ga naar de startpagina").click()
    page.locator(BAR).filter(has_text="Er is geen verbinding").wait_for()


def test_with_a_network_the_page_comes_from_there(page: Page, host: Path) -> None:
    file = host / PLACE / "handboek/partners/politie-tweebeken/index.html"
    before = file.read_text("utf-8")
    file.write_text(before.replace("</h1>", " vandaag</h1>"), "utf-8")
    page.reload()
    file.write_text(before, "utf-8")
    expect(page.locator("h1")).to_contain_text("vandaag")
    assert not page.locator(BAR).filter(has_text="geen verbinding").count()


def test_a_network_that_does_not_answer_costs_three_seconds(page: Page, context: BrowserContext) -> None:
    context.route("**/*", lambda route: None if route.request.service_worker else route.continue_())
    began = page.evaluate("Date.now()")
    page.reload()
    page.locator(BAR).filter(has_text="Er is geen verbinding").wait_for()
    assert 2900 < page.evaluate("Date.now()") - began < 6000


def test_nothing_outside_its_folder_is_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/regio/anders.html")
    page.goto(f"{address}/{PLACE}/")
    names = page.evaluate(CACHES)
    assert len(names) == 1
    assert names[0].startswith(f"ketenhandboek:/{PLACE}/:")
    kept = page.evaluate(
        "caches.keys().then(([name]) => caches.open(name)).then(cache => cache.keys())"
        ".then(found => found.map(({ url }) => url))"
    )
    assert all(url.startswith(f"{address}/{PLACE}/") for url in kept)


def test_a_new_version_takes_over_and_keeps_what_was_visited(page: Page, host: Path) -> None:
    [old] = page.evaluate(CACHES)
    page.reload()
    worker = host / PLACE / "sw.js"
    before = worker.read_text("utf-8")
    worker.write_text(before.replace('const VERSION = "', 'const VERSION = "nieuw'), "utf-8")
    page.evaluate("navigator.serviceWorker.ready.then(found => found.update())")
    page.wait_for_function(f"{CACHES}.then(names => names.length === 1 && names[0] !== '{old}')")
    worker.write_text(before, "utf-8")
    visited = "caches.match(location.href).then(found => found !== undefined)"
    assert page.evaluate(visited)


@pytest.mark.parametrize("gone", ["removed", "switched off"])
def test_a_worker_that_is_no_longer_wanted_leaves_nothing(page: Page, host: Path, gone: str) -> None:
    worker = host / PLACE / "sw.js"
    before = worker.read_text("utf-8")
    scripts = host / PLACE / "assets/javascripts/offline.js"
    registering = scripts.read_text("utf-8")
    scripts.write_text("", "utf-8")
    if gone == "removed":
        worker.unlink()
    else:
        worker.write_text(before.replace('const VERSION = "', 'const VERSION = ""; const was = "'), "utf-8")
    page.reload()
    page.wait_for_function(f"{REGISTRATIONS}.then(found => found.length === 0)")
    page.wait_for_function(f"{CACHES}.then(names => names.length === 0)")
    worker.write_text(before, "utf-8")
    scripts.write_text(registering, "utf-8")


def test_a_device_can_install_the_handbook(page: Page) -> None:
    manifest = page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(r => r.json())")
    assert manifest["start_url"] == manifest["scope"] == "."
    sizes = page.evaluate(
        """icons => Promise.all(icons.map(async ({ src }) => {
          const icon = new Image();
          icon.src = new URL(src, document.querySelector('link[rel=manifest]').href);
          await icon.decode();
          return `${icon.naturalWidth}x${icon.naturalHeight}`;
        }))""",
        manifest["icons"],
    )
    assert sizes == [icon["sizes"] for icon in manifest["icons"]]
