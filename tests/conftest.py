"""Handbooks that are built once for all tests, however many workers run them; a region under git."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings
from repository import Repo

from ketenhandboek.rules import example
from ketenhandboek.rules.example import EXAMPLE_DAY
from ketenhandboek.site.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Once = Callable[[str, Callable[[Path], None]], Path]

ROOT = Path(__file__).parents[1]
REGION = Path(example.__file__).parent / "voorbeeldregio"
RARE = Path(__file__).parent / "zeldzaam"
DEMO_DAY = date(2026, 11, 22)

settings.register_profile("vast", derandomize=True)
settings.load_profile("vast")


def pytest_collection_finish() -> None:
    """Spare the collector what stays for the whole run; it took a third of the time of the small tests."""
    gc.freeze()
    gc.set_threshold(50_000)


def commit(folder: Path) -> None:
    """Add what is in a folder to its history."""
    editor = ("-c", "user.name=Redactie", "-c", "user.email=redactie@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*editor, "commit", "-q", "-m", "Bewaard")):
        subprocess.run(("git", *words), cwd=folder, check=True)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder by this name, unless another worker did; `make` gets it empty. Change nothing in it."""
    own = tmp_path_factory.getbasetemp()
    base = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def shared(name: str, make: Callable[[Path], None]) -> Path:
        made = base / f"{name}-klaar"
        with FileLock(base / f"{name}.lock"):
            if not made.exists():
                (base / name).mkdir()
                make(base / name)
                made.touch()
        return base / name

    return shared


@pytest.fixture(scope="session")
def plain_site(once: Once) -> Path:
    """The handbook of the example region, with the settings that come with the program."""

    def make(home: Path) -> None:
        shutil.copytree(REGION, home / "data")
        with chdir(home):
            built = build_site(Path("data"), None, Path("site"), today=EXAMPLE_DAY)
        assert built.warnings == ()

    return once("gewoon", make) / "site"


@pytest.fixture(scope="session")
def rare_site(once: Once) -> Path:
    """The same with what that region does not have: rare parts of an agreement, a case, an end, a past."""

    def make(home: Path) -> None:
        shutil.copytree(REGION, home / "data")
        commit(home)
        shutil.copytree(RARE, home / "data", dirs_exist_ok=True)
        ban = home / "data/afspraken/huisverbod.yaml"
        ban.write_text(
            ban.read_text("utf-8").replace("geldig:\n", "geldig:\n  tot_en_met: 2026-06-30\n", 1), "utf-8"
        )
        commit(home)
        build_site(home / "data", None, home / "site", today=EXAMPLE_DAY)

    return once("zeldzaam", make) / "site"


@pytest.fixture(scope="session")
def demo_site(once: Once) -> Path:
    """The handbook of Lindewaarde."""

    def make(home: Path) -> None:
        build_site(ROOT / "data", ROOT / "mkdocs.yml", home / "site", today=DEMO_DAY)

    return once("lindewaarde", make) / "site"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A clean clone with the example region on its main branch, in which the commands run."""
    for name, value in (("NAME", "Redactie"), ("EMAIL", "redactie@example.org")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "geen"))
    made = Repo(tmp_path / "keten")
    shutil.copytree(REGION, made.data)
    made.git("init", "-q", "-b", "main")
    made.commit("Begin")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def one_processor() -> Iterator[None]:
    """All work on one processor, so that no twin helps, where that can be had."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    yield
    os.sched_setaffinity(0, allowed)
