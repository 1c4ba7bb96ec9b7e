"""A real repository with the example region in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from repository import Repo

from ketenhandboek.rules import example

REGION = Path(example.__file__).parent / "voorbeeldregio"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A clean clone on its main branch, in which the commands run."""
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
