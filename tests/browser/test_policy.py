"""The pages under the headers that the site brings for its web server: nothing is refused, nothing leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LISTEN = """
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  refused(`${effectiveDirective}: ${blockedURI}`));
"""


def headers_of(site: Path) -> dict[str, str]:
    """What `_headers` says about every page."""
    rules = (site / "_headers").read_text("utf-8").split("\n/")[0].splitlines()[1:]
    return dict(rule.strip().split(": ", 1) for rule in rules)


def one_of_each_kind(site: Path) -> list[str]:
    """The address of one page in every folder, the first by name."""
    firsts: dict[Path, Path] = {}
    for page in sorted(site.rglob("index.html")):
        firsts.setdefault(page.parent.parent, page)
    return [f"/{page.parent.relative_to(site).as_posix()}/" for page in firsts.values()] + ["/404.html"]


@pytest.fixture(scope="module")
def address(rare_site: Path, serve: Callable[..., str]) -> str:
    return serve(rare_site, headers_of(rare_site))


@pytest.fixture
def refused() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, address: str, refused: list[str]) -> Iterator[Page]:
    """A page that notes what the policy refuses, and every request to elsewhere."""
    context = browser.new_context()
    context.expose_function("refused", lambda what: refused.append(what))
    context.add_init_script(LISTEN)
    context.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:")) else refused.append(request.url),
    )
    page = context.new_page()
    page.on("console", lambda said: refused.append(said.text) if "Security Policy" in said.text else None)
    yield page
    context.close()


def test_the_policy_allows_nothing_inline_by_itself(rare_site: Path) -> None:
    policy = headers_of(rare_site)["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none';")


def test_every_kind_of_page_keeps_to_the_policy(
    page: Page, address: str, rare_site: Path, refused: list[str]
) -> None:
    for path in one_of_each_kind(rare_site):
        page.goto(address + path)
        assert refused == [], path
    page.wait_for_load_state("networkidle")
    assert refused == []


def test_search_and_colours_work_under_the_policy(page: Page, address: str, refused: list[str]) -> None:
    page.goto(f"{address}/handboek/gemeenten/elsbroek/")
    page.locator("[name=query]").press_sequentially("huisverbod")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    for name, scheme in (("Donker", "slate"), ("Licht", "default")):
        page.get_by_label(name, exact=True).check()
        page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
    assert refused == []


def test_a_strange_script_is_refused(page: Page, address: str, refused: list[str]) -> None:
    """The test above could not fail if the browser did not hold the policy."""
    page.goto(address)
    with page.expect_console_message(lambda said: "Security Policy" in said.text):
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), { text: 'x = 1' }))"
        )
    assert refused != []
