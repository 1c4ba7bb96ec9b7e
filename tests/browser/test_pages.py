"""One page of each kind as a reader meets it: small and large, in light and dark."""

from __future__ import annotations

import re
from datetime import timedelta
from posixpath import normpath
from typing import TYPE_CHECKING

import pytest
from accessibility import DIAGONAL, faults
from playwright.sync_api import expect

from ketenhandboek.rules.example import EXAMPLE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LONG_AFTER = (EXAMPLE_DAY + timedelta(days=99)).isoformat()
PAGES = (
    "afdrukken/",
    "afdrukken/naslag/",
    "afspraken/",
    "afspraken/huisverbod/",
    "afspraken/zeldzaam/",
    "begrippen/",
    "bronnen-en-normen/",
    "casussen/",
    "casussen/lawaai/",
    "downloads/",
    "escalatie/",
    "escalatie/met-een-gat/",
    "escalatie/nu-in-gevaar/",
    "fasen/",
    "fasen/directe-veiligheid/",
    "gegevens/",
    "gegevens-delen/",
    "gegevens-delen/politie/",
    "gegevens/begrip/",
    "gemeenten/",
    "gemeenten/elsbroek/",
    "keten-in-beeld/",
    "kwaliteit/",
    "mandaten/",
    "noodkaart/",
    "noodkaart/elsbroek/",
    "overleggen/",
    "overleggen/casusoverleg-hulp/",
    "partners/",
    "partners/politie-tweebeken/",
    "praktijk/",
    "praktijk/hoogeveen-2010/",
    "regels/",
    "regels/esc001/",
    "taken/",
    "taken/triage/",
    "themas/",
    "themas/partnergeweld/",
    "wijzigingen/",
    "..",
    "../404.html",
    "../controle-instellen/",
    "../eerste-wijziging/",
    "../het-loopt-vast/",
    "../opdrachten/",
    "../over/",
    "../over/privacy/",
    "../over/toegankelijkheid/",
    "../redactie/",
    "../routewijzer/",
    "../snelheid/",
)


@pytest.fixture(scope="module")
def address(rare_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(rare_site)


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Every address that the page asks for, from the first test on."""
    return []


@pytest.fixture(scope="module")
def page(browser: Browser, address: str, asked: list[str]) -> Iterator[Page]:
    """One page for all tests, long after the build: the bar that tells the age stands on every page."""
    context = browser.new_context(reduced_motion="reduce", service_workers="block")
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.clock.set_fixed_time(LONG_AFTER)
    page.goto(address)
    yield page
    context.close()


def kind_of(page: str) -> str:
    """What a page of the site is one of: the folder of its records, or itself."""
    parts = page.strip("/").split("/")
    return "/".join([*parts[:2], "*"]) if parts[0] == "handboek" and len(parts) > 2 else "/".join(parts)


def test_every_kind_of_page_is_among_them(rare_site: Path) -> None:
    built = {path.parent.relative_to(rare_site).as_posix() for path in rare_site.rglob("index.html")}
    tested = {normpath(f"handboek/{page}") for page in PAGES}
    assert {kind_of(page) for page in tested} == {kind_of(page) for page in built} | {"404.html"}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_serves_everyone(page: Page, address: str, asked: list[str], path: str) -> None:
    """Small and large, light and dark, with every fold open."""
    page.goto(f"{address}/handboek/{path}")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert faults(page, looks=DIAGONAL) == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize("number", ["112", "08002000"])
def test_whom_to_call_stands_on_the_first_screen(page: Page, address: str, number: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.clock.set_fixed_time(EXAMPLE_DAY.isoformat())
    page.goto(f"{address}/handboek/gemeenten/elsbroek/")
    box = page.locator(f"article table a[href='tel:{number}']").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 800


def test_a_link_to_a_line_of_an_agreement_arrives_there(page: Page, address: str) -> None:
    page.goto(f"{address}/handboek/gemeenten/elsbroek/")
    page.get_by_role("link", name="Veiligheidsplan", exact=True).first.click()
    page.wait_for_url("**/afspraken/werkwijze-elsbroek/#veiligheidsplan-elsbroek")
    expect(page.locator("#veiligheidsplan-elsbroek")).to_have_text(re.compile("^Veiligheidsplan"))


def test_the_marked_line_of_a_bad_example_stands_out(page: Page, address: str) -> None:
    page.goto(f"{address}/handboek/regels/esc001/")
    marked = page.locator(".hll").all_inner_texts()
    assert marked
    assert all("# hier" in line for line in marked)


def test_the_emergency_card_is_one_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}/handboek/noodkaart/elsbroek/")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_a_chapter_on_paper_leads_to_its_own_pages(page: Page, address: str) -> None:
    page.goto(f"{address}/handboek/afdrukken/taken/")
    link = page.locator(".kh-sheets a", has_text="Triage").first
    link.click()
    page.wait_for_url(f"{address}/handboek/afdrukken/taken/#blad-*")
    assert page.evaluate("document.querySelector(location.hash).textContent").strip().startswith("Triage")


def test_a_filter_quiets_the_other_lines_and_counts(page: Page, address: str) -> None:
    page.goto(f"{address}/handboek/keten-in-beeld/")
    figure = page.locator(".kh-figure").first
    figure.get_by_label("Fase").select_option(index=1)
    figure.locator(".kh-out").first.wait_for(state="attached")
    shown = figure.locator(".kh-picture .kh-edge:not(.kh-out)").count()
    every = figure.locator(".kh-picture .kh-edge").count()
    assert 0 < shown < every
    expect(figure.get_by_role("status")).to_have_text(f"{shown} van {every} lijnen")
    figure.get_by_label("Fase").select_option(label="Alles")
    expect(figure.locator(".kh-out")).to_have_count(0)


def test_a_picture_fills_the_screen_and_comes_back(page: Page, address: str) -> None:
    page.goto(f"{address}/handboek/keten-in-beeld/")
    figure = page.locator(".kh-figure").first
    figure.get_by_role("button", name="Volledig scherm").press("Enter")
    page.wait_for_function("document.fullscreenElement?.matches('.kh-figure')")
    figure.get_by_role("button", name="Sluit volledig scherm").press("Enter")
    page.wait_for_function("document.fullscreenElement === null")


def test_a_picture_wider_than_its_figure_begins_in_the_middle(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/handboek/keten-in-beeld/")
    middle = "box => box && Math.abs(box.scrollLeft - (box.scrollWidth - box.clientWidth) / 2) < 1.5"
    page.wait_for_function(f"({middle})(document.querySelector('.kh-scroll'))")


def test_a_node_with_the_focus_lights_up_what_it_touches(page: Page, address: str) -> None:
    page.goto(f"{address}/handboek/taken/triage/")
    svg = page.locator(".kh-picture")
    svg.locator("a").first.focus()
    expect(svg).to_contain_class("kh-quiet")
    assert svg.locator(".kh-node.kh-near").count() > 1
    page.keyboard.press("Tab")
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    expect(svg).not_to_contain_class("kh-quiet")


def test_without_script_a_picture_shows_no_tools(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/handboek/keten-in-beeld/")
    assert page.locator(".kh-picture").first.is_visible()
    assert not page.locator(".kh-tools").first.is_visible()
    context.close()
