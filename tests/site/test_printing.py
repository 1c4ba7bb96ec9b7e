"""The pages for paper of a built site: everything on them, every link right, no id twice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.site.printing import FOLDER, fill_printed

if TYPE_CHECKING:
    from pathlib import Path

FRAME = (
    '<article class="md-content__inner"><nav>pad</nav>{body}<footer class="kh-actions">x</footer></article>'
)
OVERVIEW = (
    '<h1 id="soorten">Partners<a class="headerlink" href="#soorten">¶</a></h1>'
    '<p><a href="veilig-thuis/">VT</a> <a href="politie/#bereik">Politie</a>'
    ' <a href="../begrippen/#b">b</a> <a href="tel:112">112</a> <a href="../../">Start</a></p>'
)
POLICE = (
    '<h1 id="politie">Politie &amp; co</h1><h2 id="bereik">Bereik</h2>'
    '<div class="kh-tools" hidden><label>x</label><span role="status"></span></div>'
    '<svg id="s" aria-labelledby="t d"><title id="t">T</title><g data-node="n"><title>n</title></g></svg>'
)
SAFE_HOME = '<h1 id="vt">Veilig Thuis</h1><p><a href="#vt">hier</a> <a href="../politie/">Politie</a></p>'
PAPER = '<div class="kh-printed" data-onderdelen="partners/index">\n<ul><li>x</li></ul>\n</div><p>voet</p>'


@pytest.fixture
def text(tmp_path: Path) -> str:
    """A chapter that has been filled."""
    bodies = {"partners": OVERVIEW, "partners/politie": POLICE, "partners/veilig-thuis": SAFE_HOME}
    for address, body in bodies.items():
        page = tmp_path / "handboek" / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(FRAME.format(body=body), "utf-8")
    paper = tmp_path / FOLDER / "partners" / "index.html"
    paper.parent.mkdir(parents=True)
    paper.write_text(PAPER, "utf-8")
    fill_printed(tmp_path)
    return paper.read_text("utf-8")


def test_pages_stand_in_the_order_of_their_overview(text: str) -> None:
    assert re.findall(r'<li><a href="#(blad-\d)">(.*?)</a>', text) == [
        ("blad-1", "Partners"),
        ("blad-2", "Veilig Thuis"),
        ("blad-3", "Politie &amp; co"),
    ]
    assert text.endswith("<p>voet</p>")


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#blad-2">VT</a>',
        '<a href="#blad-3-bereik">Politie</a>',
        '<a href="../../begrippen/#b">b</a>',
        '<a href="tel:112">112</a>',
        '<a href="../../../">Start</a>',
        '<a href="#blad-2-vt">hier</a>',
        '<a href="#blad-3">Politie</a>',
    ],
)
def test_links_lead_to_the_sheet_or_back_to_the_site(text: str, link: str) -> None:
    assert link in text


def test_no_id_stands_twice_and_every_reference_has_its_id(text: str) -> None:
    ids = Counter(re.findall(r'\sid="([^"]*)"', text))
    assert set(ids.values()) == {1}
    assert {"blad-1-soorten", "blad-3-bereik", "blad-3-s"} <= ids.keys()
    assert 'aria-labelledby="blad-3-t blad-3-d"' in text


def test_headings_go_one_level_down_and_the_frame_stays_out(text: str) -> None:
    assert '<h2 id="blad-3-politie">' in text
    assert '<h3 id="blad-3-bereik">' in text
    assert not re.search(r"<h1|<nav|kh-actions|headerlink", text)


def test_what_only_works_on_a_screen_stays_out(text: str) -> None:
    assert '<title id="blad-3-t">T</title><g></g>' in text
    assert "kh-tools" not in text
