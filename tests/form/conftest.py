"""The scripts of the form as a site serves them, run by node; skipped where npm or the registry lacks."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ketenhandboek.form.packages import SVELTIA, YAML, take
from ketenhandboek.form.trouble import UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.form.packages import Package

READER = Path(__file__).parent / "answer.mjs"


class Node:
    """A running node that answers one question at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, **question: Any) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


def taken(package: Package, folder: Path) -> None:
    try:
        take(package, folder)
    except UnreachableError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """The form's own scripts, with the reader of YAML that they use."""
    program = shutil.which("node")
    if program is None:
        pytest.skip("node is missing: the scripts of the form can't run")
    folder = tmp_path_factory.mktemp("form")
    taken(YAML, folder)
    for script in files("ketenhandboek.form").joinpath("browser").iterdir():
        (folder / script.name).write_bytes(script.read_bytes())
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    shutil.copyfile(READER, folder / READER.name)
    command = [program, READER.name]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Node(process)
        process.kill()


@pytest.fixture(scope="session")
def schema_of_sveltia(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The JSON Schema with which Sveltia CMS checks a configuration."""
    folder = tmp_path_factory.mktemp("sveltia")
    taken(replace(SVELTIA, takes={"schema/sveltia-cms.json": "schema.json"}), folder)
    return json.loads((folder / "schema.json").read_text("utf-8"))
