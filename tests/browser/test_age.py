"""Pages that know their age: what a reader is told when the device's date has moved on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ketenhandboek.rules import example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

REGION = Path(example.__file__).parent / "voorbeeldregio"

AGREEMENT = "handboek/afspraken/huisverbod/"
"""Holds up to and including 30 June 2026."""
MUNICIPALITY = "handboek/gemeenten/elsbroek/"
CONCEPTS = "handboek/begrippen/"
EXPIRED = "Deze afspraak is sinds 1 juli 2026 verlopen."
LINKED = (
    "Op deze pagina staat iets uit een afspraak die is verlopen: "
    "Afspraken over het huisverbod (sinds 1 juli 2026)."
)
OLD = "Dit handboek is van 1 maart 2026. Kijk of er een nieuwer is."


@pytest.fixture(scope="module")
def address(rare_site: Path, serve: Callable[..., str]) -> str:
    return serve(rare_site)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(timezone_id="Europe/Amsterdam", service_workers="block")
    yield page
    page.close()


def instant(now: str) -> str:
    """A time on a Dutch clock with its distance from UTC."""
    return f"{now}+0{2 if now > '2026-03-29' else 1}:00"


@pytest.mark.parametrize(
    ("path", "now", "told"),
    [
        (AGREEMENT, "2026-03-01T12:00", []),
        (AGREEMENT, "2026-03-08T23:30", []),
        (AGREEMENT, "2026-03-09T00:30", [OLD]),
        (AGREEMENT, "2026-06-30T23:59", [OLD]),
        (AGREEMENT, "2026-07-01T00:01", [OLD, EXPIRED]),
        (MUNICIPALITY, "2026-07-01T00:01", [OLD, LINKED]),
        ("handboek/afspraken/", "2026-07-01T00:01", [OLD, LINKED]),
        (CONCEPTS, "2026-07-01T00:01", [OLD]),
    ],
)
def test_the_page_holds_itself_against_the_date_of_the_device(
    page: Page, address: str, path: str, now: str, told: list[str]
) -> None:
    page.clock.set_fixed_time(instant(now))
    page.goto(f"{address}/{path}")
    expect(page.locator("[data-kh-age] p")).to_have_text(told)
