"""What professionals come for, on a phone on Saturday night: from the start page in at most two steps.

A step opens another page, or sends a filled-in form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

SATURDAY_NIGHT = "2026-11-28T22:40:00Z"
MOST_STEPS = 2


class Reader:
    """Somebody who begins at the start page, and whose steps are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._steps = 0

    def opens(self, name: str) -> None:
        """Follow the first link with this name in the text of the page."""
        self._step(self.page.locator("article").get_by_role("link", name=name, exact=True).first)

    def sends(self, name: str, **choices: str) -> None:
        """Fill in the form, and send it with the button of this name."""
        for field, choice in choices.items():
            self.page.locator(f"form select[name={field}]").select_option(label=choice)
        self._step(self.page.get_by_role("button", name=name))

    def reads(self, where: str, words: str) -> None:
        """The first of these places holds the words."""
        expect(self.page.locator(where).first).to_contain_text(words)

    def _step(self, target: Locator) -> None:
        self._steps += 1
        assert self._steps <= MOST_STEPS
        before = self.page.url
        target.click()
        self.page.wait_for_url(lambda url: url != before)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(SATURDAY_NIGHT)
    yield page
    context.close()


@pytest.fixture(scope="module")
def start(demo_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(demo_site)


@pytest.fixture
def reader(phone: Page, start: str) -> Iterator[Reader]:
    """Somebody whose phone remembers nothing."""
    phone.goto(start)
    yield Reader(phone)
    phone.evaluate("localStorage.clear()")


def test_whom_to_call_in_zandrijk_about_elder_abuse(reader: Reader) -> None:
    reader.opens("Ik heb een signaal")
    reader.sends(
        "Bekijk de antwoorden",
        werk="Ouderenzorg",
        wens="melden",
        gemeente="Zandrijk",
        thema="Ouderenmishandeling",
    )
    reader.reads("[data-kh-chosen]", "zaterdag 23.40 uur")
    expect(reader.page.locator("[data-kh-answer='0']")).to_have_text("Veilig Thuis Lindewaarde: 0800-2000.")


def test_who_decides_on_a_ban(reader: Reader) -> None:
    reader.opens("Taken")
    reader.opens("Huisverbod opleggen")
    reader.reads("tr:has-text('Zandrijk')", "Gemeente Zandrijk beslist: burgemeester")


def test_what_the_police_may_share_with_the_local_team(reader: Reader) -> None:
    """Nothing was agreed: the page says so, and what to do then."""
    reader.opens("Gegevens delen")
    reader.opens("Politie")
    without = reader.page.locator("h2:has-text('Er is geen afspraak met') + ul")
    expect(without.get_by_text("Lokaal team", exact=True)).to_be_visible()
    reader.reads("article", "Er is dan niets vastgelegd.")


def test_what_the_police_may_share_with_safe_home(reader: Reader) -> None:
    reader.opens("Gegevens delen")
    reader.opens("Politie")
    expect(reader.page.locator("h2#naar-veilig-thuis + *")).not_to_be_empty()


def test_the_next_level_when_it_is_stuck(reader: Reader) -> None:
    reader.opens("Het loopt vast")
    reader.opens("naar de ladders")
    ladder = "li:has(> p > a:text-is('Samenwerking Veilig Thuis en lokaal team'))"
    reader.reads(ladder, "Uitvoerend (1 werkdag) → Teammanager (2 werkdagen)")


def test_which_agreements_end_this_year(reader: Reader) -> None:
    reader.opens("Kwaliteit")
    rows = reader.page.locator("tr:has-text('Laatste dag van de afspraak')").all_inner_texts()
    this_year = [row.split("\t")[-1] for row in rows if "2026" in row.split("\t")[0]]
    assert this_year == ["Opvang en begeleiding 2023-2026"]


def test_the_start_page_remembers_the_municipality(reader: Reader) -> None:
    reader.opens("Zandrijk")
    reader.page.wait_for_url("**/gemeenten/zandrijk/")
    reader.page.go_back()
    own = reader.page.locator("[data-kh-own]")
    expect(own.locator("a:visible")).to_have_text(["Zandrijk", "Noodkaart"])
    own.get_by_role("link", name="Noodkaart").click()
    reader.page.wait_for_url("**/noodkaart/zandrijk/")
