"""Work shared out over processes gives what one process would give."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.crew import shared_out

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2, reason="one processor"
)


@given(st.lists(st.integers(), max_size=9))
def test_it_gives_what_is_made_of_each_item_in_their_order(items: list[int]) -> None:
    assert shared_out(str, items) == [str(item) for item in items]


def test_no_process_does_all_of_it(tmp_path: Path) -> None:
    def work(number: int) -> int:
        time.sleep(0.02)
        (tmp_path / str(number)).touch()
        return os.getpid()

    assert len({*shared_out(work, range(20))}) > 1
    assert len([*tmp_path.iterdir()]) == 20


def test_what_goes_wrong_first_in_the_order_of_the_items_is_raised() -> None:
    with pytest.raises(ValueError, match="'x'"):
        shared_out(int, ["1", "2", "x", "3", "y"])


def test_what_a_copy_took_with_it_when_it_broke_down_is_made_here() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        time.sleep(0.01)
        if os.getpid() != here:
            os._exit(1)
        return number

    assert shared_out(work, range(9)) == [*range(9)]


def test_more_than_a_pipe_can_hold_is_made_as_well() -> None:
    assert shared_out(abs, range(30_000)) == [*range(30_000)]


def test_a_copy_is_gone_when_the_work_was_broken_off(tmp_path: Path) -> None:
    here, busy = os.getpid(), tmp_path / "bezig"

    def work(_: int) -> None:
        if os.getpid() == here:
            while not busy.is_symlink():
                time.sleep(0.001)
            raise KeyboardInterrupt
        busy.symlink_to(f"{os.getpid()}")
        time.sleep(60)

    with pytest.raises(KeyboardInterrupt):
        shared_out(work, range(2))
    with pytest.raises(ProcessLookupError):
        os.kill(int(busy.readlink().name), 0)
