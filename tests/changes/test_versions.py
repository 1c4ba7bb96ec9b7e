"""Which two versions are compared, and what is said when there are none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from ketenhandboek.cli.group import main

if TYPE_CHECKING:
    from pathlib import Path

    from repository import Repo

NOTHING = "Er verandert niets aan de betekenis.\n"
RENAMED = "Opvang De Linde heet voortaan Opvang De Beuk."


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--peildatum", "2026-03-01", *arguments])


def rename(repo: Repo) -> None:
    path = repo.data / "partners.yaml"
    path.write_text(path.read_text("utf-8").replace("naam: Opvang De Linde", "naam: Opvang De Beuk"), "utf-8")


def test_the_working_tree_is_compared_with_where_the_work_left_the_main_branch(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "werk")
    repo.git("checkout", "-q", "main")
    (repo.data / "begrippen.yaml").unlink()
    repo.commit("Intussen elders")
    repo.git("checkout", "-q", "werk")
    rename(repo)
    assert RENAMED in diff().output
    assert diff().output.endswith("\n1 wijziging\n")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("main~1", "main"), RENAMED),
        (("eerst", "HEAD"), RENAMED),
        (("main",), NOTHING),
        (("data", "data"), NOTHING),
        (("HEAD~1", "data"), RENAMED),
        (("--map", "./data/../data", "HEAD~1"), RENAMED),
    ],
)
def test_versions_and_folders_go_together(repo: Repo, names: tuple[str, ...], said: str) -> None:
    repo.git("tag", "eerst")
    rename(repo)
    repo.commit("Nieuwe naam")
    result = diff(*names)
    assert said in result.output
    assert result.exit_code == 0


def test_nothing_in_the_repository_changes(repo: Repo) -> None:
    rename(repo)
    before = repo.git("status", "--porcelain=v2", "--branch"), (repo.folder / ".git" / "index").read_bytes()
    diff("HEAD")
    after = repo.git("status", "--porcelain=v2", "--branch"), (repo.folder / ".git" / "index").read_bytes()
    assert before[0] == after[0]


@pytest.mark.parametrize(
    "ref", ["--upload-pack=touch x", "-x", "main:data", "a b", "main\nmain", "*", "", "main..", "\x00"]
)
def test_a_hostile_name_reaches_no_git(repo: Repo, ref: str) -> None:
    result = diff("--", ref)
    assert result.exit_code == 2
    assert result.output.startswith("Fout: ")
    assert not (repo.folder / "x").exists()


def test_a_link_in_an_old_version_leads_nowhere(repo: Repo, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.yaml"
    secret.write_text("begrippen:\n  - id: x\n    naam: Geheim\n    betekenis: Geheim.\n", encoding="utf-8")
    (repo.data / "begrippen.yaml").unlink()
    (repo.data / "begrippen.yaml").symlink_to(secret)
    repo.commit("Een koppeling")
    assert "Geheim" not in diff("main~1", "main").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nergens",), "'nergens' is geen map en geen versie die git kent."),
        (("docs",), "In de map 'docs' staat geen bestand regio.yaml."),
        (("--map", "elders"), "De map 'elders' bestaat niet."),
        (("--map", "elders", "main", "main"), "In de versie 'main' staat geen map 'elders' met regio.yaml."),
    ],
)
def test_what_is_not_there_is_named(repo: Repo, arguments: tuple[str, ...], said: str) -> None:
    (repo.folder / "docs").mkdir()
    result = diff(*arguments)
    assert said in result.output
    assert result.exit_code == 2


def test_a_shallow_clone_is_told_apart(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit("Nog een")
    repo.git("clone", "-q", "--depth", "1", repo.folder.as_uri(), str(tmp_path / "ondiep"))
    monkeypatch.chdir(tmp_path / "ondiep")
    assert "git fetch --unshallow" in diff("HEAD~1").output
    assert diff("HEAD").output == NOTHING


def test_outside_a_repository_two_folders_still_do(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repo.data, tmp_path / "los" / "data")
    monkeypatch.chdir(tmp_path / "los")
    assert "staat niet onder git" in diff().output
    assert diff("data", "data").output == NOTHING


def test_without_git_two_folders_still_do(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = diff()
    assert (result.exit_code, "Het programma git is niet gevonden" in result.output) == (2, True)
    assert diff("data", "data").output == NOTHING
    assert repo.data.is_dir()


def test_inside_a_hook_git_looks_in_the_right_place(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert diff("HEAD").output == NOTHING
    assert repo.data.is_dir()


def test_a_repository_without_a_main_branch_asks_for_a_version(repo: Repo) -> None:
    repo.git("branch", "-q", "-m", "stam")
    assert "Git kent hier geen hoofdtak" in diff().output
    assert diff("stam").output == NOTHING


def test_what_does_not_fit_is_told_and_keeps_the_rest_from_being_misread(repo: Repo) -> None:
    (repo.data / "partners.yaml").write_text("partners:\n\t- id: x\n", encoding="utf-8")
    result = diff("main")
    assert "Een deel van de gegevens is niet te lezen" in result.output
    assert "niemand meer" not in result.output
    assert "doet niet meer mee" not in result.output
