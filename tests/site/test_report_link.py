"""The link below a page to say that something is wrong: whatever a page or a record is called."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import jinja2
import pytest

THEME = Path(__file__).parents[2] / "src/ketenhandboek/site/theme"
WARNING = "Schrijf geen gegevens over personen of casussen"
MAIL = {"meldadres": "handboek@lindewaarde.example"}
GITHUB = {"meld": "https://forge.example/linde/handboek/issues/new?title="}
GITLAB = {"meld": "https://forge.example/linde/handboek/-/issues/new?issue[title]="}
NAMES = (
    "Veilig Thuis De Linde",
    'Ouders & "kind" <script>alert(1)</script>',
    "x&body=anders&cc=iemand@elders.example#weg",
    "100% zeker? \r\nBcc: iemand@elders.example",
    "één — ’s-Gravenhage",
    "javascript:alert(1)",
)


class Links(HTMLParser):
    """The links of a page with their texts, and every element in it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.tags: set[str] = set()
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._open = dict(attrs).get("href") or ""

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            self.links[data.strip()] = self._open
            self._open = ""


def foot(keten: dict[str, str], name: str, **meta: str) -> tuple[Links, str]:
    """The foot of a page with this title, as MkDocs renders it: without escaping of its own."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))
    page = SimpleNamespace(
        meta=meta,
        title=name,
        canonical_url=None,
        url="handboek/x/",
        file=SimpleNamespace(src_uri="handboek/x.md"),
    )
    config = SimpleNamespace(extra=SimpleNamespace(keten=keten))
    html = environment.get_template("partials/page-actions.html").render(page=page, config=config)
    links = Links()
    links.feed(html)
    return links, html


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("keten", "title", "text"),
    [(MAIL, "subject", "body"), (GITHUB, "title", "body"), (GITLAB, "issue[title]", "issue[description]")],
    ids=["e-mail", "GitHub and Forgejo", "GitLab"],
)
def test_the_message_names_page_and_record_and_nothing_else_gets_in(
    keten: dict[str, str], title: str, text: str, name: str
) -> None:
    links, html = foot(keten, "Titel", record="data/partners.yaml", record_id=name)
    (address,) = links.links.values()
    parts = urlsplit(address)
    asked = parse_qs(parts.query, strict_parsing=True)
    assert asked.keys() == {title, text}
    assert asked[title] == [f"Klopt er iets niet: {name}"]
    assert f"Gaat over: {name}" in asked[text][0]
    assert "Pagina: handboek/x/" in asked[text][0]
    assert WARNING in asked[text][0]
    assert (parts.fragment, links.tags) == ("", {"footer", "span", "code", "a"})
    assert WARNING in html


def test_an_e_mail_goes_to_the_mailbox_of_the_region() -> None:
    links, _ = foot(MAIL, "Over")
    assert unquote(urlsplit(links.links["Klopt er iets niet? Mail het"]).path) == MAIL["meldadres"]


def test_with_a_mailbox_and_a_forge_a_reader_may_choose() -> None:
    links, _ = foot({**MAIL, **GITHUB}, "Over")
    assert list(links.links) == ["Klopt er iets niet? Mail het", "Meld het met een account"]


@pytest.mark.parametrize("keten", [{}, {"meld": "javascript:alert(1)//"}, {"meld": "http://forge.example/"}])
def test_without_a_safe_address_there_is_no_link(keten: dict[str, Any]) -> None:
    links, html = foot(keten, "Over")
    assert (links.links, WARNING in html) == ({}, False)
