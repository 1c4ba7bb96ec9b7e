"""Reports as text: how to render one, and in which formats."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketenhandboek.findings import Report

_FORMATS = f"{__name__}.formats"


def format_names() -> list[str]:
    """The names of all formats: the modules in the folder `formats`, none of which is imported for it."""
    return sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent / "formats")]))


def render(report: Report, name: str, *, colour: bool = False, quiet: bool = False) -> str:
    """The report in one format; only text knows colour.

    Quiet, a format for people says nothing when nothing was found. A format for programs is always whole.
    """
    module = importlib.import_module(f"{_FORMATS}.{name}")
    if quiet and not report.findings and not module.FOR_PROGRAMS:
        return ""
    return str(module.render(report, colour=colour))
