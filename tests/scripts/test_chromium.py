"""The browser of the tests: the one that is named, else one that is installed, and only if it starts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from chromium import installed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the browsers here are shell scripts")


def program(path: Path, *, exit_code: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_the_browser_that_is_named_comes_first(tmp_path: Path) -> None:
    named = program(tmp_path / "my-browser")
    program(tmp_path / "chromium")
    assert installed({"CHROMIUM": str(named), "PATH": str(tmp_path)}, places=()) == named


def test_chromium_comes_before_chrome_and_the_one_without_windows_before_both(tmp_path: Path) -> None:
    for name in ("google-chrome", "chromium", "chromium-headless-shell"):
        latest = program(tmp_path / name)
        assert installed({"PATH": str(tmp_path)}, places=()) == latest


def test_a_browser_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "chromium-browser", exit_code=1)
    chrome = program(tmp_path / "google-chrome")
    assert installed({"CHROMIUM": str(tmp_path / "gone"), "PATH": str(tmp_path)}, places=()) == chrome


def test_a_browser_may_stand_in_its_usual_place(tmp_path: Path) -> None:
    chrome = program(tmp_path / "Google Chrome")
    assert installed({}, places=[str(tmp_path / "gone"), str(chrome)]) == chrome


def test_no_browser_is_nothing(tmp_path: Path) -> None:
    assert installed({"PATH": str(tmp_path)}, places=()) is None
