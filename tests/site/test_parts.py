"""Parts are made by two processes, and come in the order of their makers, as if there were one."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.graphs.pictures import Picture, Studio
from ketenhandboek.graphs.view import Node, NodeKind, View
from ketenhandboek.site.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ketenhandboek.site.parts import Draw, Maker

TWO = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2, reason="one processor"
)


def _view(name: str) -> View:
    return View(name, name, "", (Node("n", name, "soort"),), (), (NodeKind("soort", "Soort", "soorten"),), ())


def _drawn(name: str, draw: Draw) -> Mapping[str, str]:
    picture = draw(_view(name))
    return {f"{name}.md": picture.svg if isinstance(picture, Picture) else picture.reason}


def _patient(begun: Path, draw: Draw) -> Mapping[str, str]:
    """Ends when the other process is past its first part."""
    end = time.monotonic() + 30
    while not begun.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return _drawn("eerste", draw)


def _signed(begun: Path, _: Draw) -> Mapping[str, str]:
    begun.touch()
    return {"tweede.md": f"{os.getpid()}"}


@TWO
def test_the_last_part_is_made_by_the_other_process(tmp_path: Path) -> None:
    begun = tmp_path / "begonnen"
    makers = [partial(_patient, begun), partial(_signed, begun), partial(_drawn, "derde")]
    with (
        Studio(tmp_path / "hier") as studio,
        Studio(tmp_path / "daar") as there,
        Parts(makers, there) as parts,
    ):
        first, second, third = parts.made(studio)
    assert [*first.files, *second.files, *third.files] == ["eerste.md", "tweede.md", "derde.md"]
    assert [part.views for part in (first, second, third)] == [(_view("eerste"),), (), (_view("derde"),)]
    assert third.files == _drawn("derde", Studio(tmp_path / "daar").draw)
    assert len([*(tmp_path / "hier").iterdir()]) == 1, "only the first part is drawn here"


@pytest.mark.usefixtures("one_processor")
def test_one_processor_makes_all(tmp_path: Path) -> None:
    makers = [partial(_drawn, "eerste"), partial(_signed, tmp_path / "begonnen")]
    with (
        Studio(tmp_path / "hier") as studio,
        Studio(tmp_path / "daar") as there,
        Parts(makers, there) as parts,
    ):
        _, second = parts.made(studio)
    assert second.files == {"tweede.md": f"{os.getpid()}"}


def test_what_the_other_process_can_not_draw_is_drawn_here(tmp_path: Path) -> None:
    makers = [partial(_drawn, name) for name in ("eerste", "tweede", "derde")]
    hasty = Studio(tmp_path / "daar", limit_seconds=0)
    with Studio(tmp_path / "hier") as studio, Parts(makers, hasty) as parts:
        assert all(part.drawn for part in parts.made(studio))
    assert studio.warnings == ()


def test_what_breaks_a_part_breaks_all(tmp_path: Path) -> None:
    def broken(_: Draw) -> Mapping[str, str]:
        raise ValueError("kapot")

    makers: list[Maker] = [partial(_drawn, "eerste"), broken]
    with Studio(tmp_path) as studio, Parts(makers, studio) as parts, pytest.raises(ValueError, match="kapot"):
        list(parts.made(studio))
