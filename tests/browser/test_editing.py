"""The page that explains how to change something: five ways, each on one screen with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SCREENS = ((360, 640), (1280, 800))
WAYS = 5
# A way begins at its heading and ends before the next one; its picture comes first.
MEASURE = """
  heading => {
    let last = heading;
    while (last.nextElementSibling.tagName !== "H2") last = last.nextElementSibling;
    const picture = heading.nextElementSibling.querySelector("img");
    const header = document.querySelector(".md-header").getBoundingClientRect();
    return {
      height: last.getBoundingClientRect().bottom - heading.getBoundingClientRect().top,
      room: innerHeight - header.height,
      drawn: picture.naturalWidth > 0 && picture.getBoundingClientRect().right <= innerWidth,
      alt: picture.alt,
    };
  }
"""


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_each_way_fits_on_one_screen(
    browser: Browser, serve: Callable[[Path], str], plain_site: Path, screen: tuple[int, int]
) -> None:
    page = browser.new_page(viewport={"width": screen[0], "height": screen[1]})
    page.goto(f"{serve(plain_site)}/redactie/", wait_until="networkidle")
    ways = [item for item in page.query_selector_all("h2") if item.inner_text()[:1].isdigit()]
    found = [item.evaluate(MEASURE) for item in ways]
    page.close()
    assert len(found) == WAYS
    assert [way for way in found if way["height"] > way["room"]] == []
    assert all(way["drawn"] and way["alt"] for way in found)
