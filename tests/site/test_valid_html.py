"""Every page as an independent parser sees it: HTML without a single error, and each id once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import html5lib
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def one_of_each_kind(site: Path) -> Iterator[Path]:
    """The smallest and the largest page in every folder; of chapters on paper only the smallest."""
    folders: dict[Path, list[Path]] = {}
    for page in sorted(site.rglob("*.html")):
        folders.setdefault(page.parent.parent, []).append(page)
    for folder, pages in folders.items():
        by_size = sorted(pages, key=lambda page: page.stat().st_size)
        yield from by_size[:1] if folder.name == "afdrukken" else {by_size[0], by_size[-1]}


def test_the_html_is_valid(rare_site: Path) -> None:
    for path in one_of_each_kind(rare_site):
        parser = html5lib.HTMLParser()
        tree = parser.parse(path.read_text("utf-8"))
        assert parser.errors == [], path
        ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
        assert [id_ for id_, count in ids.items() if count > 1] == [], path


@pytest.mark.parametrize("wrong", ["<p><div></p>", "<table><p>x</table>", "<p id=a id=b>"])
def test_the_parser_sees_errors(wrong: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(f"<!doctype html>{wrong}")
    assert parser.errors
