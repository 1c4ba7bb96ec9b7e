"""The headers of the site in the words of each web server, and whom to tell about a leak."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from ketenhandboek.site.apart import Apart
from ketenhandboek.site.hosts import security_txt, server_files
from ketenhandboek.site.policy import content_security_policy, headers
from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from pathlib import Path

CSP = "Content-Security-Policy"
DAY = date(2026, 11, 22)
PAGE = """\
<script>een = 1</script><script src="x.js"></script>
<script type="application/json">{"geen": "programma"}</script><style media="print">p { color: red }</style>
"""


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def directives(site: Path) -> dict[str, list[str]]:
    parts = (part.split() for part in content_security_policy(site).split("; "))
    return {name: allowed for name, *allowed in parts}


def test_only_what_stands_in_the_pages_may_run(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "a" / "index.html").write_text("<script>een = 1</script><script>\ntwee()</script>", "utf-8")
    policy = directives(tmp_path)
    assert policy["script-src"] == ["'self'", *sorted([hash_of("een = 1"), hash_of("\ntwee()")])]
    assert policy["style-src"] == ["'self'", hash_of("p { color: red }")]
    assert policy["default-src"] == ["'none'"]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("_headers", "  {}: {}"),
        (".htaccess", '  Header always set {} "{}"'),
        ("server/nginx.conf", 'add_header {} "{}" always;'),
        ("server/Caddyfile", '\t{} "{}"'),
    ],
)
def test_every_server_gets_every_header_in_its_own_words(tmp_path: Path, file: str, line: str) -> None:
    wanted = headers(tmp_path)
    text = server_files(wanted)[file].splitlines()
    assert [name for name, value in wanted.items() if line.format(name, value) not in text] == []


def test_nginx_repeats_the_headers_beside_that_of_the_worker(tmp_path: Path) -> None:
    """Nginx drops the headers around a location that has one of its own."""
    wanted = headers(tmp_path)
    location = server_files(wanted)["server/nginx.conf"].partition("location ~ /sw[.]js$ {")[2]
    assert [name for name in (*wanted, "Cache-Control") if f"add_header {name} " not in location] == []


def test_no_line_is_longer_than_cloudflare_reads(tmp_path: Path) -> None:
    for depth in range(12):
        (tmp_path / f"{depth}.html").write_text(f"<script>{depth}</script>", "utf-8")
    assert max(map(len, server_files(headers(tmp_path))["_headers"].splitlines())) < 2000


FORM = {CSP: "default-src 'self'", "Cross-Origin-Opener-Policy": "unsafe-none"}


@pytest.fixture
def with_form(tmp_path: Path) -> dict[str, str]:
    """The files for a site with a form in a folder of its own."""
    for page in ("index.html", "over/index.html", "redactie/index.html", "redactie/formulier/index.html"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("", "utf-8")
    return server_files(headers(tmp_path), Apart.of(tmp_path, "redactie/formulier", FORM))


def test_no_address_gets_two_policies_where_rules_add_up(with_form: dict[str, str]) -> None:
    rules = [rule.splitlines() for rule in with_form["_headers"].split("\n/")]
    policies = {
        lines[0].lstrip("/"): [line for line in lines if "Security-Policy" in line] for lines in rules
    }
    assert policies.pop("*") == []
    assert policies.pop("sw.js") == []
    assert policies.pop("redactie/formulier/*") == [f"  Content-Security-Policy: {FORM[CSP]}"]
    assert policies.keys() == {"", "index.html", "over/*", "redactie/", "redactie/index.html"}
    assert all(len(found) == 1 for found in policies.values())


@pytest.mark.parametrize("name", FORM)
def test_the_form_has_its_own_headers_on_every_server(with_form: dict[str, str], name: str) -> None:
    location = with_form["server/nginx.conf"].partition("location /redactie/formulier/ {")[2]
    assert f'add_header {name} "{FORM[name]}" always;' in location
    assert f'set {name} "{FORM[name]}"' in with_form["redactie/formulier/.htaccess"]
    caddy = with_form["server/Caddyfile"]
    assert f'\t{name} "{FORM[name]}"' in caddy.partition("header @formulier {")[2].partition("}")[0]
    assert name in caddy.partition("header @overig {")[2]
    assert name not in caddy.partition("header {")[2].partition("}")[0]


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ({}, None),
        ({"beveiliging": {}}, None),
        (
            {"beveiliging": {"contact": "mailto:veilig@regio.example"}},
            ["Contact: mailto:veilig@regio.example", "Expires: 2027-05-21T00:00:00Z"],
        ),
        (
            {
                "beveiliging": {
                    "contact": ["https://regio.example/meld", "tel:+31-10"],
                    "verloopt": date(2027, 1, 1),
                }
            },
            ["Contact: https://regio.example/meld", "Contact: tel:+31-10", "Expires: 2027-01-01T00:00:00Z"],
        ),
    ],
)
def test_security_txt_says_what_the_settings_say(told: dict[str, Any], lines: list[str] | None) -> None:
    made = security_txt(told, DAY).get(".well-known/security.txt")
    assert made == ("\n".join([*lines, "Preferred-Languages: nl, en", ""]) if lines else None)


@pytest.mark.parametrize(
    "told",
    [
        "iemand",
        {"contact": "iemand"},
        {"contact": 5},
        {"contact": ["mailto:a b"]},
        {"contact": "tel:1", "verloopt": "ooit"},
    ],
)
def test_wrong_settings_are_told_in_dutch(told: Any) -> None:
    with pytest.raises(BuildError, match=r"extra\.beveiliging"):
        security_txt({"beveiliging": told}, DAY)
