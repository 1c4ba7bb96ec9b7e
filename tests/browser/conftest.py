"""What every browser test needs: a Chromium, and a folder served on this machine."""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from chromium import installed
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Serve(Protocol):
    def __call__(self, folder: Path, headers: Mapping[str, str] = ...) -> str: ...


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder with headers on every answer, and without a line of log for each request."""

    def __init__(self, *args: Any, headers: Mapping[str, str], **options: Any) -> None:
        self._headers = headers
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        for name, value in self._headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the parent's
        pass


class QuietServer(ThreadingHTTPServer):
    """Takes it that a browser goes away before it has read all."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests: the one that `CHROMIUM` names, else one on the search path."""
    program = installed()
    if program is None:
        pytest.fail("no Chrome or Chromium: install one, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder on this machine, with these headers; returns its address, without a slash at the end."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, headers: Mapping[str, str] = MappingProxyType({})) -> str:
        handler = partial(QuietHandler, directory=str(folder), headers=headers)
        server = QuietServer(("127.0.0.1", 0), handler)
        servers.append(server)
        # Each server that ends waits for its next look at the clock.
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
