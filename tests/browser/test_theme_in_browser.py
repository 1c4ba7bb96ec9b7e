"""The frame of the handbook as a reader meets it: by keyboard, on a small screen, in light and dark."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from accessibility import axe_finds, faults
from playwright.sync_api import expect

from ketenhandboek.site.generate import OWNED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "sample"
RECORD = "/handboek/gemeenten/lindestad/"
PAGES = ("/", "/het-loopt-vast/", "/redactie/", "/over/toegankelijkheid/", RECORD, "/404.html")
CONFIG = """\
INHERIT: {root}/mkdocs.yml
docs_dir: docs
site_dir: site
hooks: []
theme:
  custom_dir: {root}/src/ketenhandboek/site/theme
extra:
  keten:
    fictief: true
    regio: Lindewaarde
    peildatum: 2026-11-22
    bewerk: https://forge.example/edit/main/
    meld: https://forge.example/issues/new?title=
"""


def generated_pages(entry: Any) -> Iterator[str]:
    """The pages in the menu that the generator writes."""
    if isinstance(entry, str):
        yield from [entry] if entry.startswith(OWNED) else []
    else:
        for part in entry.values() if isinstance(entry, dict) else entry:
            yield from generated_pages(part)


def write_sample(folder: Path) -> None:
    """The hand-written pages, a line for each generated overview, and one page that shows every pattern."""
    shutil.copytree(ROOT / "docs", folder, ignore=shutil.ignore_patterns(*OWNED))
    for name in generated_pages(yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]):
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {Path(name).stem}\n\nEen huisverbod duurt tien dagen.\n", "utf-8")
    shutil.copy(SAMPLE / "lindestad.md", folder / "handboek/gemeenten/lindestad.md")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    folder = tmp_path_factory.mktemp("handbook")
    write_sample(folder / "docs")
    (folder / "mkdocs.yml").write_text(CONFIG.format(root=ROOT.as_posix()), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return serve(folder / "site")


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the sample; options are those of a browser context, plus `width`."""
    contexts = []

    def start(path: str, width: int = 320, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 640}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield start
    for context in contexts:
        context.close()


def press_until(page: Page, selector: str, key: str = "Tab", most: int = 80) -> None:
    for _ in range(most):
        if page.locator(selector).evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} does not reach {selector}")


def tab_stops(page: Page) -> list[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page to its end."""
    stops: list[dict[str, Any]] = []
    while len(stops) < 200:
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const element = document.activeElement, box = element.getBoundingClientRect();
              return { name: element.outerHTML.slice(0, 120), body: element === document.body,
                menu: !!element.closest("#kh-menu"), search: !!element.closest("#kh-search"),
                seen: element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
                  && box.right > 0 && box.left < innerWidth };
            }"""
        )
        if stop["body"]:
            return stops
        stops.append(stop)
    pytest.fail("the Tab key goes round in circles")


def test_a_closed_menu_and_a_closed_search_are_no_stops(open_page: Callable[..., Page]) -> None:
    stops = tab_stops(open_page(RECORD))
    assert stops
    assert [stop["name"] for stop in stops if stop["menu"] or stop["search"]] == []
    assert [stop["name"] for stop in stops if not stop["seen"]] == []


def test_the_menu_opens_serves_and_closes_by_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page("/", reduced_motion="reduce")
    opener = page.get_by_role("button", name="Menu", exact=True)
    press_until(page, "[data-kh-menu=open]")
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-kh-menu=close]")).to_be_focused()
    assert all(stop["menu"] and stop["seen"] for stop in tab_stops(page))

    page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_be_focused()

    page.keyboard.press("Enter")
    press_until(page, "#kh-menu a[href$='gemeenten/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/handboek/gemeenten/")


