"""Whoever breaks off is heard, also in the middle of a keyword or format of ours."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from specimens import specimen

from ketenhandboek.kinds import gate
from ketenhandboek.kinds.formats import FORMATS, KEYWORDS, Keyword
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTNER = catalogue()["partner"]


class Interrupting:
    """Interrupts the first time that it is called."""

    def __init__(self) -> None:
        self._signals = iter([signal.SIGINT])

    def __call__(self, *_: object) -> bool:
        for sign in self._signals:
            signal.raise_signal(sign)
        return True


@pytest.fixture(autouse=True)
def _compiled_anew() -> Iterator[None]:
    gate._compiled.cache_clear()
    yield
    gate._compiled.cache_clear()


@pytest.mark.parametrize("moment", ["__init__", "validate"])
def test_an_interrupt_in_a_keyword_is_neither_lost_nor_taken_for_a_misfit(
    monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    interrupting = Interrupting()

    def instead(*_: object) -> None:
        interrupting()

    monkeypatch.setitem(KEYWORDS, "x-na", type("Interrupted", (Keyword,), {"validate": id, moment: instead}))
    with pytest.raises(KeyboardInterrupt):
        gate.fits(PARTNER, specimen(PARTNER))


def test_an_interrupt_in_a_format_is_neither_lost_nor_taken_for_a_misfit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(FORMATS, "dag", Interrupting())
    with pytest.raises(KeyboardInterrupt):
        gate.fits(PARTNER, specimen(PARTNER))
