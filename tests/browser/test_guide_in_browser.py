"""The Routewijzer as a professional meets it: on a phone, at night, with a choice that lasts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from accessibility import faults
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
SATURDAY_NIGHT = "2026-11-28T22:40:00Z"
CHRISTMAS = "2026-12-25T11:00:00Z"
LONG_AFTER = "2028-01-05T11:00:00Z"
ELDER = "werk=ouderenzorg&wens=melden&gemeente=zandrijk&thema=ouderenmishandeling&voor=slachtoffer"
BAN = "werk=politie&wens=acuut&over=huisverbod+opleggen&gemeente=zandrijk"


@pytest.fixture(scope="module")
def address(demo_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(demo_site)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(timezone_id="America/New_York", service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(phone: Page) -> Iterator[Page]:
    """The phone, with nothing open and nothing remembered."""
    phone.set_viewport_size({"width": 360, "height": 640})
    yield phone
    phone.unroute_all()
    phone.evaluate("localStorage.clear()")
    phone.goto("about:blank")


def opened(page: Page, address: str, choice: str = "", at: str = SATURDAY_NIGHT) -> None:
    page.clock.set_fixed_time(at)
    page.goto(f"{address}/routewijzer/#{choice}")
    page.locator("[data-kh-guide]").wait_for()


def answer(page: Page, number: int) -> Locator:
    return page.locator(f"[data-kh-answer='{number}']")


@pytest.mark.parametrize(
    ("choice", "at", "call", "decides"),
    [
        (ELDER, SATURDAY_NIGHT, "Veilig Thuis Lindewaarde: 0800-2000.", "teammanager"),
        (
            BAN,
            SATURDAY_NIGHT,
            "Gemeente Zandrijk: via de piketdienst openbare orde",
            "Gemeente Zandrijk, burgemeester",
        ),
        (BAN, "2026-11-27T11:00:00Z", "Gemeente Zandrijk: via het klantcontactcentrum", "burgemeester"),
        (BAN, CHRISTMAS, "Gemeente Zandrijk: via de piketdienst openbare orde", "burgemeester"),
    ],
)
def test_whom_to_call_and_who_decides(
    page: Page, address: str, choice: str, at: str, call: str, decides: str
) -> None:
    """By the clock of Amsterdam, wherever the device thinks it is; a holiday is no working day."""
    opened(page, address, choice, at)
    expect(answer(page, 0)).to_contain_text(call)
    expect(answer(page, 1)).to_contain_text(decides)


def test_the_choice_says_which_day_it_is(page: Page, address: str) -> None:
    opened(page, address, BAN)
    expect(page.locator("[data-kh-chosen]")).to_contain_text("nu: zaterdag 23.40 uur, 's nachts")
    opened(page, address, BAN + "&moment=2026-12-25T12:00")
    told = "25 december 2026: vrijdag (feestdag) 12.00 uur, in het weekend en op feestdagen"
    expect(page.locator("[data-kh-chosen]")).to_contain_text(told)


@pytest.mark.parametrize(
    "choice", [ELDER, BAN, ELDER.replace("melden", "advies"), ELDER.replace("melden", "acuut")]
)
def test_the_first_four_answers_stand_on_one_screen_of_a_phone(page: Page, address: str, choice: str) -> None:
    opened(page, address, choice)
    expect(page.locator(".kh-guide__answer")).to_have_count(4)
    boxes = [box.bounding_box() for box in page.locator(".kh-guide__answer").all()]
    assert all(box and box["y"] >= 52 and box["y"] + box["height"] <= 640 for box in boxes)
    assert page.locator("[data-kh-answer='0'] a[href='tel:08002000'], [data-kh-answer='0'] a").count() > 0


def test_the_other_four_open_below(page: Page, address: str) -> None:
    opened(page, address, ELDER)
    for number, words in ((3, "Meldrecht"), (4, "de melder"), (5, "Trede 1, uitvoerend"), (6, "van kracht")):
        fold = page.locator(".kh-guide__more").nth(number - 3)
        fold.locator("summary").click()
        expect(answer(page, number)).to_contain_text(words)
    expect(answer(page, 6).locator("a[href*='/afspraken/']").first).to_be_visible()


def test_only_work_and_municipality_are_remembered_on_the_device(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_label("Ik werk bij").select_option(label="Politie")
    page.get_by_label("Gemeente", exact=True).select_option("zandrijk")
    page.get_by_label("Thema").select_option("ouderenmishandeling")
    page.goto(f"{address}/")
    opened(page, address)
    chosen = page.locator("[data-kh-chosen]")
    expect(chosen).to_contain_text("Zandrijk · Politie")
    expect(chosen).not_to_contain_text("Ouderenmishandeling")
    stored = page.evaluate("JSON.parse(localStorage.getItem('kh-routewijzer'))")
    assert stored == {"werk": "politie", "gemeente": "zandrijk"}


def test_a_shared_link_brings_a_colleague_to_the_same_answers(
    browser: Browser, page: Page, address: str
) -> None:
    opened(page, address, BAN)
    link = page.locator("[data-kh-share]").evaluate("link => link.href")
    elsewhere = browser.new_context(service_workers="block")
    other = elsewhere.new_page()
    other.clock.set_fixed_time(SATURDAY_NIGHT)
    other.goto(link)
    other.locator("[data-kh-guide]").wait_for()
    for number in range(7):
        expect(answer(other, number)).to_have_text(answer(page, number).inner_text(), use_inner_text=True)
    elsewhere.close()


def test_a_link_with_nonsense_asks_again(page: Page, address: str) -> None:
    opened(page, address, "werk=<script>&gemeente=nergens&thema=x&moment=x")
    expect(page.locator("[data-kh-chosen]")).to_contain_text("Kies waar u werkt")
    expect(page.locator("[data-kh-answers]")).to_be_hidden()


def test_it_works_by_keyboard(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_label("Ik werk bij").focus()
    page.keyboard.type("Politie")
    page.get_by_label("Gemeente", exact=True).focus()
    page.keyboard.type("Zandrijk")
    page.get_by_role("button", name="Bekijk de antwoorden").press("Enter")
    expect(page.locator("[data-kh-answers]")).to_be_focused()
    expect(page.get_by_label("Ik wil")).to_be_hidden()
    page.locator(".kh-guide__choice > summary").press("Enter")
    expect(page.get_by_label("Ik wil")).to_be_visible()


def test_it_says_when_its_data_end(page: Page, address: str) -> None:
    opened(page, address, BAN, LONG_AFTER)
    expect(answer(page, 0)).to_contain_text("Dit handboek weet niets over deze dag.")
    expect(answer(page, 0)).to_contain_text("0800-2000")
    age = "Dit handboek is van 22 november 2026 en kijkt vooruit tot en met 22 mei 2027."
    expect(page.locator("[data-kh-span]")).to_contain_text(age)
    expect(page.locator("[data-kh-span]")).to_contain_text("nieuwer handboek")


def test_an_answer_comes_within_one_frame(page: Page, address: str) -> None:
    opened(page, address, BAN)
    took = page.evaluate(
        """() => {
          const field = document.querySelector(".kh-guide__form").elements.gemeente;
          const start = performance.now();
          for (const option of field.options) {
            option.selected = true;
            field.dispatchEvent(new Event("change", { bubbles: true }));
          }
          return (performance.now() - start) / field.options.length;
        }"""
    )
    assert took < 16


def test_without_script_it_leads_to_the_municipalities(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/routewijzer/")
    assert page.locator("[data-kh-guide]").is_hidden()
    page.get_by_role("link", name="uw gemeente").click()
    expect(page).to_have_url(f"{address}/handboek/gemeenten/")
    context.close()


def test_it_keeps_to_a_strict_policy_and_asks_nothing_elsewhere(page: Page, address: str) -> None:
    """It runs where no script may stand in the page itself."""

    def strict(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, headers={**found.headers, "content-security-policy": POLICY})

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(f"{address}/routewijzer/", strict)
    opened(page, address, BAN)
    expect(answer(page, 1)).to_contain_text("burgemeester")
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_it_serves_everyone(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, address, BAN)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert faults(page) == []


def test_it_is_one_step_from_the_start(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("link", name="Ik heb een signaal").click()
    expect(page).to_have_url(f"{address}/routewijzer/")
