"""The comments of a text, each tied to the key or the list item to which it belongs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.source.document import Document

_BLOCKS = ("|", ">")
_BEHIND = re.compile(r"(?:^|\s)(#.*)")


class Anchor(NamedTuple):
    """What starts on a line: a key, or an item with its dash. Lines and columns count from 0.

    A comment beside it can only stand behind (`last_line`, `last_column`).
    """

    line: int
    column: int
    node: yaml.Node
    last_line: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments by the `id()` of the node of a key or an item; those at the `top` are of the whole file."""

    top: list[str] = field(default_factory=list)
    above: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[int, str] = field(default_factory=dict)
    below: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def comments_of(document: Document) -> Comments:
    """Every comment: above what follows it, behind what it stands beside, below what is as deep as it is."""
    lines = document.text.splitlines()
    anchors = sorted(_anchors(document.root, lines), key=lambda anchor: anchor[:2])
    inside = {number for node in _scalars(document.root) for number in _lines_inside(node, lines)}
    found = Comments()
    for number, line in enumerate(lines):
        if number not in inside and line.lstrip().startswith("#"):
            _own_line(found, anchors, number, line)
    for anchor in anchors:
        behind = _BEHIND.search(lines[anchor.last_line], anchor.last_column)
        if behind:
            found.beside[id(anchor.node)] = behind[1].rstrip()
    return found


def _own_line(found: Comments, anchors: list[Anchor], number: int, line: str) -> None:
    comment, column = line.strip(), len(line) - len(line.lstrip())
    before = [anchor for anchor in anchors if anchor.line < number]
    after = next((anchor for anchor in anchors if anchor.line > number), None)
    if not before:
        found.top.append(comment)
    elif after is not None and column <= after.column:
        found.above[id(after.node)].append(comment)
    else:
        owner = next((anchor for anchor in reversed(before) if anchor.column <= column), before[0])
        found.below[id(owner.node)].append(comment)


def _anchors(node: yaml.Node, lines: list[str]) -> Iterator[Anchor]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            start, last = key.start_mark, value.end_mark if _on_one_line(value) else key.end_mark
            yield Anchor(start.line, start.column, key, last.line, last.column)
            yield from _anchors(value, lines)
    elif isinstance(node, yaml.SequenceNode):
        column = node.start_mark.column
        for item in node.value:
            line = item.start_mark.line
            while lines[line][column : column + 1] != "-":
                line -= 1
            yield Anchor(line, column, item, *_end_of_item(item, line, column))
            yield from _anchors(item, lines)


def _end_of_item(item: yaml.Node, line: int, column: int) -> tuple[int, int]:
    """Behind a text on its line, or behind a bare dash; what starts beside its dash has its own anchor."""
    if _on_one_line(item):
        return item.end_mark.line, item.end_mark.column
    beside = not isinstance(item, yaml.ScalarNode) and item.start_mark.line == line
    return (line, 2**31) if beside else (line, column + 1)


def _on_one_line(node: yaml.Node) -> bool:
    """Whether a value begins and ends beside its key or dash, as all texts but blocks do."""
    return isinstance(node, yaml.ScalarNode) and node.style not in _BLOCKS


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from (*_scalars(key), *_scalars(value))
    else:
        for item in node.value:
            yield from _scalars(item)


def _lines_inside(node: yaml.ScalarNode, lines: list[str]) -> Iterator[int]:
    """The lines after the first that belong to a text; what is deeper than its first line is in a block."""
    start, end = node.start_mark.line, node.end_mark.line
    if node.style not in _BLOCKS:
        yield from range(start + 1, end + 1)
        return
    depth = _depth(next((line for line in lines[start + 1 :] if line.strip()), ""))
    for number in range(start + 1, len(lines)):
        if lines[number].strip() and _depth(lines[number]) < depth:
            return
        yield number


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
