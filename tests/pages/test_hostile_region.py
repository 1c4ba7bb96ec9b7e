"""A region in which every text is hostile builds an ordinary site: its texts are letters, nothing more."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from altered import write_altered
from handbook import example_pages
from markdown_site import CONFIG, Seen, seen, to_html
from mkdocs.utils.meta import get_data

from ketenhandboek.chain.load import load_chain
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.pages.links import page_of
from ketenhandboek.pages.markup import visible
from ketenhandboek.rules.example import EXAMPLE_DAY
from ketenhandboek.site.build import DRAWINGS, Built, build_site
from ketenhandboek.site.generate import generate

if TYPE_CHECKING:
    from pathlib import Path

    from ketenhandboek.chain.chain import Chain

HOSTILE = (
    '"><img src=x onerror=alert(1)>',
    "{: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "| a | b |",
    "]]>",
    "{{ 7*7 }}",
    "</script><script>alert(1)</script>",
    "</summary></details></div><h2>kop</h2>",
    "<!-- weg",
    "*[a]: b",
    '!!! danger "Bel niet"',
    "`a` **b** <https://kwaad.example>",
    "&lt;script&gt; &amp;",
)
LONG = "woord" * 1000
SETTINGS = f"""\
INHERIT: {CONFIG}
docs_dir: {CONFIG.parent / "docs"}
hooks: []
theme:
  custom_dir: {CONFIG.parent / "src/ketenhandboek/site/theme"}
"""
PICTURE = {
    "select",
    "option",
    "svg",
    "g",
    "path",
    "polygon",
    "polyline",
    "ellipse",
    "text",
    "title",
    "desc",
    "figcaption",
}
PAPER = {"section", "h4"}
"""What the pages for paper add, where other pages stand under each other."""


def hostile(definition: str, _: str, number: int) -> str:
    """A text of its own for every place, so that names stay unique; the longest only where it fits."""
    if definition == "tekst" and number % 7 == 0:
        return f"{LONG} {number}"
    return f"{HOSTILE[number % len(HOSTILE)]} {number}"


@dataclass(frozen=True)
class Site:
    """A built site with what it was built from; a hand-written page shows what the theme adds."""

    chain: Chain
    built: Built
    docs: Path
    html: dict[str, Seen]
    theme: Seen
    search: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    home = tmp_path_factory.mktemp("hostile")
    write_altered(home / "data", hostile)
    (home / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    built = build_site(home / "data", home / "mkdocs.yml", home / "site", today=EXAMPLE_DAY)
    chain, docs = load_chain(home / "data", EXAMPLE_DAY), home / "paginas"
    generate(chain, docs, home / DRAWINGS)
    pages = sorted((home / "site" / "handboek").rglob("*.html"))
    return Site(
        chain,
        built,
        docs,
        {page.relative_to(home / "site").as_posix(): seen(page.read_text("utf-8")) for page in pages},
        seen((home / "site" / "redactie" / "index.html").read_text("utf-8")),
        (home / "site" / "search" / "search_index.json").read_text("utf-8"),
    )


def attributes(page: Seen, *names: str) -> set[str]:
    return {value or "" for _, found in page.elements for name, value in found if name in names}


def test_the_site_is_built_without_a_warning(site: Site) -> None:
    assert site.built.warnings == ()


def test_no_element_is_new(site: Site) -> None:
    ordinary = seen("".join(map(to_html, example_pages().values()))).tags
    for path, page in site.html.items():
        assert page.tags - ordinary - PICTURE - PAPER - site.theme.tags - {"blockquote"} == set(), path


def test_no_script_and_no_handler_is_new(site: Site) -> None:
    scripts = [attrs for tag, attrs in site.theme.elements if tag == "script"]
    for path, page in site.html.items():
        assert len([tag for tag, _ in page.elements if tag == "script"]) == len(scripts), path
        names = {name for _, found in page.elements for name, _ in found}
        assert not [name for name in names if name.startswith("on") or name == "srcdoc"], path


def test_no_link_leaves_the_site(site: Site) -> None:
    ours = attributes(site.theme, "href", "src", "action")
    for path, page in site.html.items():
        found = attributes(page, "href", "src", "action", "xlink:href") - ours
        assert [link for link in found if re.match(r"(?!tel:[0-9]+$)[^/?#]*:|//", link)] == [], path


def test_no_note_shouts(site: Site) -> None:
    for path, page in site.html.items():
        assert not {kind for kind in attributes(page, "class") if "danger" in kind.split()}, path


def test_names_are_shown_letter_by_letter(site: Site) -> None:
    records = site.chain.records
    named = {("partner", id_): record.name for id_, record in records.regional(Partner).items()}
    named |= {("overleg", id_): record.name for id_, record in records.regional(Meeting).items()}
    for (kind, id_), name in named.items():
        path = page_of(kind, id_)
        _, data = get_data((site.docs / path).read_text("utf-8"))
        assert data["title"] == visible(name)
        assert f"{visible(name)}¶" in site.html[path.replace(".md", "/index.html")].text


def test_the_search_index_holds_text_only(site: Site) -> None:
    for entry in json.loads(site.search)["docs"]:
        found = seen(entry["title"] + entry["text"])
        assert found.tags <= {"p", "ul", "ol", "li", "code", "pre"}, entry["location"]
        assert not [attrs for _, attrs in found.elements if attrs], entry["location"]
