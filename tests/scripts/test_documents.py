"""What the documents in the root tell a reader to type or to open is there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import click
import pytest
import yaml
from environment import ROOT

from ketenhandboek.cli.group import main

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = sorted(ROOT.glob("*.md"))
CODE = re.compile(r"^```[a-z]*\n(.*?)^```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def each_command(start: str) -> list[tuple[str, list[str]]]:
    """Document and words of every command in code that starts with `start`, without a trailing comment."""
    return [
        (document.name, shlex.split(line.removeprefix("$ "), comments=True))
        for document in DOCUMENTS
        for code in CODE.finditer(document.read_text("utf-8"))
        for line in (code[1] or code[2]).splitlines()
        if line.removeprefix("$ ").startswith(start)
    ]


def anchors(document: Path) -> set[str]:
    """The anchors of the headings of a document, as code hosts make them."""
    headings = HEADING.findall(document.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("document", "words"), each_command("keten "))
def test_each_keten_command_exists_with_its_options(document: str, words: list[str]) -> None:
    if words[1].startswith("--"):
        return
    subcommand = main.get_command(click.Context(main), words[1])
    assert subcommand is not None, f"{document}: {words}"
    known = {option for parameter in subcommand.params for option in parameter.opts}
    assert {word.split("=")[0] for word in words if word.startswith("--")} <= known


def test_the_finding_in_the_readme_is_what_the_command_prints() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = next(code for code, _ in CODE.findall(readme) if code.startswith("$ keten check"))
    command, _, output = shown.partition("\n")
    keten = [sys.executable, "-c", "from ketenhandboek.cli.group import main; main()"]
    words = shlex.split(command)[2:]
    printed = subprocess.run([*keten, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert printed.stdout == output


@pytest.mark.parametrize(("document", "words"), each_command("python3 scripts/"))
def test_each_script_exists_with_its_options(document: str, words: list[str]) -> None:
    shown = subprocess.run(
        [sys.executable, ROOT / words[1], "--help"], capture_output=True, text=True, check=False
    )
    assert shown.returncode == 0, f"{document}: {shown.stderr}"
    assert all(word in shown.stdout for word in words if word.startswith("--"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_each_relative_link_leads_somewhere(document: Path) -> None:
    for link in LINK.findall(document.read_text("utf-8")):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_publiccode_has_what_version_0_7_demands() -> None:
    described: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    mandatory = {"name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal"}
    assert described["publiccodeYmlVersion"] == "0.7"
    assert mandatory | {"maintenance", "localisation"} <= described.keys()
    for description in described["description"].values():
        assert len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert description["features"]


def test_version_and_licence_are_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert described["softwareVersion"] == project["version"]
    assert described["legal"]["license"] == project["license"]
    assert project["version"] in (ROOT / "CHANGELOG.md").read_text("utf-8")
