"""`mkdocs serve`: an edit of a record is on its page a moment later, after one build."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_SECONDS = 120
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


def until(address: str, text: str) -> None:
    """Wait until a page is there and says this."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=PATIENCE_SECONDS) as answer:
                if text in answer.read().decode():
                    return
        except URLError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{address} does not say {text}")


def test_an_edit_of_a_record_is_shown_after_one_build(served: str, warm_project: Path) -> None:
    page = f"{served}/handboek/afspraken/huisverbod/"
    until(page, "Huisverbod")
    record = warm_project / "data/afspraken/huisverbod.yaml"
    edited = warm_project / "huisverbod.yaml"
    edited.write_text(record.read_text("utf-8").replace("titel: ", "titel: Opnieuw ", 1), "utf-8")
    edited.replace(record)
    until(page, "Opnieuw")
    time.sleep(2)
    assert (warm_project / "serve.log").read_text("utf-8").count(BUILDS) == 2
