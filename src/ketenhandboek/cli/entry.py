"""Where `keten` begins. Help is told from a text: loading click takes as long as four empty Pythons."""

from __future__ import annotations

import os
import sys

HELP = os.path.join(os.path.dirname(__file__), "uitleg.txt")  # noqa: PTH118, PTH120 - pathlib slows the start
WIDTH = 80
"""The columns for which the text is written; click itself makes lines no longer."""


def main() -> None:
    """Answer `keten --help`; hand anything else to click, and help for a narrow window too."""
    asked = sys.argv[1:] in (["--help"], ["-h"])
    if asked and _columns() >= WIDTH and _answered():
        return
    from ketenhandboek.cli.group import main as keten

    keten()


def _answered() -> bool:
    """Whether the text could be written; where it can't, click says why."""
    try:
        with open(HELP, "rb") as text:  # noqa: PTH123
            os.write(sys.stdout.fileno(), text.read())
    except (OSError, AttributeError):
        return False
    return True


def _columns() -> int:
    """The width of the terminal, or that of the text where there is none."""
    try:
        return int(os.environ.get("COLUMNS", 0)) or os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return WIDTH
