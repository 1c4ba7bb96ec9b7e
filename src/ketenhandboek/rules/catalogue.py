"""All rules, found by looking into the folders beside this file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ketenhandboek import rules
from ketenhandboek.rules.rule import Rule


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by its code, sorted."""
    for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        importlib.import_module(module.name)
    found = [cls() for cls in Rule.__subclasses__()]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}
