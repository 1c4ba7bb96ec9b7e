"""Regions unlike the example: bare, large, with long names, with nothing known. Every page holds."""

from __future__ import annotations

import posixpath
import re

import pytest
from handbook import chain_of, pages_of
from markdown_site import to_html

LONG = "Samenwerkingsverband-bestrijding-kindermishandeling " * 5
BARE = """
id: tweebeken
naam: Tweebeken
fictief: ja
"""
NONE = f"""{BARE}gemeenten:
  - id: elsbroek
    code: GM9952
    naam: Elsbroek
    sinds: 2015-01-01
    tot_en_met: 2020-12-31
"""
ONE = f"""{BARE}gemeenten:
  - id: elsbroek
    code: GM9952
    naam: "{LONG.strip()}"
    sinds: onbekend
"""
MANY = f"{BARE}gemeenten:\n" + "".join(
    f"  - id: plaats-{number}\n    code: GM{9900 + number}\n    naam: Plaats {number}\n    sinds: 2015\n"
    for number in range(26)
)
UNKNOWN = """
titel: Nog bijna niets bekend
soort: samenwerkingsafspraak
stand: vastgesteld
geldig:
  van: onbekend
gebied:
  - regio
themas:
  - alle
verantwoordelijkheden:
  - id: opvang-onbekend
    taak: opvang
    eindverantwoordelijk: onbekend
    termijn:
      binnen: onbekend
      vanaf: onbekend
    daarna:
      - naar: veiligheidsplan
        binnen: onbekend
        overdracht:
          bevestigt_binnen: onbekend
gegevensstromen:
  - id: stroom-onbekend
    van: politie
    naar: veilig-thuis
    gegevens:
      - politiegegevens
    grondslagen:
      - onbekend
"""
REGIONS = {
    "without municipalities, windows or themes": {"regio": NONE},
    "with one municipality of a very long name": {"regio": ONE},
    "with 26 municipalities": {"regio": MANY},
    "with an agreement of which nothing is known": {"afspraken__leeg": UNKNOWN},
}
LINK = re.compile(r"\]\(([^)#\s:]+\.md)")


@pytest.mark.parametrize("texts", REGIONS.values(), ids=REGIONS)
def test_every_page_is_whole(texts: dict[str, str]) -> None:
    pages = pages_of(chain_of(**texts))
    for path, text in pages.items():
        assert "None" not in text, path
        assert re.findall(r"<(t[hd]|d[td]|li|p)>\s*</\1>", to_html(text)) == [], path
        for target in LINK.findall(text):
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert found in pages, (path, target)


def test_the_map_has_a_column_for_every_municipality() -> None:
    text = pages_of(chain_of(regio=MANY))["handboek/kwaliteit.md"]
    row = next(line for line in text.splitlines() if line.startswith("| [Triage]"))
    assert row.count("|") == 26 + 2


def test_unknown_stays_unknown() -> None:
    text = pages_of(chain_of(afspraken__leeg=UNKNOWN))["handboek/taken/opvang.md"]
    assert '<span class="kh-badge kh-badge--info">onbekend</span>' in text
