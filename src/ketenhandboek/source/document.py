"""One source file: its text, its data, and where each value stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from ketenhandboek.findings import Span
from ketenhandboek.source.nodes import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = Any
"""What a record holds: dicts with text keys, lists, text, integers and None."""


Path = tuple[str | int, ...]
"""The keys and the positions in lists that lead to a value, from the top of its file."""


@dataclass(frozen=True, eq=False)
class Document:
    """A file that could be read: `file` is the name that messages show."""

    file: str
    text: str = field(repr=False)
    data: Data = field(repr=False)

    @property
    def place(self) -> Place:
        """The place of the whole file."""
        return Place(self, (), self.data)

    @cached_property
    def root(self) -> yaml.Node:
        """The nodes, made again when a place is asked for: of most files nobody asks, and they are large."""
        root = compose(self.text)
        assert root is not None
        return root


class Place(NamedTuple):
    """A value in a document; where it stands in the text is worked out only when a finding asks for it."""

    document: Document
    path: Path
    data: Data

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def node(self) -> yaml.Node:
        """The node of the value itself."""
        return self._labelled()[1]

    @property
    def label(self) -> yaml.Node | None:
        """The key under which the value stands; None for an item of a list and for a whole file."""
        return self._labelled()[0]

    @property
    def span(self) -> Span:
        """The text of a scalar, or the first line of a map or list; after a key, the key's line."""
        label, node = self._labelled()
        return self.span_of(node if label is None or isinstance(node, yaml.ScalarNode) else label)

    @property
    def key_span(self) -> Span:
        """The key under which the node stands, or the node itself."""
        label, node = self._labelled()
        return self.span_of(label or node)

    @property
    def text(self) -> str:
        """The source text of the node itself."""
        node = self.node
        lines = self.document.text.splitlines()[node.start_mark.line : node.end_mark.line + 1]
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
        data = self.data
        for number, step in enumerate(path):
            if not _leads(data, step):
                return Place(self.document, (*self.path, *path[:number]), data)
            data = data[step]
        return Place(self.document, (*self.path, *path), data)

    def items(self) -> Iterator[Place]:
        """The places of the items of a list."""
        if isinstance(self.data, list):
            for position, data in enumerate(self.data):
                yield Place(self.document, (*self.path, position), data)

    def _labelled(self) -> tuple[yaml.Node | None, yaml.Node]:
        """The key and the node, looked up from the top."""
        label, node = None, self.document.root
        for step in self.path:
            if isinstance(step, int):
                label, node = None, node.value[step]
            else:
                label, node = next(pair for pair in node.value if pair[0].value == step)
        return label, node

    def _line_end(self, mark: yaml.Mark) -> int:
        lines = self.document.text.splitlines()
        line = lines[mark.line] if mark.line < len(lines) else ""
        return max(len(line.split(" #")[0].rstrip()), mark.column) + 1


def _leads(data: Data, step: str | int) -> bool:
    """Whether a map has this key, or a list this position."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)
