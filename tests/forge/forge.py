"""A forge in small: a bare repository, what its runner does with a workflow, and its comments over HTTP."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlparse

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from repository import Repo

NUMBER = 12
EXPRESSION = re.compile(r"\$\{\{ *([\w.]+) *\}\}")


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of shell with the environment that its workflow gives it, expressions filled in."""

    name: str
    script: str
    env: Mapping[str, str]


def steps(path: Path, job: str, known: Mapping[str, str]) -> Iterator[Step]:
    """The `run` steps of a job of GitHub or Forgejo, without the installation."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    for step in workflow["jobs"][job]["steps"]:
        if "run" in step and step["name"] != "Installeren":
            env = {**workflow["env"], **step.get("env", {})}
            filled = {name: _filled(str(value), known) for name, value in env.items()}
            assert "${{" not in step["run"], "an expression in a script could be a piece of script"
            yield Step(step["name"], step["run"], filled)


def _filled(text: str, known: Mapping[str, str]) -> str:
    return EXPRESSION.sub(lambda found: known[found[1]], text)


def run(script: str, folder: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A script as a runner starts it."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    around = {**os.environ, "PATH": programs, **env}
    command = ["bash", "-e", "-c", script]
    return subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)


def proposed(repo: Repo, origin: Path) -> str:
    """Keep the main branch and a proposal as a forge does, in a bare repository; the proposal's commit."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(origin)], check=True)
    repo.git("remote", "add", "origin", str(origin))
    repo.git("push", "-q", "origin", "main~0:refs/heads/main", f"HEAD:refs/pull/{NUMBER}/head")
    commit = repo.git("rev-parse", "HEAD").strip()
    repo.git("checkout", "-q", "main")
    return commit


@dataclass
class Comments:
    """The comments under one proposal, kept by a server that speaks as the three forges do."""

    author: str
    kept: dict[int, str] = field(default_factory=dict)
    foreign: str = "## Wat er verandert\n\nDit is van iemand anders."

    def __enter__(self) -> Comments:
        self.server = HTTPServer(("127.0.0.1", 0), self._handler())
        Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def told(self, path: str) -> object:
        """What a GET answers: who asks, or every comment."""
        if path.endswith("/user"):
            return {"id": 7}
        mine = [_comment(number, self.author, 7, body) for number, body in self.kept.items()]
        return [_comment(99, "buitenstaander", 8, self.foreign), *mine]

    def take(self, method: str, path: str, body: str) -> None:
        """Keep what was posted, or put it in the place of an earlier one."""
        number = len(self.kept) + 1 if method == "POST" else int(path.rsplit("/", 1)[1])
        assert method == "POST" or number in self.kept
        self.kept[number] = body

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        comments = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer(comments.told(urlparse(self.path).path))

            def _write(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = "form-urlencoded" in self.headers["Content-Type"]
                body = parse_qs(sent)["body"][0] if form else json.loads(sent)["body"]
                comments.take(self.command, urlparse(self.path).path, body)
                self._answer({})

            do_POST = do_PUT = do_PATCH = _write  # noqa: N815 - the names that the library asks for

            def _answer(self, content: object) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps(content).encode())

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        return Handler


def _comment(number: int, login: str, author: int, body: str) -> dict[str, object]:
    return {"id": number, "user": {"login": login}, "author": {"id": author}, "body": body}
