"""A twin begins at the other end: it makes what this process then need not make, and nothing else shows."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.twin import Twin, aside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2, reason="one processor"
)


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def _note(log: Path, number: int) -> None:
    print(number)
    if number % 2:
        raise ValueError(number)
    with log.open("a") as file:
        file.write(f"{number}\n")


def test_a_twin_works_from_the_last_task_to_the_first(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log"
    twin = Twin([partial(_note, log, number) for number in range(30)])
    _until(lambda: log.exists() and log.read_text().endswith("\n0\n"))
    twin.stop()
    assert [int(line) for line in log.read_text().split()] == [*range(28, -1, -2)]
    assert capfd.readouterr() == ("", "")


def test_a_twin_that_hangs_holds_nobody_up(tmp_path: Path) -> None:
    begun = tmp_path / "begonnen"
    twin = Twin([*[lambda: None] * 30, partial(time.sleep, 600), lambda: begun.symlink_to(f"{os.getpid()}")])
    _until(begun.is_symlink)
    start = time.monotonic()
    twin.stop()
    twin.stop()
    assert time.monotonic() - start < 60
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.readlink().name), 0)


def test_little_work_needs_no_twin(tmp_path: Path) -> None:
    twin = Twin([(tmp_path / "gedaan").touch] * 5, fewest=6)
    time.sleep(0.1)
    twin.stop()
    assert not (tmp_path / "gedaan").exists()


@pytest.mark.usefixtures("one_processor")
def test_one_processor_needs_no_twin(tmp_path: Path) -> None:
    twin = Twin([(tmp_path / "gedaan").touch] * 30)
    time.sleep(0.1)
    twin.stop()
    assert not (tmp_path / "gedaan").exists()


def test_what_nobody_waits_for_is_done_aside(tmp_path: Path) -> None:
    twin = aside(lambda: (tmp_path / "door").write_text(f"{os.getpid()}"))
    _until(lambda: (tmp_path / "door").exists() and bool((tmp_path / "door").read_text()))
    twin.stop()
    assert (tmp_path / "door").read_text() != f"{os.getpid()}"


@pytest.mark.usefixtures("one_processor")
def test_with_one_processor_it_is_done_at_once(tmp_path: Path) -> None:
    aside((tmp_path / "gedaan").touch).stop()
    assert (tmp_path / "gedaan").exists()
