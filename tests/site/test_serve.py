"""`mkdocs serve`: an edit of a record is on its page a moment later; paper and search follow."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from sites import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUILDS = "Building documentation"


@pytest.fixture
def served(warm_project: Path) -> Iterator[str]:
    """The address of the handbook; what the server says goes to `serve.log` in the project."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", place]
    with (
        (warm_project / "serve.log").open("w") as log,
        subprocess.Popen(command, cwd=warm_project, stderr=log, env={**os.environ, "TZ": "UTC"}) as server,
    ):
        yield f"http://{place}"
        server.terminate()


def test_an_edit_of_a_record_is_shown_after_one_build(served: str, warm_project: Path) -> None:
    page = f"{served}/handboek/afspraken/huisverbod/"
    until(page, "Huisverbod")
    record = warm_project / "data/afspraken/huisverbod.yaml"
    edited = warm_project / "huisverbod.yaml"
    edited.write_text(record.read_text("utf-8").replace("titel: ", "titel: Opnieuw ", 1), "utf-8")
    edited.replace(record)
    until(page, "Opnieuw")
    until(f"{served}/handboek/afdrukken/afspraken/", "Opnieuw")
    until(f"{served}/search/search_index.json", "woorden")
    time.sleep(2)
    assert (warm_project / "serve.log").read_text("utf-8").count(BUILDS) == 2
