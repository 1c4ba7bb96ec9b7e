"""Drawings are kept from Markdown, and the page is as if they were not."""

from __future__ import annotations

import markdown
import pytest

from ketenhandboek.site.rendering.drawings import around_drawings

SVG = '<svg id="kh-x" class="kh-picture" role="group"><title>A &amp; B</title><path d="M0 *0* 1"/></svg>'
FIGURE = f'<figure class="kh-figure"><div class="kh-scroll">{SVG}</div></figure>'


def rendered(text: str) -> str:
    return markdown.markdown(text, extensions=["md_in_html", "fenced_code", "tables"])


@pytest.mark.parametrize(
    "page",
    [
        f"# Kop\n\n{FIGURE}\n\nTekst.\n",
        f'<div class="kh-record" markdown>\n\n## Kop\n\n{FIGURE}\n\n</div>\n\n{FIGURE}\n',
        f"Zo schrijft u een tekening:\n\n```html\n{SVG}\n```\n",
        f'{FIGURE}\n\n<svg id="kh-drawing-0"></svg>\n',
        "Zonder tekening.\n",
    ],
    ids=["alone", "inside a block", "as an example of code", "a page that knows the place", "none"],
)
def test_a_page_with_drawings_comes_out_as_it_would_in_whole(page: str) -> None:
    assert around_drawings(page, rendered) == rendered(page)


def test_markdown_does_not_see_a_drawing() -> None:
    seen: list[str] = []

    def render(text: str) -> str:
        seen.append(text)
        return text

    assert around_drawings(FIGURE, render) == FIGURE
    assert "<path" not in "".join(seen)
