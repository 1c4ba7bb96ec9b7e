"""`.venv` is made once, and again only when what it is made from changed."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from environment import (
    ROOT,
    SetupError,
    Step,
    command,
    exit_code,
    failing_output,
    interpreter,
    next_step,
    recipe,
    require_python,
    require_venv,
    write_stamp,
)


@pytest.mark.parametrize(
    ("made", "installed", "wanted", "step"),
    [
        ("recipe", {"test"}, {"test"}, Step.KEEP),
        ("recipe", {"test"}, set(), Step.KEEP),
        ("recipe", set(), {"test"}, Step.EXTEND),
        ("an older recipe", {"test"}, {"test"}, Step.REMAKE),
    ],
)
def test_the_stamp_decides(
    tmp_path: Path, made: str, installed: set[str], wanted: set[str], step: Step
) -> None:
    interpreter(tmp_path).parent.mkdir()
    interpreter(tmp_path).touch()
    write_stamp(tmp_path, made.replace(" ", "-"), frozenset(installed))
    assert next_step(tmp_path, "recipe", frozenset(wanted)) is step


def test_an_installation_that_broke_off_is_made_again(tmp_path: Path) -> None:
    interpreter(tmp_path).parent.mkdir()
    interpreter(tmp_path).touch()
    assert next_step(tmp_path, "recipe", frozenset()) is Step.REMAKE


def test_an_environment_whose_python_was_removed_is_made_again(tmp_path: Path) -> None:
    write_stamp(tmp_path, "recipe", frozenset())
    assert next_step(tmp_path, "recipe", frozenset()) is Step.REMAKE


def test_the_recipe_changes_with_pyproject_python_and_place(tmp_path: Path) -> None:
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "pyproject.toml").write_text("[project]\n", "utf-8")
    first = recipe(tmp_path / "here", python="3.11.7")
    assert first == recipe(tmp_path / "here", python="3.11.7")
    assert first != recipe(tmp_path / "here", python="3.12.1")
    assert first != recipe(tmp_path / "there", python="3.11.7")
    (tmp_path / "here" / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    assert first != recipe(tmp_path / "here", python="3.11.7")


@pytest.mark.parametrize(
    ("system", "python", "keten"),
    [
        ("posix", "bin/python", "bin/keten"),
        ("nt", "Scripts/python.exe", "Scripts/keten.exe"),
    ],
)
def test_programs_stand_where_the_system_puts_them(system: str, python: str, keten: str) -> None:
    found = interpreter(Path(".venv"), system)
    assert found == Path(".venv", python)
    assert command(found, "keten") == Path(".venv", keten)


def test_an_older_python_is_told_what_is_needed() -> None:
    require_python((3, 11))
    require_python((3, 14))
    with pytest.raises(SetupError, match=r"Python 3\.11 of nieuwer nodig\. Dit is Python 3\.9\."):
        require_python((3, 9))


@pytest.mark.parametrize("script", ["environment.py", "chromium.py", "build.py", "test.py"])
def test_an_older_python_can_read_the_scripts(script: str) -> None:
    ast.parse((ROOT / "scripts" / script).read_text("utf-8"), feature_version=(3, 7))


def test_a_debian_without_venv_is_told_what_to_install() -> None:
    with pytest.raises(SetupError, match="sudo apt install python3-venv"):
        require_venv(["venv", "ensurepip_of_another_package"])


def test_a_failing_command_leaves_its_last_lines_and_a_good_one_nothing() -> None:
    noise = "for line in range(99): print(line)"
    shown = failing_output([sys.executable, "-c", f"{noise}\nraise SystemExit(1)"])
    assert shown is not None
    assert shown.splitlines() == [str(line) for line in range(84, 99)]
    assert failing_output([sys.executable, "-c", noise]) is None


def test_what_stands_in_the_way_is_said_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise SetupError("Er is geen verbinding.")

    assert exit_code(work) == 2
    assert capsys.readouterr().err == "Er is geen verbinding.\n"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestand").touch()
    assert exit_code(lambda: (tmp_path / "bestand" / "x").write_text("x")) == 2
    assert "bestand/x'. Hebt u daar rechten voor?" in capsys.readouterr().err
