"""One page of each kind, to the letter. `UPDATE_GOLDENS=1 pytest tests/pages` writes them again."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from handbook import chain_of, example_pages, pages_of

GOLDEN = Path(__file__).parent / "golden"
WHOLE = (
    "afspraken/huisverbod.md",
    "afspraken/index.md",
    "begrippen.md",
    "casussen/index.md",
    "escalatie/index.md",
    "escalatie/nu-in-gevaar.md",
    "escalatie/samenwerking-zorg.md",
    "afdrukken/index.md",
    "afdrukken/naslag.md",
    "fasen/directe-veiligheid.md",
    "fasen/index.md",
    "gegevens-delen/index.md",
    "gegevens-delen/politie.md",
    "gegevens/begrip.md",
    "gemeenten/elsbroek.md",
    "gemeenten/index.md",
    "keten-in-beeld/index.md",
    "kwaliteit.md",
    "mandaten.md",
    "noodkaart/elsbroek.md",
    "noodkaart/index.md",
    "overleggen/casusoverleg-hulp.md",
    "overleggen/index.md",
    "partners/index.md",
    "partners/politie-tweebeken.md",
    "regels/esc001.md",
    "taken/index.md",
    "taken/triage.md",
    "themas/index.md",
    "themas/partnergeweld.md",
)
SECTIONS = (
    ("bronnen-en-normen.md", "### Triage binnen 5 werkdagen"),
    ("bronnen-en-normen.md", "### Meldrecht"),
    ("regels/index.md", "## Escaleren en opschalen"),
    ("gegevens.md", "## Wat overal mag"),
)
CASE = """
titel: Lawaai bij de buren
omschrijving: De buren horen ruzie en een kind dat huilt.
fictief: ja
situatie:
  gemeente: elsbroek
  moment: 2026-03-07 03:00
  themas:
    - partnergeweld
    - kindermishandeling
  doelgroepen:
    - slachtoffer
    - kind
begin:
  partner: politie
  taak: noodhulp
verloop:
  - taak: noodhulp
    uitkomst: zorgen-om-veiligheid
verwacht:
  - taak: melding-ontvangen
    partner: veilig-thuis
    binnen: 1 uur
    gegevens:
      - melding-van-politie
      - politiegegevens
  - taak: triage
    beslist: veilig-thuis/medewerker
    binnen: 5 werkdagen
    vanaf: ontvangst-melding
    daarna: ja
  - nooit: monitoring
    voor:
      doelgroepen:
        - kind
opmerking: Deze casus speelt in de nacht.
"""


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def section(text: str, heading: str) -> str:
    """From a heading up to the next one that is as high or higher."""
    level = len(heading.split()[0])
    start = text.index(f"{heading}\n" if f"{heading}\n" in text else f"{heading} ")
    ends = re.search(rf"\n#{{1,{level}}} ", text[start + 1 :])
    return text[start : start + 1 + ends.start() if ends else None].rstrip() + "\n"


@pytest.mark.parametrize("path", WHOLE)
def test_a_page_is_as_agreed(path: str) -> None:
    check(path.replace("/", "-"), example_pages()[f"handboek/{path}"])


@pytest.mark.parametrize(("path", "heading"), SECTIONS)
def test_a_section_is_as_agreed(path: str, heading: str) -> None:
    name = f"{path.removesuffix('.md')} {heading.strip('# ')}.md".lower().replace("/", "-").replace(" ", "-")
    check(name, section(example_pages()[f"handboek/{path}"], heading))


def test_the_page_of_a_case_is_as_agreed() -> None:
    check("casussen-lawaai.md", pages_of(chain_of(casussen__lawaai=CASE))["handboek/casussen/lawaai.md"])
