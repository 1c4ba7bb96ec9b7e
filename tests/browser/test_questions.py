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
        if (data.type === 3) dispatchEvent(new CustomEvent("answer", { detail: waiting.shift() }));
      });
    }
    postMessage(message, ...rest) {
      if (message.type === 2) waiting.push(message.data);
      super.postMessage(message, ...rest);
    }
  };
"""
# The results stand on the page two frames after the answer.
ASK = """
  async (questions) => {
    const field = document.querySelector("[name=query]");
    const frame = () => new Promise(requestAnimationFrame);
    const answer = (question) => new Promise((done, fail) => {
      addEventListener("answer", ({ detail }) => { if (detail === question) done(); });
      setTimeout(() => fail(new Error(`no answer to: ${question}`)), 60_000);
    });
    const found = [];
    field.focus();
    for (const question of questions) {
      const answered = answer(question);
      field.value = question;
      field.dispatchEvent(new KeyboardEvent("keyup"));
      await answered.then(frame).then(frame);
      const links = document.querySelectorAll(".md-search-result__item > .md-search-result__link");
      found.push([...links].map((link) => new URL(link.href).pathname.slice(1)));
    }
    return found;
  }
"""


@dataclass(frozen=True)
class Asked:
    """A question, the pages of which any is right, and the pages that were found."""

    question: str
    right: list[str]
    found: list[str]

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


@pytest.fixture(scope="module")
def questions() -> dict[str, list[str]]:
    """Each question with the pages of which any is right."""
    return {str(question): right for question, *right in yaml.safe_load(QUESTIONS.read_text("utf-8"))}


def test_the_questions_are_many_and_their_pages_exist(
    questions: dict[str, list[str]], demo_site: Path
) -> None:
    assert len(questions) >= 120
    pages = {page for right in questions.values() for page in right}
    assert [page for page in pages if not (demo_site / page / "index.html").is_file()] == []


def test_the_right_page_comes_first(questions: dict[str, list[str]], page: Page) -> None:
    found = page.evaluate(ASK, list(questions))
    asked = [
        Asked(question, right, pages)
        for (question, right), pages in zip(questions.items(), found, strict=True)
    ]
    for places, share in ((1, 0.85), (3, 0.97)):
        missed = [f"{one.question}: {', '.join(one.found[:3])}" for one in asked if not one.within(places)]
        assert len(missed) <= (1 - share) * len(asked), "\n".join(missed)


def test_what_makes_a_page_found_is_not_shown(page: Page) -> None:
    page.evaluate(ASK, ["ashg"])
    assert "ASHG" not in page.locator(".md-search-result__item").first.inner_text()


def test_the_index_stays_small(demo_site: Path) -> None:
    assert len(gzip.compress((demo_site / INDEX).read_bytes(), mtime=0)) < LARGEST_INDEX
