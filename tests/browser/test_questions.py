"""Questions as professionals type them, in the theme's own search over the handbook of Lindewaarde."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from ketenhandboek.site.search.index import INDEX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "tests" / "zoekvragen.yaml"
LARGEST_INDEX = 350_000
# The theme's worker is left as it is; we only listen, to know which question the list answers.
LISTEN = """
  const waiting = [];
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data.type === 3) window.answered = waiting.shift();
      });
    }
    postMessage(message, ...rest) {
      if (message.type === 2) waiting.push(message.data);
      super.postMessage(message, ...rest);
    }
  };
"""
RESULTS = """
  () => [...document.querySelectorAll(".md-search-result__item > .md-search-result__link")]
    .map((link) => new URL(link.href).pathname.slice(1))
"""


@dataclass(frozen=True)
class Asked:
    """A question, the pages of which any is right, and the pages that were found."""

    question: str
    right: tuple[str, ...]
    found: tuple[str, ...]

    def within(self, places: int) -> bool:
        return any(page in self.right for page in self.found[:places])


@pytest.fixture(scope="module")
def page(browser: Browser, demo_site: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto(serve(demo_site))
    yield page
    context.close()


def ask(page: Page, question: str) -> tuple[str, ...]:
    """The pages that the list of results shows, the best first."""
    field = page.locator("[name=query]")
    field.fill(question)
    field.press("End")
    page.wait_for_function("question => window.answered === question", arg=question, polling=10)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return tuple(link.partition("?")[0] for link in page.evaluate(RESULTS))


@pytest.fixture(scope="module")
def asked(page: Page) -> list[Asked]:
    questions = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    return [Asked(str(question), tuple(right), ask(page, str(question))) for question, *right in questions]


def test_the_questions_are_many_and_their_pages_exist(asked: list[Asked], demo_site: Path) -> None:
    assert len({one.question for one in asked}) == len(asked) >= 120
    assert [
        page for one in asked for page in one.right if not (demo_site / page / "index.html").is_file()
    ] == []


@pytest.mark.parametrize(("places", "share"), [(1, 0.85), (3, 0.97)])
def test_the_right_page_comes_first(asked: list[Asked], places: int, share: float) -> None:
    missed = [f"{one.question}: {', '.join(one.found[:3])}" for one in asked if not one.within(places)]
    assert len(missed) <= (1 - share) * len(asked), "\n".join(missed)


def test_what_makes_a_page_found_is_not_shown(page: Page) -> None:
    ask(page, "ashg")
    assert "ASHG" not in page.locator(".md-search-result__item").first.inner_text()


def test_the_index_stays_small(demo_site: Path) -> None:
    assert len(gzip.compress((demo_site / INDEX).read_bytes(), mtime=0)) < LARGEST_INDEX
