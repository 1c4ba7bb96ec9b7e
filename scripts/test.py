"""Run all checks of the project: `python3 scripts/test.py [--zonder-browser] [arguments for pytest]`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from chromium import browser
from environment import ROOT, SetupError, ensure, exit_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CHECKS = (
    ("ruff", "check", "--quiet", "."),
    ("ruff", "format", "--check", "--quiet", "."),
    ("mypy", "--no-error-summary"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: that of pytest, else 1 when another check fails; 2 when nothing could start."""
    parser = argparse.ArgumentParser(
        description="Draait alle controles. Andere argumenten gaan naar pytest.", allow_abbrev=False
    )
    parser.add_argument("--zonder-browser", action="store_true", help="sla de browsertests over")
    options, for_pytest = parser.parse_known_args(arguments)
    return exit_code(lambda: run_all(ensure(["test"]), for_pytest, without_browser=options.zonder_browser))


def run_all(python: Path, for_pytest: Sequence[str], *, without_browser: bool) -> int:
    """Run everything, also after a failure; pytest comes last and has the last word."""
    environ = dict(os.environ) if without_browser else with_browser(python)
    # Many tests start the program anew: without its bytecode each start compiles all of it.
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    selected = ["-m", "not browser"] if without_browser else []
    failed = [check for check in CHECKS if not passes(python, check)]
    tests = run(python, ["pytest", "-n", "auto", "--dist", "worksteal", *selected, *for_pytest], environ)
    return tests or int(bool(failed))


def with_browser(python: Path) -> dict[str, str]:
    """Environment variables for the tests: `CHROMIUM` is the browser that they start."""
    found = browser(python)
    if found is None:
        raise SetupError(
            "De browsertests kunnen niet draaien: er is geen Chrome of Chromium en ophalen lukt niet.\n"
            "Installeer Chromium, of sla deze tests over met --zonder-browser."
        )
    return {**os.environ, "CHROMIUM": str(found)}


def passes(python: Path, check: Sequence[str]) -> bool:
    """Run a check that is silent when all is well, and name it when it is not."""
    good = run(python, check, dict(os.environ)) == 0
    if not good:
        print(f"Niet goed: {' '.join(check)}", flush=True)
    return good


def run(python: Path, arguments: Sequence[str], environ: dict[str, str]) -> int:
    """Run a tool of the environment in the root of the project; return its exit code."""
    return subprocess.run([python, "-m", *arguments], cwd=ROOT, env=environ, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
