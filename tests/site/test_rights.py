"""What may not be read or written is named in one Dutch sentence, and nothing is half done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KETEN = [sys.executable, "-c", "from ketenhandboek.cli.group import main; main(prog_name='keten')"]
RIGHTS = "-dac_override,-dac_read_search"
"""What lets a superuser pass over the rights of files; the tests take it away."""
SUPERUSER = hasattr(os, "geteuid") and os.geteuid() == 0
ORDINARY = ["setpriv", f"--bounding-set={RIGHTS}", f"--inh-caps={RIGHTS}"] if SUPERUSER else []

pytestmark = pytest.mark.skipif(SUPERUSER and shutil.which("setpriv") is None, reason="needs setpriv")


@pytest.fixture
def closed(request: pytest.FixtureRequest, project: Path) -> Iterator[Path]:
    """A project in which one path has other rights, while the test lasts."""
    name, rights = request.param
    path = project / name
    path.chmod(rights)
    yield project
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("closed", "command", "said"),
    [
        (("data", 0o000), "check", "'data/regio.yaml': u hebt daar geen rechten voor."),
        (("data/afspraken", 0o000), "check", "'data/afspraken': u hebt daar geen rechten voor."),
        (("data/afspraken", 0o000), "build", "'data/afspraken': u hebt daar geen rechten voor."),
        (("mkdocs.yml", 0o000), "build", "'mkdocs.yml': u hebt daar geen rechten voor."),
        (("docs", 0o000), "build", "docs': u hebt daar geen rechten voor."),
        (("docs/redactie.md", 0o000), "build", "docs/redactie.md': u hebt daar geen rechten voor."),
        ((".", 0o555), "build", "kan geen handboek komen: u hebt daar geen rechten voor."),
    ],
    indirect=["closed"],
)
def test_what_may_not_be_opened_is_named(closed: Path, command: str, said: str) -> None:
    before = {path.name for path in closed.iterdir()}
    done = subprocess.run(
        [*ORDINARY, *KETEN, command], cwd=closed, capture_output=True, text=True, check=False
    )
    assert done.stderr.startswith("Fout: ")
    assert done.stderr.endswith(f"{said}\n")
    assert (done.stdout, done.returncode) == ("", 2)
    assert {path.name for path in closed.iterdir()} <= before | {".keten"}
