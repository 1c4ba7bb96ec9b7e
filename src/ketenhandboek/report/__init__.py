"""Reports as text, one module a format: each has `render(report, colour) -> str`."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketenhandboek.findings import Report


def formats() -> list[str]:
    """The names of all formats: the modules beside this file."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def render(report: Report, name: str, *, colour: bool = False) -> str:
    """The report in one format; only text knows colour."""
    module = importlib.import_module(f"{__name__}.{name}")
    return str(module.render(report, colour=colour))
