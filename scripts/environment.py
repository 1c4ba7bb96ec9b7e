"""The project's own environment in `.venv`: made once, and again only when its recipe changes.

Standard library only, and readable by an older Python: this runs before anything is installed, and has
to be able to say that the Python that runs it is too old.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
LINES_OF_PIP = 15


class SetupError(Exception):
    """What stands in the way, in Dutch, with what to do about it."""


class Step(Enum):
    """What an environment needs before it can be used."""

    KEEP = "keep"
    EXTEND = "extend"
    REMAKE = "remake"


def exit_code(work: Callable[[], int]) -> int:
    """Do the work of a script; where it cannot be done, say why without a traceback."""
    try:
        return work()
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    except OSError as problem:
        print(
            f"Lezen of schrijven lukt niet bij '{problem.filename}'. Hebt u daar rechten voor?",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        return 130


def ensure(extras: Iterable[str] = (), root: Path = ROOT) -> Path:
    """Return the interpreter of an environment that has the package and `extras`, making it where needed.

    Raises SetupError when this Python, the `venv` module or the network stands in the way.
    """
    require_python(sys.version_info[:2])
    venv, wanted = root / ".venv", frozenset(extras)
    step = next_step(venv, recipe(root), wanted)
    if step is Step.REMAKE:
        create(venv)
    if step is not Step.KEEP:
        install(venv, root, wanted)
        write_stamp(venv, recipe(root), wanted)
    return interpreter(venv)


def require_python(version: Sequence[int]) -> None:
    """Raise SetupError for a Python older than the package asks for."""
    if tuple(version) < OLDEST_PYTHON:
        found, oldest = (".".join(map(str, numbers)) for numbers in (version, OLDEST_PYTHON))
        raise SetupError(
            f"U hebt Python {oldest} of nieuwer nodig. Dit is Python {found}.\n"
            "Installeer een nieuwere Python en start dit script daarmee opnieuw."
        )


def require_venv(modules: Sequence[str] = ("venv", "ensurepip")) -> None:
    """Raise SetupError where Python came without what makes environments, as Debian splits it off."""
    if not all(find_spec(module) for module in modules):
        raise SetupError(
            "Deze Python kan geen omgeving maken: een onderdeel ontbreekt.\n"
            "Op Debian en Ubuntu installeert u het met: sudo apt install python3-venv"
        )


def interpreter(venv: Path, system: str = os.name) -> Path:
    """Python inside `venv`; `system` is a value of `os.name`."""
    return venv / "Scripts" / "python.exe" if system == "nt" else venv / "bin" / "python"


def command(python: Path, name: str) -> Path:
    """A command that was installed beside the interpreter `python`."""
    return python.with_name(name + python.suffix)


def recipe(root: Path, python: str = sys.version) -> str:
    """Fingerprint of what decides the environment: `pyproject.toml`, this Python and where the clone is."""
    digest = hashlib.sha256((root / "pyproject.toml").read_bytes())
    digest.update(f"{python}\n{root}".encode())
    return digest.hexdigest()


def next_step(venv: Path, wanted: str, extras: frozenset[str]) -> Step:
    """Compare the stamp in `venv` with the recipe and the extras that are wanted."""
    stamp = read_stamp(venv)
    if not stamp or stamp[0] != wanted or not interpreter(venv).exists():
        return Step.REMAKE
    return Step.KEEP if extras.issubset(stamp[1:]) else Step.EXTEND


def read_stamp(venv: Path) -> list[str]:
    """The recipe and then the extras of what was installed last; empty when an installation never ended."""
    stamp = stamp_of(venv)
    return stamp.read_text("utf-8").split() if stamp.exists() else []


def write_stamp(venv: Path, made: str, extras: frozenset[str]) -> None:
    """Note what was installed, as the last thing, so that what broke off is made again."""
    stamp_of(venv).write_text("\n".join([made, *sorted(extras)]) + "\n", "utf-8")


def stamp_of(venv: Path) -> Path:
    """Where the environment keeps what was installed in it."""
    return venv / "ketenhandboek.txt"


def create(venv: Path) -> None:
    """Make an empty environment in place of whatever is there."""
    require_venv()
    print(f"Ik maak een omgeving in {venv}. Dat duurt de eerste keer een paar minuten.", flush=True)
    output = failing_output([sys.executable, "-m", "venv", "--clear", str(venv)])
    if output is not None:
        raise SetupError(f"Het lukt niet om een omgeving te maken in {venv}:\n{output}")


def install(venv: Path, root: Path, extras: frozenset[str]) -> None:
    """Install the package, editable, with `extras`."""
    package = f"{root}[{','.join(sorted(extras))}]" if extras else str(root)
    pip = [str(interpreter(venv)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    output = failing_output([*pip, "--editable", package], PIP_USER="0")
    if output is not None:
        raise SetupError(
            f"Het installeren is niet gelukt. De laatste regels van pip:\n{output}\n"
            "Controleer of u verbinding hebt met internet en probeer het opnieuw."
        )
    # An editable package is not compiled at install, and some machines keep Python from doing so later.
    failing_output([str(interpreter(venv)), "-m", "compileall", "-q", str(root / "src")])


def failing_output(arguments: Sequence[str], **environ: str) -> str | None:
    """Run a command; return the last lines it wrote when it failed, None when it went well."""
    done = subprocess.run(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **environ},
        check=False,
    )
    return "\n".join(done.stdout.splitlines()[-LINES_OF_PIP:]) if done.returncode else None
