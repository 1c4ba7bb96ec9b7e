"""A page that changed comes out as if it had been rendered in whole, of whatever pieces it consists."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ketenhandboek.site.rendering.cutting import cut
from ketenhandboek.site.rendering.rendered import tokens
from ketenhandboek.site.rendering.renderer import Renderer
from ketenhandboek.store import Store

ROOT = Path(__file__).resolve().parents[2]
OTHERS = {"handboek/a.md": "# A\n\n## Nacht\n", "handboek/b.md": "# B\n"}
PAGE = "handboek/p.md"
SVG = '<svg id="kh-x-{0}" class="kh-picture" role="group"><title>{0}</title><path d="M0 *0* 1"/></svg>'

TITLES = ["# Zandrijk", "# Zand & *rijk*", "Zonder titel.", "# Een\n\n### Diep", "# Een\n\n# Nog een"]
HEADINGS = ["Nacht", "Dag", "Nacht *nu*", "Dag { #nacht }", "[A](a.md)", "!", "Dag_1", "1"]
BLOCKS = [
    "Bel [A](a.md#nacht), [B](b.md) of [hier](#nacht).",
    "| Wie | Hoe |\n|---|---|\n| [A](a.md#dag) | `x` |",
    "- een\n- twee\n\n    verder",
    "1. een\n\n2. twee",
    "[Taak](b.md#taak)\n:   Wie<br> wat",
    "### Nacht\n\nTekst.",
    "### Onder\n\n#### Dieper",
    '<div class="kh-facts" markdown>\n\nIn een *blok*.\n\n### Binnen\n\n</div>',
    "<details class='note' markdown>\n<summary>Meer</summary>\n\n- een\n\n</details>",
    "<div markdown>",
    "</div>",
    "```yaml\n\n## geen kop\n\n```",
    "```",
    "    ingesprongen",
    "Met een noot.[^1]",
    "[^1]: De noot.",
    "Zie [naam][x].",
    "[x]: b.md",
    "Kop\n---",
    "<h2 id='eigen'>Eigen</h2>",
    "<div>rauw</div>",
    "## Einde",
    '<a name="nacht"></a> <https://voorbeeld.nl> & <b>vet</b>',
    "!!! note\n    Let op.",
    "> citaat",
    "<!-- weg -->",
    SVG.format(1),
    f"<figure>{SVG.format(2)}</figure>",
    "[weg](weg.md) en [geen anker](a.md#geen)",
]


class Book:
    """One page among others, with the settings of the handbook."""

    def __init__(self, folder: Path) -> None:
        self.config = _settings()
        names = [*OTHERS, PAGE]
        self.files = Files([File(name, None, self.config.site_dir, True) for name in names])
        self.renderer = Renderer(Store(folder, ".json"), self.config)

    def page(self, markdown: str) -> Page:
        file = self.files.get_file_from_path(PAGE)
        assert file
        page = Page(None, file, self.config)
        page.markdown = markdown
        return page

    def whole(self, markdown: str) -> dict[str, Any]:
        """What MkDocs makes of a page, and what it says about it."""
        page = self.page(markdown)
        with Heard() as heard:
            page.render(self.config, self.files)
        return told(page, heard)

    def next(self, markdown: str) -> dict[str, Any]:
        """What comes of the page while the one before is kept."""
        page = self.page(markdown)
        with Heard() as heard:
            self.renderer.render(page, self.config, self.files)
        return told(page, heard)


@cache
def _settings() -> Any:
    """Those of the handbook, without what makes it."""
    return load_config(str(ROOT / "mkdocs.yml"), hooks=[], plugins=[])


class Heard(logging.Handler):
    def __enter__(self) -> list[str]:
        self.said: list[str] = []
        logging.getLogger("mkdocs").addHandler(self)
        return self.said

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def told(page: Page, heard: list[str]) -> dict[str, Any]:
    return {
        "html": page.content,
        "toc": tokens(page.toc),
        "title": page._title_from_render,
        "anchors": page.present_anchor_ids,
        "links": {file.src_uri: {*found} for file, found in (page.links_to_anchors or {}).items()},
        "said": {*heard},
    }


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def pieces() -> st.SearchStrategy[str]:
    blocks = st.lists(st.sampled_from(BLOCKS), max_size=3)
    return st.builds(
        lambda heading, found: "\n\n".join([f"## {heading}", *found]), st.sampled_from(HEADINGS), blocks
    )


@st.composite
def versions(draw: st.DrawFn) -> list[str]:
    """A few versions of one page, of the same few pieces."""
    known = draw(st.lists(pieces(), min_size=2, max_size=6))
    some = st.lists(st.sampled_from(known), max_size=6)
    titles = st.sampled_from(TITLES)
    pages = st.builds(lambda title, found: "\n\n".join([title, *found]) + "\n", titles, some)
    return draw(st.lists(pages, min_size=2, max_size=4))


@settings(deadline=None)
@given(versions())
def test_each_version_of_a_page_is_what_it_would_be_without_the_one_before(pages: list[str]) -> None:
    with TemporaryDirectory() as folder:
        book = Book(Path(folder))
        for markdown in pages:
            assert book.next(markdown) == book.whole(markdown)


@pytest.mark.parametrize(
    ("before", "after", "rendered"),
    [
        ("# T\n\n## A\n\na\n\n## B\n\nb\n", "# T\n\n## A\n\na\n\n## B\n\nc\n", "## B\n\nc\n\n## Einde"),
        ("# T\n\n## A\n\na\n\n## B\n\nb\n", "# U\n\n## A\n\na\n\n## B\n\nb\n", "# U\n\n## Einde"),
        ("# T\n\n## A\n\na\n\n## B\n\nb\n\n## C\n", "# T\n\n## A\n\na\n\n## C\n", ""),
        ("# T\n\n## A\n\na\n\n## B\n\nb\n", "# T\n\n## B\n\nb\n\n## A\n\na\n", "## B\n\nb\n\n## Einde"),
        ("# T\n\na\n", "# T\n\nb\n", "# T\n\nb\n"),
        ("# T\n\n## A\n\n## B\n\nb\n", "# T\n\n## A\n\n## A\n\nb\n", "# T\n\n## A\n\n## A\n\nb\n"),
        ("# T\n\n## A\n\n## B\n\nb\n", "# T\n\n## A\n\n## B\n\nb[^1]\n", "# T\n\n## A\n\n## B\n\nb[^1]\n"),
    ],
    ids=["a piece", "the title", "one piece less", "another order", "no pieces", "same names", "a note"],
)
def test_only_what_changed_is_rendered(
    book: Book, monkeypatch: pytest.MonkeyPatch, before: str, after: str, rendered: str
) -> None:
    seen: list[str] = []
    original = Page.render

    def render(page: Page, *given: Any) -> None:
        seen.append(page.markdown or "")
        original(page, *given)

    book.next(before)
    monkeypatch.setattr(Page, "render", render)
    book.next(after)
    assert "".join(seen[-1:]) == rendered


@pytest.mark.parametrize(
    "markdown",
    [
        "# T\n\nalleen dit\n",
        "# T\n\n## A\n\n[x]: y.md\n",
        "# T\n\n<div markdown>\n\n## A\n\n</div>\n",
        "# T\n\n```\n\n## A\n\n```\n",
        "# T\n\n<p>\n\n## A\n",
    ],
)
def test_a_page_of_which_the_pieces_hang_together_has_none(markdown: str) -> None:
    assert cut(markdown) == []
