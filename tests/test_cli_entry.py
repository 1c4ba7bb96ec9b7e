"""The help of `keten` comes from a text, which is what click would say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ketenhandboek.cli.entry import HELP, WIDTH

TEXT = Path(HELP).read_text("ascii")
ENTRY = "import sys; sys.argv[0] = 'keten'; from ketenhandboek.cli.entry import main; main()"
RENEW = """After a new command or another summary, write the text anew:
COLUMNS=80 python -c "from ketenhandboek.cli.group import main; main(['--help'], prog_name='keten')" \
    > src/ketenhandboek/cli/uitleg.txt"""
CLICK = ENTRY.replace("cli.entry", "cli.group")


def keten(*arguments: str, program: str = ENTRY, columns: int = WIDTH) -> str:
    """What the command says in a window of this width."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "COLUMNS": str(columns)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("columns", [WIDTH, 200])
def test_the_text_is_what_click_says(columns: int) -> None:
    assert keten("--help", program=CLICK, columns=columns) == TEXT, RENEW


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_told_without_click(option: str) -> None:
    assert keten(option, program=f"{ENTRY}; print('click' in sys.modules)") == f"{TEXT}False\n"


def test_a_narrow_window_gets_narrow_help() -> None:
    assert keten("--help", columns=50) == keten("--help", program=CLICK, columns=50) != TEXT


def test_anything_else_is_for_click() -> None:
    assert keten("--version").startswith("keten ")
    assert keten("check", "--help").startswith("Gebruik: keten check ")


def test_a_reader_that_has_gone_is_no_fault() -> None:
    program = f'{sys.executable} -c "{ENTRY}" --help'
    done = subprocess.run(["bash", "-c", f"{program} | true"], capture_output=True, check=True)
    assert done.stderr == b""