def test_the_menu_says_where_the_reader_is(open_page: Callable[..., Page]) -> None:
    current = "#kh-menu [aria-current]"
    assert open_page("/redactie/", 1280).locator(current).get_attribute("aria-current") == "page"
    overview = open_page(RECORD, 1280).locator(current)
    assert (overview.inner_text(), overview.get_attribute("aria-current")) == ("Gemeenten", "true")


@pytest.mark.parametrize("width", [320, 1280])
def test_search_works_by_keyboard(open_page: Callable[..., Page], width: int) -> None:
    page = open_page("/", width)
    press_until(page, "[data-kh-search=open]" if width == 320 else "[name=query]")
    if width == 320:
        page.keyboard.press("Enter")
    page.keyboard.type("huisverbod")
    page.get_by_text("pagina's gevonden").wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result :focus")).to_have_count(1)

    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    if width == 320:
        opener = page.locator("[data-kh-search=open]")
        expect(opener).to_have_attribute("aria-expanded", "false")
        expect(opener).to_be_focused()


def test_single_letters_do_nothing(open_page: Callable[..., Page]) -> None:
    page = open_page(RECORD, 1280)
    page.keyboard.type("sf/pn,.")
    assert page.evaluate("document.activeElement === document.body")
    assert page.url.endswith(RECORD)


def test_the_choice_of_colours_stays(open_page: Callable[..., Page]) -> None:
    page = open_page("/", color_scheme="light")
    dark, light = (page.locator(f"body[data-md-color-scheme={scheme}]") for scheme in ("slate", "default"))
    expect(light).to_be_attached()
    page.get_by_label("Donker").check()
    expect(dark).to_be_attached()
    page.reload()
    expect(dark).to_be_attached()
    expect(page.get_by_label("Donker")).to_be_checked()
    page.get_by_label("Zoals dit apparaat").check()
    expect(light).to_be_attached()


def test_the_exit_leaves_no_way_back(open_page: Callable[..., Page]) -> None:
    page = open_page("/")
    page.route("https://www.rijksoverheid.nl/", lambda route: route.fulfill(body="elders"))
    page.goto(page.url + "redactie/")
    page.get_by_role("link", name="Verlaat deze site").click()
    page.wait_for_url("https://www.rijksoverheid.nl/")
    page.go_back()
    assert not page.url.endswith("redactie/")


def test_a_wide_table_is_a_stop_and_a_narrow_one_is_not(open_page: Callable[..., Page]) -> None:
    wide = open_page(RECORD, 320).locator(".kh-table-box").first
    expect(wide).to_have_attribute("tabindex", "0")
    expect(wide).to_have_attribute("role", "group")
    assert open_page(RECORD, 1280).locator(".kh-table-box").first.get_attribute("tabindex") is None


def test_without_script_the_menu_is_a_list_below(open_page: Callable[..., Page]) -> None:
    page = open_page(RECORD, java_script_enabled=False)
    page.get_by_role("link", name="Menu", exact=True).click()
    page.get_by_role("navigation", name="Alle onderdelen").get_by_role("link", name="Mandaten").click()
    page.wait_for_url("**/handboek/mandaten/")
    assert not page.get_by_role("button").first.is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_the_frame_serves_everyone(open_page: Callable[..., Page], path: str) -> None:
    assert faults(open_page(path, reduced_motion="reduce"), "html") == []


@pytest.mark.parametrize("opener", ["[data-kh-menu=open]", "[data-kh-search=open]"])
def test_axe_finds_nothing_in_an_open_menu_or_search(open_page: Callable[..., Page], opener: str) -> None:
    page = open_page("/", reduced_motion="reduce")
    page.locator(opener).click()
    if "search" in opener:
        page.keyboard.type("huisverbod")
        page.get_by_text("pagina's gevonden").wait_for()
    assert axe_finds(page, "html") == []


def test_no_request_leaves_this_machine(browser: Browser, address: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path, wait_until="networkidle")
    page.locator("[name=query]").press_sequentially("huisverbod")
    page.get_by_text("pagina's gevonden").wait_for()
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
