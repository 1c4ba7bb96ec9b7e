"""All rules, found by looking into the folders beside this file."""

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
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    modules = [importlib.import_module(module.name) for module in found]
    classes = {cls for module in modules for _, cls in inspect.getmembers(module, inspect.isclass)}
    rules = [cls() for cls in classes if issubclass(cls, Rule) and not inspect.isabstract(cls)]
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}
