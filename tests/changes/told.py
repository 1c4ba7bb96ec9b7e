"""The example region before and after a change, and the sentences in between."""

from __future__ import annotations

from ketenhandboek.changes.compare import compare
from ketenhandboek.changes.sentences import said
from ketenhandboek.changes.values import Change, Topic
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.briefs import brief_agreement

LINE = """\
verantwoordelijkheden:
  - id: proef
    taak: opvang-zoeken
    eindverantwoordelijk: politie
"""
FLOW = """\
gegevensstromen:
  - id: proef
    van: politie
    naar: onderwijs
    gegevens:
      - identificerend
    grondslagen:
      - bpg-4-2
"""
TASK = """\
taken:
  - id: opvang-zoeken
    naam: Opvang zoeken
    fase: directe-veiligheid
    verdeling: een
"""


def agreement(text: str) -> dict[str, str]:
    """The overlay with an agreement that holds a text, and without it when there is none."""
    own = {"eigen__taken": TASK}
    if not text:
        return own
    return own | {"afspraken__proef": brief_agreement("Proef", f"geldig:\n  van: 2025-01-01\n{text}")}


def changes(old: dict[str, str], new: dict[str, str]) -> tuple[Change, ...]:
    before, after = (example_chain(Example.of("", **texts)) for texts in (old, new))
    return compare(before, after).changes


def sentences(old: dict[str, str], new: dict[str, str]) -> tuple[str, ...]:
    """What is said of all but findings, signatures and the agreement being there at all."""
    left_out = (
        Topic.FINDINGS,
        Topic.SIGNING,
        *([Topic.AGREEMENTS] if "afspraken__proef" in old.keys() ^ new.keys() else []),
    )
    return tuple(said(change) for change in changes(old, new) if change.topic not in left_out)
