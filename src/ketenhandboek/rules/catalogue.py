"""All rules, found by looking into the modules beside this file."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from ketenhandboek.rules.rule import Rule


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by its code, sorted."""
    package = importlib.import_module("ketenhandboek.rules")
    modules = (
        importlib.import_module(f"{package.__name__}.{m.name}")
        for m in pkgutil.iter_modules(package.__path__)
    )
    classes = {cls for module in modules for _, cls in inspect.getmembers(module, inspect.isclass)}
    rules = [cls() for cls in classes if issubclass(cls, Rule) and not inspect.isabstract(cls)]
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}
