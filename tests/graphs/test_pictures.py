"""Real Graphviz in real processes, with nothing on PATH unless a test puts it there."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest
from picture_samples import HOSTILE, LADDER, NETWORK, tangle

from ketenhandboek.graphs.dot import to_dot
from ketenhandboek.graphs.engines import LayoutError
from ketenhandboek.graphs.layout import Layout
from ketenhandboek.graphs.pictures import Failure, Picture, Studio
from ketenhandboek.graphs.view import View

VIEWS = (LADDER, NETWORK, HOSTILE)
SLOW = tangle(100, 600)


@pytest.fixture(autouse=True)
def _empty_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def draw_all(views: Iterable[View], cache: Path) -> list[Picture | Failure]:
    with Studio(cache) as studio:
        return [studio.draw(view) for view in views]


def forbid_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/there/is/no/python")


def test_every_view_gets_its_picture_without_a_warning(tmp_path: Path) -> None:
    with Studio(tmp_path) as studio:
        assert all(isinstance(studio.draw(view), Picture) for view in VIEWS)
    assert studio.warnings == ()


def test_other_process_and_other_order_give_the_same_bytes(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from picture_samples import HOSTILE, LADDER, NETWORK
from ketenhandboek.graphs.pictures import Studio

with Studio(Path(sys.argv[1])) as studio:
    drawn = [studio.draw(view) for view in (HOSTILE, NETWORK, LADDER)]
sys.stdout.buffer.write(repr(drawn[::-1]).encode())
"""
    there = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "there"],
        cwd=Path(__file__).parent,
        env={"PATH": "", "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    assert there.stdout.decode() == repr(draw_all(VIEWS, tmp_path / "here"))


def test_what_was_drawn_before_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draw_all(VIEWS, tmp_path)
    forbid_workers(monkeypatch)
    assert draw_all(VIEWS, tmp_path) == first


def test_another_title_is_no_new_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw_all([LADDER], tmp_path)
    forbid_workers(monkeypatch)
    (picture,) = draw_all([replace(LADDER, title="Anders")], tmp_path)
    assert isinstance(picture, Picture)
    assert ">Anders<" in picture.svg


@pytest.mark.parametrize("left", [b"", b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff"])
def test_a_broken_file_in_the_cache_is_drawn_again(tmp_path: Path, left: bytes) -> None:
    first = draw_all([LADDER], tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(left)
    assert draw_all([LADDER], tmp_path) == first
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_costs_no_picture(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert isinstance(draw_all([LADDER], tmp_path / "file" / "cache")[0], Picture)


def test_a_late_picture_fails_and_the_next_one_is_drawn(tmp_path: Path) -> None:
    with Studio(tmp_path, limit_seconds=1) as studio:
        assert studio.draw(SLOW) == Failure("late", "Het tekenen duurde te lang.")
        assert isinstance(studio.draw(LADDER), Picture)
    assert studio.warnings == ("Het tekenen duurde te lang. Zonder tekening: “Kluwen”.",)
    assert len(list(tmp_path.iterdir())) == 1, "a failure is not kept"


def test_what_failed_is_not_tried_again_within_a_build(tmp_path: Path) -> None:
    with Studio(tmp_path, limit_seconds=1) as studio:
        first = studio.draw(SLOW)
        began = time.monotonic()
        assert studio.draw(SLOW) is first
        assert time.monotonic() - began < 0.5


def test_a_crash_fails_one_picture_and_the_next_one_is_drawn() -> None:
    with closing(Layout(limit_seconds=60)) as layout:
        before = layout.svg(to_dot(LADDER))
        first = layout.worker
        assert first
        Timer(0.3, os.kill, (first.pid, signal.SIGKILL)).start()
        with pytest.raises(LayoutError, match="crashed"):
            layout.svg(to_dot(SLOW))
        assert layout.svg(to_dot(LADDER)) == before
        assert layout.worker is not first


def test_one_worker_draws_all_and_ends_with_the_block() -> None:
    with closing(Layout(limit_seconds=60)) as layout:
        assert layout.worker is None, "nothing starts before the first picture"
        layout.svg(to_dot(LADDER))
        worker = layout.worker
        for view in VIEWS:
            layout.svg(to_dot(view))
        assert layout.worker is worker
    assert worker
    assert worker.spent


def test_a_source_that_is_no_dot_fails_and_leaves_the_worker_alive() -> None:
    with closing(Layout(limit_seconds=60)) as layout:
        with pytest.raises(LayoutError, match="failed"):
            layout.svg("digraph {")
        assert layout.worker
        assert not layout.worker.spent


def test_without_any_graphviz_one_warning_names_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_workers(monkeypatch)
    with Studio(tmp_path) as studio:
        drawn = [studio.draw(view) for view in (LADDER, NETWORK)]
    assert drawn == [Failure("missing", "Graphviz ontbreekt op deze computer.")] * 2
    assert studio.warnings == (
        "Graphviz ontbreekt op deze computer. "
        "Zonder tekening: “Escaleren in Lindewaarde” en “De keten in beeld”.",
    )


def a_program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "dot"
    program.write_text(f"#!{sys.executable}\n{script}")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    forbid_workers(monkeypatch)


def test_a_dot_on_the_path_serves_where_no_worker_can_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_worker = draw_all([LADDER], tmp_path / "worker")
    imports = "import sys\nfrom ketenhandboek.graphs.bundled import Bundled\n"
    a_program(tmp_path, monkeypatch, f"{imports}print(Bundled().svg(sys.stdin.read()))\n")
    assert draw_all([LADDER], tmp_path / "program") == by_worker


@pytest.mark.parametrize(
    ("script", "cause"),
    [
        ("raise SystemExit(1)", "failed"),
        ("import os; os.abort()", "crashed"),
        ("import time; time.sleep(60)", "late"),
        ("print('<svg/>')", "failed"),
    ],
)
def test_a_dot_that_fails_gives_the_same_failures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, cause: str
) -> None:
    a_program(tmp_path, monkeypatch, script)
    with Studio(tmp_path / "cache", limit_seconds=1) as studio:
        drawn = studio.draw(LADDER)
    assert isinstance(drawn, Failure)
    assert drawn.cause == cause
