"""Whoever breaks off is heard, also in the middle of a keyword of ours."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from specimens import specimen

from ketenhandboek.kinds import gate
from ketenhandboek.kinds.formats import KEYWORDS, Keyword
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator


class InterruptedWhenMade(Keyword):
    def __init__(self, *_: object) -> None:
        signal.raise_signal(signal.SIGINT)


class InterruptedWhenAsked(Keyword):
    def validate(self, _: object) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.fixture(autouse=True)
def _compiled_anew() -> Iterator[None]:
    gate._compiled.cache_clear()
    yield
    gate._compiled.cache_clear()


@pytest.mark.parametrize("keyword", [InterruptedWhenMade, InterruptedWhenAsked])
def test_an_interrupt_is_neither_lost_nor_taken_for_a_misfit(
    monkeypatch: pytest.MonkeyPatch, keyword: type[Keyword]
) -> None:
    partner = catalogue()["partner"]
    monkeypatch.setitem(KEYWORDS, "x-na", keyword)
    with pytest.raises(KeyboardInterrupt):
        gate.fits(partner, specimen(partner))
