"""Generated files: written only where they differ, gone when no longer made, never elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.site.tree import write_tree

if TYPE_CHECKING:
    from pathlib import Path


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    assert write_tree(tmp_path, {"a/x.md": "één\n", "a/y.md": "twee\n"}, ["a"]) == 2
    before = (tmp_path / "a" / "x.md").stat().st_mtime_ns
    assert write_tree(tmp_path, {"a/x.md": "één\n", "a/y.md": "drie\n"}, ["a"]) == 1
    assert (tmp_path / "a" / "x.md").stat().st_mtime_ns == before
    assert (tmp_path / "a" / "y.md").read_text("utf-8") == "drie\n"


def test_what_is_no_longer_made_disappears_with_its_folder(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/b/x.md": "x", "a/y.md": "y"}, ["a"])
    write_tree(tmp_path, {"a/y.md": "y"}, ["a"])
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "y.md"]


def test_what_others_wrote_beside_it_stays(tmp_path: Path) -> None:
    (tmp_path / "met-de-hand.md").write_text("blijft", encoding="utf-8")
    write_tree(tmp_path, {"a/x.md": "x"}, ["a"])
    write_tree(tmp_path, {}, ["a"])
    assert [path.name for path in tmp_path.iterdir()] == ["met-de-hand.md"]


def test_no_file_is_ever_half_written(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/x.md": "x" * 100_000}, ["a"])
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["x.md"]
