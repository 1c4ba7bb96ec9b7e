"""Builds that are broken off, run out of room, or meet each other: nothing is lost or left behind."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.site.place import mark
from ketenhandboek.site.swap import PREFIX

if TYPE_CHECKING:
    from pathlib import Path

KETEN = [sys.executable, "-c", "from ketenhandboek.cli.group import main; main(prog_name='keten')"]
SMALLER_THAN_A_SITE = 20_000


@pytest.fixture
def old(warm_project: Path) -> Path:
    """An earlier handbook, to be kept or replaced."""
    site = warm_project / "site"
    site.mkdir()
    mark(site)
    (site / "index.html").write_text("vorige", encoding="utf-8")
    return site


def start(project: Path, *, largest_file: int = resource.RLIM_INFINITY) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*KETEN, "build", "--peildatum", "2026-03-01"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file)),
    )


def workshops(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(PREFIX)]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_broken_off_leaves_the_old_site_and_nothing_else(old: Path, how: int) -> None:
    running = start(old.parent)
    while not workshops(old.parent) and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(how)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, "", "Afgebroken.\n")
    assert (old / "index.html").read_text("utf-8") == "vorige"
    assert workshops(old.parent) == []


def test_a_build_without_room_leaves_the_old_site_and_says_why(old: Path) -> None:
    running = start(old.parent, largest_file=SMALLER_THAN_A_SITE)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 2
    assert err.startswith("Fout: Lezen of schrijven lukt niet")
    assert err.endswith("het bestand wordt te groot.\n")
    assert (old / "index.html").read_text("utf-8") == "vorige"
    assert workshops(old.parent) == []


def test_two_builds_at_once_both_end_well(old: Path) -> None:
    both = [start(old.parent), start(old.parent)]
    for running in both:
        _, err = running.communicate(timeout=120)
        assert (running.returncode, err) == (0, "")
    assert (old / "handboek" / "gemeenten" / "elsbroek" / "index.html").is_file()
    assert "vorige" not in (old / "index.html").read_text("utf-8")
    assert workshops(old.parent) == []


def test_records_and_links_among_the_pages_do_not_reach_the_site(warm_project: Path) -> None:
    (warm_project / "data").rename(warm_project / "docs" / "data")
    (warm_project / "docs" / "kring").symlink_to(warm_project / "docs")
    (warm_project / "docs" / "dood.md").symlink_to("nergens.md")
    done = subprocess.run(
        [*KETEN, "build", "docs/data", "--out", "mijn site"],
        cwd=warm_project, env={**os.environ, "TZ": "UTC"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert not {"data", "kring", "dood"} & {path.name for path in (warm_project / "mijn site").iterdir()}
