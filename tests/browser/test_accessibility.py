"""What the tests of pages look at: one odd line among many that are alike is not overlooked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from accessibility import axe_finds

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGE = "<style>td {{ padding: 1em }}</style><main><table>{}</table></main>"
ROW = '<tr><td style="{}">Triage</td><td><a href="/">{}</a></td></tr>'
USUAL = ROW.format("", "Politie") * 20
ODD = {
    "a faint text": (ROW.format("color: #999", "Politie"), "color-contrast"),
    "a text on another ground": (ROW.format("background: #222", "Politie"), "color-contrast"),
    "a text that shines through": (ROW.format("opacity: 0.4", "Politie"), "color-contrast"),
    "a link without a name": (ROW.format("", "<img alt>"), "link-name"),
}


@pytest.mark.parametrize(("row", "rule"), ODD.values(), ids=ODD)
def test_one_odd_line_among_many_is_found(browser: Browser, row: str, rule: str) -> None:
    page = browser.new_page()
    page.set_content(PAGE.format(USUAL))
    assert axe_finds(page, "main") == []
    page.set_content(PAGE.format(USUAL + row + USUAL))
    assert f"\n{rule} - " in axe_finds(page, "main")[0]
    page.close()
