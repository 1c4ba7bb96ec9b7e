"""The hooks for pre-commit, set up as the page about them tells; pre-commit itself installs and runs them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from repository import Repo

ROOT = Path(__file__).parents[2]
PROGRAM = (".pre-commit-hooks.yaml", "LICENSE", "README.md", "docs", "mkdocs.yml", "pyproject.toml", "src")
GENERATED = ("handboek", "routewijzer", "downloads", "schema", "__pycache__")
EXAMPLE = re.compile(r"<!-- voorbeeld: pre-commit -->\n\n```yaml\n(.*?)```", re.DOTALL)
AGREEMENT = "afspraken/huisverbod.yaml"


@pytest.fixture
def hooked(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The region with the example in it, and the hooks installed; nothing is fetched from a registry.

    What the program needs is found in the environment of the tests; itself it is built and installed.
    """
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("PYTHONPATH", sysconfig.get_path("purelib"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_NO_BUILD_ISOLATION", "0")
    address, commit = _program(tmp_path / "programma")
    (example,) = EXAMPLE.findall((ROOT / "docs" / "controle-instellen.md").read_text("utf-8"))
    config = re.sub(r"https://\S+", address, example).replace("v0.1.0", commit)
    (repo.folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    repo.git("add", "-A")
    subprocess.run([Path(sys.executable).with_name("pre-commit"), "install"], check=True, capture_output=True)
    return repo


def _program(folder: Path) -> tuple[str, str]:
    """The program in a repository of its own; its address and commit."""
    folder.mkdir()
    for name in PROGRAM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*GENERATED))
        else:
            shutil.copyfile(ROOT / name, folder / name)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Programma"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
    asked = ["git", "-C", str(folder), "rev-parse", "HEAD"]
    return str(folder), subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def commit(repo: Repo) -> tuple[bool, str]:
    """Try to commit everything: whether git did, and what the hooks said."""
    repo.git("add", "-A")
    command = ["git", "-C", str(repo.folder), "commit", "-m", "Wijziging"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode == 0, result.stdout + result.stderr


def edit(repo: Repo, old: str, new: str) -> None:
    path = repo.data / AGREEMENT
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_commit_waits_for_the_layout_and_for_the_check(hooked: Repo) -> None:
    edit(hooked, "binnen: 2 kalenderdagen", "binnen:   '2 kalenderdagen'")
    done, said = commit(hooked)
    assert (done, f"Opgemaakt: data/{AGREEMENT}" in said) == (False, True), said
    assert "binnen: 2 kalenderdagen\n" in (hooked.data / AGREEMENT).read_text("utf-8")

    edit(hooked, "eindverantwoordelijk: ", "eindverantwoordelijk: bestaat-niet-")
    done, said = commit(hooked)
    assert not done
    assert re.search(rf"data/{AGREEMENT}:\d+:\d+ fout BAS\d+\n", said), said

    edit(hooked, "eindverantwoordelijk: bestaat-niet-", "eindverantwoordelijk: ")
    done, said = commit(hooked)
    assert done, said
