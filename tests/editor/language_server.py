"""yaml-language-server from the npm registry, spoken to over its protocol as an editor does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any

VERSION = "2.0.0"
_PATIENCE = 120


class MissingError(Exception):
    """The server can't run here; the message says why."""


def installed(cache: Path) -> Path:
    """The server's program, installed once in a folder. Raises MissingError without node or registry."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise MissingError("node and npm are not installed")
    home = cache / VERSION
    if not home.is_dir():
        with tempfile.TemporaryDirectory(dir=cache) as place:
            _install(place)
            try:
                Path(place).rename(home)
            except OSError:
                if not home.is_dir():
                    raise
            Path(place).mkdir(exist_ok=True)
    return home / "node_modules/yaml-language-server/bin/yaml-language-server"


def _install(place: str) -> None:
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    command = ["npm", "install", *quiet, "--prefix", place, f"yaml-language-server@{VERSION}"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE, text=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise MissingError(f"npm can't install yaml-language-server: {error}") from None


class Server:
    """A running server for one folder, with the settings that stand in its `.vscode`."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
        self._process = subprocess.Popen(
            ["node", os.fspath(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        # Ends a server that does not answer, and with it the reading.
        self._watch = threading.Timer(_PATIENCE, self._process.kill)
        self._watch.start()
        self._last = 0
        self._folder = folder
        self._opened: set[str] = set()
        self.diagnostics: dict[str, list[str]] = {}
        self._start()

    def complete(self, file: str, text: str) -> dict[str, str]:
        """What is offered where `|` stands in a text: each with what is said of it."""
        found = self._ask("textDocument/completion", file, text)
        return {item["label"]: _plain(item.get("documentation", "")) for item in found["items"]}

    def hover(self, file: str, text: str) -> str:
        """What is shown where `|` stands in a text."""
        found = self._ask("textDocument/hover", file, text)
        return _plain(found["contents"]) if found else ""

    def complaints(self, file: str, text: str) -> list[str]:
        """What is said to be wrong with a text."""
        return self._said_of(self._open(file, text))

    def _said_of(self, address: str) -> list[str]:
        self.diagnostics.pop(address, None)
        while address not in self.diagnostics:
            self._handle(self._read())
        return self.diagnostics[address]

    def stop(self) -> None:
        """End the server."""
        self._watch.cancel()
        self._process.kill()
        self._process.communicate()

    def _start(self) -> None:
        address = self._folder.as_uri()
        configuration = {"workspace": {"configuration": True, "didChangeConfiguration": {}}}
        markdown = {"documentationFormat": ["markdown"]}
        completion = {"completion": {"completionItem": markdown, "contextSupport": True}}
        self._request(
            "initialize",
            processId=None,
            rootUri=address,
            workspaceFolders=[{"uri": address, "name": "handboek"}],
            capabilities={**configuration, "textDocument": completion},
        )
        self._notify("initialized")
        self._notify("workspace/didChangeConfiguration", settings=self._nested())

    def _ask(self, method: str, file: str, marked: str) -> Any:
        before, _, after = marked.partition("|")
        address = self._open(file, before + after)
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return self._request(method, textDocument={"uri": address}, position=position)

    def _open(self, file: str, text: str) -> str:
        address = (self._folder / file).as_uri()
        self._last += 1
        document = {"uri": address, "languageId": "yaml", "version": self._last, "text": text}
        if address in self._opened:
            # What was wrong with the text before is taken back first.
            self._notify("textDocument/didClose", textDocument={"uri": address})
            self._said_of(address)
        self._opened.add(address)
        self._notify("textDocument/didOpen", textDocument=document)
        return address

    def _nested(self) -> dict[str, Any]:
        """`yaml.format.enable: …` → what stands in sections: `yaml: {format: {enable: …}}`."""
        nested: dict[str, Any] = {}
        for name, value in self._settings.items():
            place = nested
            *sections, last = name.split(".")
            for section in sections:
                place = place.setdefault(section, {})
            place[last] = value
        return nested

    def _request(self, method: str, **params: Any) -> Any:
        self._last += 1
        wanted = self._last
        self._write({"id": wanted, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == wanted and "method" not in message:
                return message.get("result")
            self._handle(message)

    def _notify(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _handle(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, and keep what it finds."""
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self.diagnostics[found["uri"]] = [item["message"] for item in found["diagnostics"]]
        elif "id" in message and "method" in message:
            asked = message["params"].get("items", []) if message.get("params") else []
            nested = self._nested()
            answer = [
                nested.get(item.get("section", ""), self._settings.get(item["section"])) for item in asked
            ]
            self._write({"id": message["id"], "result": answer or None})

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        headers = dict(line.split(b":") for line in iter(self._process.stdout.readline, b"\r\n"))
        length = int(headers[b"Content-Length"])
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _plain(content: Any) -> str:
    return str(content["value"] if isinstance(content, dict) else content)
