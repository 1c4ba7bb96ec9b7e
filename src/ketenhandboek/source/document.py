"""One source file: its text, its data, and where each value stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from ketenhandboek.findings import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = Any
"""What a record holds: dicts with text keys, lists, text, integers and None."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file that could be read: `file` is the name that messages show."""

    file: str
    text: str = field(repr=False)
    data: Data = field(repr=False)
    root: yaml.Node = field(repr=False)

    @property
    def place(self) -> Place:
        """The place of the whole file."""
        return Place(self, self.root)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A node in a document; spans are worked out only when a finding asks for them."""

    document: Document = field(repr=False)
    node: yaml.Node = field(repr=False)
    label: yaml.Node | None = field(repr=False, default=None)

    @property
    def span(self) -> Span:
        """The text of a scalar, or the first line of a map or list; after a key, the key's line."""
        node = (
            self.label if self.label is not None and not isinstance(self.node, yaml.ScalarNode) else self.node
        )
        return self.span_of(node)

    @property
    def key_span(self) -> Span:
        """The key under which the node stands, or the node itself."""
        return self.span_of(self.label or self.node)

    @property
    def text(self) -> str:
        """The source text of the node itself."""
        start, end = self.node.start_mark, self.node.end_mark
        lines = self.document.text.splitlines()[start.line : end.line + 1]
        return "\n".join(lines)

    def span_of(self, node: yaml.Node) -> Span:
        """The text of a scalar, or the first line of anything larger."""
        start, end = node.start_mark, node.end_mark
        if end.line != start.line or not isinstance(node, yaml.ScalarNode):
            return Span(
                self.document.file, start.line + 1, start.column + 1, start.line + 1, self._line_end(start)
            )
        return Span(self.document.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def at(self, *path: str | int) -> Place:
        """The place of a value below this one; the nearest place above it where the path ends early."""
        place = self
        for step in path:
            below = place._step(step)
            if below is None:
                return place
            place = below
        return place

    def items(self) -> Iterator[Place]:
        """The places of the items of a list."""
        if isinstance(self.node, yaml.SequenceNode):
            for node in self.node.value:
                yield Place(self.document, node)

    def _step(self, step: str | int) -> Place | None:
        if isinstance(self.node, yaml.MappingNode):
            for key, value in self.node.value:
                if key.value == step:
                    return Place(self.document, value, key)
            return None
        if isinstance(self.node, yaml.SequenceNode) and isinstance(step, int) and step < len(self.node.value):
            return Place(self.document, self.node.value[step])
        return None

    def _line_end(self, mark: yaml.Mark) -> int:
        lines = self.document.text.splitlines()
        line = lines[mark.line] if mark.line < len(lines) else ""
        return max(len(line.split(" #")[0].rstrip()), mark.column) + 1
