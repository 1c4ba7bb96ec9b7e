"""The chains from practice beside the site settings: one folder each, with a story and its states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ketenhandboek.chain.load import load_chain
from ketenhandboek.pages.page import Practice, State
from ketenhandboek.rules.check import check
from ketenhandboek.source.reader import rough_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

FOLDER = "voorbeelden"
STORY = "verhaal.md"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_practice(home: Path, today: date) -> tuple[Practice, ...]:
    """Every folder `voorbeelden/<id>` with `verhaal.md` and states, in order of name.

    A state is a folder with `regio.yaml`. The states run from the oldest reference date to the newest.
    """
    found = (_practice(home, story.parent, today) for story in sorted((home / FOLDER).glob(f"*/{STORY}")))
    return tuple(practice for practice in found if practice.states and _ID.fullmatch(practice.id))


def _practice(home: Path, folder: Path, today: date) -> Practice:
    title, _, story = rough_text(folder / STORY).partition("\n")
    states = sorted(_states(home, folder, today), key=lambda state: state.chain.day)
    return Practice(folder.name, title.lstrip("# ").strip() or folder.name, story.strip(), tuple(states))


def _states(home: Path, folder: Path, today: date) -> Iterator[State]:
    for region in sorted(folder.glob("*/regio.yaml")):
        chain = load_chain(region.parent, today, shown=region.parent.relative_to(home).as_posix())
        yield State(region.parent.name, chain, check(chain))
