"""No text from a record means anything to Markdown or HTML: `plain` shows letters, `prose` a little more."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_site import Seen, seen, to_html
from mkdocs.utils.meta import get_data

from ketenhandboek.pages.markup import Markup, plain, prose, visible
from ketenhandboek.pages.tools import front_matter

PLACES = {
    "heading": "# A {}\n\nB\n",
    "whole heading": "# {}\n\nB\n",
    "heading with an anchor": "### {} { #anchor }\n\nB\n",
    "paragraph": "A\n\n{}\n\nB\n",
    "first paragraph, larger": "{}\n{ .kh-lead }\n\nB\n",
    "list item": "- {}\n- B\n",
    "paragraph in a list item": "- A\n\n    {}\n\n- B\n",
    "step": "1. **{}**\n\n    B\n",
    "table heading": "| {} | A |\n|---|---|\n| B | C |\n",
    "table cell": "| A | B |\n|---|---|\n| {} | C |\n| D | {} |\n",
    "last table cell with a break": "| A | B |\n|---|---|\n| D<br>{} | C |\n",
    "link text": "[{}](../partners/x.md) B\n",
    "definition": '<div class="kh-facts" markdown>\n\nA\n:   {}\n\nB\n:   C\n\n</div>\n',
    "defined term": '<div class="kh-facts" markdown>\n\n{}\n:   A\n\n</div>\n',
    "quotation": '<div class="kh-source" markdown>\n\n> {}\n\nBron: B\n\n</div>\n',
    "badge": '<span class="kh-badge">{}</span> B\n',
    "item of a note": '!!! note "A"\n\n    - {}\n',
    "title of a fold": '<details class="note" markdown>\n<summary>{}</summary>\n\n- A\n\n</details>\n',
    "item in a fold": '<details class="note" markdown>\n<summary>A</summary>\n\n- {}\n\n</details>\n',
}
HOSTILE = (
    '"><img src=x onerror=alert(1)>',
    "{: onclick=alert(1) }",
    "a {: .b }",
    "{ #id }",
    "[x](javascript:alert(1))",
    "![x](y)",
    "[x]: http://kwaad.example",
    "[^1]",
    "[^1]: noot",
    "| a | b |",
    "|---|---|",
    "]]>",
    "<!-- x",
    "<?php",
    "<![CDATA[ x",
    "{{ 7*7 }}",
    "</script><script>alert(1)</script>",
    "</div>",
    "<https://kwaad.example>",
    "<mail@kwaad.example>",
    "&lt;b&gt; &amp; &#60;b&#62; &nbsp",
    "\\*a\\* \\",
    "`a` ``b`` ```c",
    "~~~",
    "# kop #",
    "1986. Een jaar",
    "2) twee",
    "---",
    "===",
    "***a*** __b__ _c_",
    "+ a",
    "> a",
    ": a",
    '!!! danger "Bel niet"',
    '??? note "x"',
    '=== "tab"',
    '--8<-- "/etc/passwd"',
    "klzzwxh:0000 wzxhzdk:1",
    "*[HTML]: x",
    "$$x$$ ^a^ ==b== ++c++ :smile: --> ...",
    "    ingesprongen",
)
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from("ab1.)([]{}<>#*_`~|!?:+=-\\/&;\"' \n"), min_size=1, max_size=40),
    st.text(min_size=1, max_size=40),
)


FREE_TEXTS = st.one_of(
    TEXTS,
    st.lists(
        st.sampled_from(
            ("- a", "* *b*", "1. c", "**d**", "e", "", "    f", "- g _h_ i", "# j", "> k", "***")
        ),
        max_size=8,
    ).map("\n".join),
)
unhurried = settings(deadline=None)
ALLOWED = {"p", "strong", "em", "ul", "ol", "li"}
STAND_IN = "Xyzzy"
_ANCHOR = re.compile(r"#?[\w-]+")


def _own(value: str | None) -> str | None:
    """An attribute of our own; the anchor of a heading follows from its text."""
    return "anchor" if value and _ANCHOR.fullmatch(value) else value


def shape(html: Seen) -> list[tuple[str, list[tuple[str, str | None]]]]:
    return [(tag, [(name, _own(value)) for name, value in attributes]) for tag, attributes in html.elements]


@pytest.mark.parametrize("place", PLACES)
@unhurried
@given(text=TEXTS.filter(visible))
def test_plain_text_shows_letter_by_letter(place: str, text: str) -> None:
    template = PLACES[place]
    ours = seen(to_html(template.replace("{}", STAND_IN)))
    found = seen(to_html(template.replace("{}", plain(text))))
    assert found.text == " ".join(ours.text.replace(STAND_IN, visible(text)).split())
    assert shape(found) == shape(ours)
    assert not found.oddities


@unhurried
@given(text=FREE_TEXTS)
def test_prose_holds_paragraphs_lists_and_emphasis_and_nothing_else(text: str) -> None:
    found = seen(to_html(f"A\n\n{prose(text)}\n\n## B\n")[: -len(to_html("## B"))])
    assert found.tags <= ALLOWED
    assert all(not attributes for _, attributes in found.elements)
    assert not found.oddities


@unhurried
@given(text=TEXTS)
def test_prose_of_a_line_without_marks_shows_letter_by_letter(text: str) -> None:
    unmarked = visible(text).replace("*", "").replace("_", "").lstrip("-+0123456789.) ")
    assert seen(to_html(prose(unmarked))).text == " ".join(unmarked.split())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bel **eerst** en *dan* pas.", "<p>Bel <strong>eerst</strong> en <em>dan</em> pas.</p>"),
        (
            "Let op:\n- bellen\n- gaan",
            "<p>Let op:</p>\n<ul>\n<li>bellen</li>\n<li>gaan</li>\n</ul>",
        ),
        ("1. bel\n2. ga\n   meteen", "<ol>\n<li>bel</li>\n<li>ga meteen</li>\n</ol>"),
        ("Eén.\nNog een zin.\n\nTwee.", "<p>Eén. Nog een zin.</p>\n<p>Twee.</p>"),
        ("snake_case_woord en 2 * 3 * 4", "<p>snake&#95;case&#95;woord en 2 &#42; 3 &#42; 4</p>"),
        ("", ""),
    ],
)
def test_prose_reads_as_people_write(text: str, html: str) -> None:
    assert to_html(prose(text)) == html


def test_our_own_markup_passes() -> None:
    assert plain(Markup("[a](b.md)")) == "[a](b.md)"


def test_signs_that_hide_or_turn_text_do_not_pass() -> None:
    assert plain("a\u202eb\u200bc\x02d") == "abcd"


@unhurried
@given(title=TEXTS, description=TEXTS)
def test_front_matter_survives_yaml(title: str, description: str) -> None:
    _, data = get_data(f"{front_matter(title, description=description)}\n\n# A\n")
    written = {"title": visible(title), "description": visible(description)}
    assert data == {key: text for key, text in written.items() if text}
