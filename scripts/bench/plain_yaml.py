"""Records as a region's editors write them: block style, indented lists, quotes only where needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path


class _Dumper(yaml.SafeDumper):
    """Only integers and null have a meaning of their own, so that dates and times need no quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"(0|-?[1-9][0-9]*)\Z"), list("-0123456789")
)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)\Z"), ["~", "n", ""])


def write(path: Path, record: dict[str, Any]) -> None:
    """Write one file of records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(record, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(text, "utf-8")
