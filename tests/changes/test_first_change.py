"""The tutorial "Uw eerste wijziging", carried out to the letter in a copy of the demo region."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from repository import Repo

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "eerste-wijziging.md").read_text("utf-8")
WRITTEN_ON = ["--peildatum", "2026-11-22"]
FENCE = re.compile(r'^```(\w+)(?: title="([^",]+), [^"]+")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
KETEN = [sys.executable, "-c", "from ketenhandboek.cli.group import main; main()"]


class Typed(NamedTuple):
    """A command that a reader types, and the pieces of what it then prints, as the page shows them."""

    command: str
    shown: tuple[str, ...]


class Edit(NamedTuple):
    """Lines in a file that a reader replaces by others."""

    file: str
    old: str
    new: str


def steps() -> Iterator[Typed | Edit]:
    """What the page tells to do, in its order."""
    before: tuple[str, str] | None = None
    for language, file, text in FENCE.findall(PAGE):
        if language == "console":
            for typed in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                command, _, output = typed.partition("\n")
                yield Typed(command, tuple(filter(None, output.split("…\n"))))
        elif before is None:
            before = file, text
        else:
            yield Edit(file, before[1], text)
            before = None


@pytest.fixture
def clone(repo: Repo, tmp_path: Path) -> Repo:
    """A clone of a repository with the demo region."""
    shutil.rmtree(repo.data)
    shutil.copytree(ROOT / "data", repo.data)
    repo.commit("De voorbeeldregio")
    repo.git("clone", "-q", "--bare", str(repo.folder), str(tmp_path / "forge"))
    repo.git("clone", "-q", str(tmp_path / "forge"), str(tmp_path / "kopie"))
    return Repo(tmp_path / "kopie")


def carry_out(edit: Edit, folder: Path) -> None:
    path = folder / edit.file
    text = path.read_text("utf-8")
    assert text.count(edit.old) == 1, edit
    path.write_text(text.replace(edit.old, edit.new), "utf-8")


def carry_out_command(typed: Typed, folder: Path) -> str:
    """What a command prints; the check and the comparison look as on the day that the page was written."""
    program, *arguments = shlex.split(typed.command)
    day = WRITTEN_ON if arguments[0] in ("check", "diff") else []
    command = [*KETEN, *arguments, *day] if program == "keten" else [program, *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.stderr == "", typed
    return result.stdout


def test_every_step_of_the_first_change_goes_as_the_page_says(clone: Repo) -> None:
    for step in steps():
        if isinstance(step, Edit):
            carry_out(step, clone.folder)
            continue
        printed, place = carry_out_command(step, clone.folder), 0
        for piece in step.shown:
            found = printed.find(piece.removesuffix("\n"), place)
            assert found >= place, (step.command, piece, printed)
            place = found + len(piece)
        assert bool(step.shown) == bool(printed), step.command
    assert clone.git("log", "--format=%s", "origin/eerste-wijziging", "^main").count("\n") == 1
    assert clone.git("diff", "--stat", "main", "origin/eerste-wijziging").count("1 insertion(+)") == 1


def test_the_page_holds_steps_of_both_kinds() -> None:
    found = list(steps())
    assert [type(step) for step in found].count(Edit) == 2
    assert {step.command.split()[0] for step in found if isinstance(step, Typed)} == {"git", "keten"}
