"""The layout is the architecture: imports run one way, never in a circle; every command is documented."""

from __future__ import annotations

import ast
from pathlib import Path

import click
import networkx
import pytest

from ketenhandboek.cli.group import main

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "ketenhandboek"
LAYERS = (
    {"crew", "findings", "slips", "store", "twin", "undisturbed", "values", "wording"},
    {"source"},
    {"kinds", "landelijk"},
    {"chain"},
    {"layout"},
    {"rules", "graphs", "changes", "story"},
    {"history"},
    {"pages", "report", "export", "form", "mend", "start"},
    {"site"},
    {"cli"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
LIGHT = {"__future__", "click", "contextlib", "datetime", "errno", "functools", "gc", "gettext", "importlib"}
LIGHT |= {"atexit", "io", "itertools", "os", "pathlib", "pkgutil", "sys", "typing", "ketenhandboek.report"}
MODULES = sorted(PACKAGE.rglob("*.py"))
assert MODULES[0] == PACKAGE / "__init__.py"


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path, *, runtime_only: bool) -> set[str]:
    """The modules of the package that a module imports; type-checking blocks do not run."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = {id(below) for node in ast.walk(tree) if _is_type_checking(node) for below in ast.walk(node)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if runtime_only and id(node) in skipped:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.startswith("ketenhandboek.")}


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def layer(module: str) -> int:
    return RANK[module.split(".")[1]]


def test_every_part_of_the_package_has_a_layer() -> None:
    parts = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert parts - {"__init__", "__main__"} == set(RANK)


def test_nothing_imports_backwards() -> None:
    backwards = [
        (module_name(path), name)
        for path in MODULES[1:]
        for name in imports_of(path, runtime_only=False)
        if layer(name) > layer(module_name(path))
    ]
    assert backwards == []


def test_no_import_runs_in_a_circle() -> None:
    names = {module_name(path) for path in MODULES}
    graph: networkx.DiGraph[str] = networkx.DiGraph(
        (module_name(path), name)
        for path in MODULES
        for name in imports_of(path, runtime_only=True) & names - {module_name(path)}
    )
    assert list(networkx.simple_cycles(graph)) == []


def test_no_file_grows_beyond_350_lines() -> None:
    files = (path for part in ("src", "scripts", "tests") for path in (ROOT / part).rglob("*.py"))
    assert [path.name for path in files if len(path.read_text("utf-8").splitlines()) > 350] == []


def documented() -> list[tuple[str, str]]:
    """Every command and long option of `keten`, as a reader must find it on the page about the command."""
    group = main
    assert isinstance(group, click.Group)
    context = click.Context(group)
    found = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    return [
        (f"keten {name}", option)
        for name, command in found
        if command is not None
        for option in ("", *(opt for param in command.params for opt in param.opts if opt.startswith("--")))
    ]


@pytest.mark.parametrize(("command", "option"), documented())
def test_every_command_and_option_is_documented(command: str, option: str) -> None:
    text = (ROOT / "docs" / "opdrachten.md").read_text("utf-8")
    section = next((part for part in text.split("\n## ") if part.startswith(f"`{command}`")), None)
    assert section is not None, f"{command} is missing"
    assert option in section


STARTING = [*sorted((PACKAGE / "cli").rglob("*.py")), PACKAGE / "report" / "__init__.py"]


@pytest.mark.parametrize("path", STARTING, ids=module_name)
def test_the_command_starts_without_what_is_heavy(path: Path) -> None:
    at_start = ast.parse(path.read_text("utf-8"))
    at_start.body = [node for node in at_start.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in at_start.body if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in at_start.body if isinstance(node, ast.ImportFrom)}
    assert not {name for name in names if not name.startswith("ketenhandboek.cli")} - LIGHT
