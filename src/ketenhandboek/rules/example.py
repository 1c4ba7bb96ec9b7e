"""The clean example region, and examples laid over it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import Gathered, combine, read_region, read_texts

if TYPE_CHECKING:
    from ketenhandboek.rules.rule import Example

EXAMPLE_DAY = date(2026, 3, 1)


def example_chain(example: Example) -> Chain:
    """The example's records, over the clean region unless they stand alone, on the example's day."""
    layers = [_overlay(example)] if example.stands_alone else [_clean_region(), _overlay(example)]
    day = date.fromisoformat(example.day) if example.day else EXAMPLE_DAY
    return Chain(combine(*layers), day)


def clean_chain() -> Chain:
    """The clean region itself: no rule finds anything in it."""
    return Chain(combine(_clean_region()), EXAMPLE_DAY)


@cache
def _clean_region() -> Gathered:
    return read_region(Path(__file__).parent / "voorbeeldregio", "voorbeeldregio")


def _overlay(example: Example) -> Gathered:
    return read_texts({source.file: source.text for source in example.sources})
