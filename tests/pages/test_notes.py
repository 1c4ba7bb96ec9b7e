"""Remarks, sources and open questions of every part of every record stand on its page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from altered import write_altered
from handbook import pages_of
from markdown_site import FENCED, HEADING, to_html
from mkdocs.utils.meta import get_data

from ketenhandboek.chain.load import load_chain
from ketenhandboek.rules.example import EXAMPLE_DAY

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

LABELS = ("opmerking", "citaat", "bron", "vraag", "vraagbaak")


def labelled(_: str, text: str, number: int) -> str:
    """Each note with a number of its own, so that none can stand in for another."""
    label = text.lower().strip(".?")
    return f"{label}{number}" if label in LABELS else text


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder = tmp_path_factory.mktemp("notes")
    write_altered(folder, labelled)
    return load_chain(folder, EXAMPLE_DAY)


def test_the_region_with_notes_everywhere_still_fits(chain: Chain) -> None:
    assert [problem.message for problem in (*chain.records.misfits, *chain.records.unreadable)] == []


def test_no_note_is_lost(chain: Chain) -> None:
    """Those of the region as a whole have no page yet."""
    text = "\n".join(pages_of(chain).values())
    told = Counter(word.strip(".:?,()*") for word in text.split())
    for entry in chain.records.entries:
        if entry.layer == "regio" and entry.kind.name != "regio":
            lost = [note for note in written_in(entry.data) if note not in told]
            assert lost == [], entry.key


def written_in(data: object) -> list[str]:
    if isinstance(data, dict):
        return [note for value in data.values() for note in written_in(value)]
    if isinstance(data, list | tuple):
        return [note for value in data for note in written_in(value)]
    return [data] if isinstance(data, str) and data.rstrip("0123456789") in LABELS else []


def test_a_note_of_a_part_says_which_part(chain: Chain) -> None:
    text = pages_of(chain)["handboek/afspraken/regionale-afspraken.md"]
    in_a_line = text[text.index("### Triage") : text.index("### Crisisinterventie")]
    assert "**Termijn**" in in_a_line
    assert "- Terugkoppeling: vraag" in in_a_line
    assert "**Beheer, evaluatie**" in text


def test_notes_swallow_no_heading(chain: Chain) -> None:
    for path, text in pages_of(chain).items():
        written = len(HEADING.findall(FENCED.sub("", text)))
        assert written == len(re.findall("<h[1-6] ", to_html(text))), path


def test_front_matter_stays_readable(chain: Chain) -> None:
    for path, text in pages_of(chain).items():
        assert get_data(text)[1]["title"], path
