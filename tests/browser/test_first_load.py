"""What a phone that was never here loads for one page: little, and little at a time."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Response

pytestmark = pytest.mark.browser

MOST_BYTES, MOST_REQUESTS = 300_000, 15
PAGES = (
    "",
    "routewijzer/",
    "handboek/keten-in-beeld/",
    "handboek/themas/partnergeweld/",
    "handboek/regels/ver009/",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_first_load_is_small(
    browser: Browser, demo_site: Path, serve: Callable[[Path], str], page: str
) -> None:
    address = serve(demo_site)
    visitor = browser.new_context(service_workers="block").new_page()
    loaded: list[Response] = []
    visitor.on("response", lambda response: loaded.append(response))
    visitor.goto(f"{address}/{page}", wait_until="networkidle")
    # Web servers compress what they send; the one of these tests does not.
    assert sum(len(gzip.compress(response.body())) for response in loaded) < MOST_BYTES
    assert len(loaded) <= MOST_REQUESTS
    visitor.context.close()


def test_every_page_stays_small_but_the_whole_handbook_on_one(demo_site: Path) -> None:
    """What all pages share takes 90 kB; this is what is left for a page itself."""
    sizes = {page.parent: len(gzip.compress(page.read_bytes())) for page in demo_site.rglob("index.html")}
    large = {
        page.relative_to(demo_site).as_posix() for page, size in sizes.items() if size > MOST_BYTES - 90_000
    }
    assert large <= {"handboek/afdrukken/alles"}
