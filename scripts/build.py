"""Check the region in `data/` and build its handbook in `site/`: `python3 scripts/build.py [--serve]`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from typing import TYPE_CHECKING

from environment import ROOT, command, ensure, exit_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0, 1 when the check or the build fails, 2 when nothing could be started."""
    parser = argparse.ArgumentParser(description="Controleert data/ en bouwt het handboek in site/.")
    parser.add_argument(
        "--serve", action="store_true", help="toon het handboek hier en ververs het bij elke wijziging"
    )
    work = serve if parser.parse_args(arguments).serve else build
    return exit_code(lambda: work(ensure()))


def build(python: Path) -> int:
    """Check first: a region with errors keeps the last good site."""
    keten = command(python, "keten")
    code = run(keten, "check", "data")
    if code:
        print("Het handboek is niet opnieuw gemaakt.", file=sys.stderr)
        return code
    return run(keten, "build", "data", "--out", str(ROOT / "site"))


def serve(python: Path) -> int:
    """Show the handbook until Ctrl+C; edits in `data/` and `docs/` appear at once."""
    return run(python, "-m", "mkdocs", "serve", "--livereload")


def run(program: Path, *arguments: str) -> int:
    """Run a command of the environment in the root of the project; return its exit code."""
    return subprocess.run([program, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
