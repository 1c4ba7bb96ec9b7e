"""Reports as text: how to render one, and in which formats."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketenhandboek.findings import Report

_FORMATS = f"{__name__}.formats"
_FOLDER = os.path.join(os.path.dirname(__file__), "formats")  # noqa: PTH118, PTH120 - pathlib slows the start


def format_names() -> list[str]:
    """The names of all formats: the modules in the folder `formats`, none of which is imported for it."""
    files = os.listdir(_FOLDER)  # noqa: PTH208
    return sorted(name[:-3] for name in files if name.endswith(".py") and name != "__init__.py")


def render(report: Report, name: str, *, colour: bool = False, quiet: bool = False) -> str:
    """The report in one format; only text knows colour.

    Quiet, a format for people says nothing when nothing was found. A format for programs is always whole.
    """
    module = importlib.import_module(f"{_FORMATS}.{name}")
    if quiet and not report.findings and not module.FOR_PROGRAMS:
        return ""
    return str(module.render(report, colour=colour))
