"""What holds for every page: it can be reached, it leads somewhere, and it has no empty parts."""

from __future__ import annotations

import posixpath
import re
from datetime import date
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from handbook import example_pages, pages_of
from markdown_site import CONFIG, FENCED, HEADING, to_html
from mkdocs.utils.meta import get_data

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import load_chain
from ketenhandboek.pages.backlinks import backlinks
from ketenhandboek.pages.links import Links, page_of
from ketenhandboek.pages.page import Book
from ketenhandboek.pages.quality import CALENDAR
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import clean_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

DEMO = CONFIG.parent / "data"
LINK = re.compile(r"\]\(([^)#\s]*)(#[^)\s]*)?\)")
RECORD_FOLDERS = ("afspraken", "escalatie", "gemeenten", "overleggen", "partners", "casussen")


def links_of(path: str, text: str) -> Iterator[tuple[str, str]]:
    """The pages and anchors that a page leads to, by their place in the docs folder."""
    for target, anchor in LINK.findall(FENCED.sub("", text)):
        if not target.startswith(("tel:", "https:")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), target)), anchor.lstrip("#")


def in_menu(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    else:
        for part in entry.values() if isinstance(entry, dict) else entry:
            yield from in_menu(part)


def test_every_page_is_reached_from_the_menu() -> None:
    pages = example_pages()
    menu = set(in_menu(yaml.safe_load(CONFIG.read_text("utf-8").split("markdown_extensions:")[0])["nav"]))
    reached, waiting = set[str](), menu & pages.keys()
    while waiting:
        reached |= waiting
        waiting = {to for path in waiting for to, _ in links_of(path, pages[path])} & pages.keys() - reached
    assert pages.keys() - reached == set()


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    pages = example_pages()
    ids = {path: set(re.findall(r' id="([^"]*)"', to_html(text))) for path, text in pages.items()}
    for path, text in pages.items():
        for target, anchor in links_of(path, text):
            if target.startswith("handboek/"):
                assert target in pages or target == CALENDAR, path
                assert not anchor or anchor in ids[target], f"{path} to {target}#{anchor}"


def test_headings_go_down_step_by_step_and_say_something() -> None:
    for path, text in example_pages().items():
        headings = HEADING.findall(FENCED.sub("", text))
        levels = [len(marks) for marks, _ in headings]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert all(text.strip() for _, text in headings), path


def test_no_heading_stands_above_nothing() -> None:
    for path, page in example_pages().items():
        text = FENCED.sub("code", page)
        assert re.findall(r"^(#{2,6}) .*\n+(?=#{2,6} |\Z)(?!\1#)", text, re.MULTILINE) == [], path


def test_no_cell_and_no_fact_is_empty() -> None:
    for path, page in example_pages().items():
        assert re.findall(r"<(t[hd]|d[td]|li|p)>\s*</\1>", to_html(page)) == [], path
        assert "None" not in FENCED.sub("", page), path


def test_a_space_stands_between_a_colon_and_a_link() -> None:
    chain = load_chain(DEMO, date(2026, 11, 22))
    for path, page in (example_pages() | pages_of(chain)).items():
        assert re.findall(r"\w:\[", FENCED.sub("", page)) == [], path


def test_the_page_of_a_record_names_its_file_and_itself() -> None:
    for path, page in example_pages().items():
        folder, _, name = path.removeprefix("handboek/").rpartition("/")
        if folder in RECORD_FOLDERS and name != "index.md":
            _, data = get_data(page)
            kind, _, id_ = data["record_id"].partition("/")
            assert page_of(kind, id_) == path
            assert data["record"].startswith("voorbeeldregio/"), path


def test_every_record_with_a_page_has_that_page_and_place() -> None:
    chain, pages = clean_chain(), example_pages()
    for kind, names in chain.index.declared.items():
        for name in names:
            path, _, anchor = page_of(kind, name).partition("#")
            used = any(used.entry.layer == "regio" for used in chain.index.used_by(kind, name))
            if path and (kind != "soort" or used):
                assert path in pages, (kind, name)
                assert not anchor or f"#{anchor} }}" in pages[path], (kind, name)


def test_every_reference_to_a_record_with_a_page_is_a_link_back() -> None:
    chain = clean_chain()
    book = Book(chain, cache(partial(check, chain)), lambda view: pytest.fail(view.id))
    for used in chain.index.uses:
        for kind in used.use.said.targets:
            name = used.use.text.partition("/")[0]
            user = page_of(used.entry.kind.name, used.entry.id)
            known = chain.index.declared.get(kind, {}).get(name)
            if user and known and page_of(kind, name) and known.entry is not used.entry:
                back = [link for link, _ in backlinks(book, page_of(kind, name), kind, name)]
                link = Links(chain, page_of(kind, name)).to(used.entry.kind.name, used.entry.id)
                assert link in back
                break


def test_two_renderings_are_the_same() -> None:
    assert list(pages_of(clean_chain()).items()) == list(example_pages().items())


def test_without_its_record_a_page_is_gone() -> None:
    chain = clean_chain()
    entries = tuple(entry for entry in chain.records.entries if entry.key != "overleg/casusoverleg-hulp")
    records = type(chain.records)(entries)
    assert set(example_pages()) - set(pages_of(Chain(records, chain.day))) == {
        "handboek/overleggen/casusoverleg-hulp.md"
    }
