"""A document → its canonical text: keys in the order of the schema, two spaces a step, no empty lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from ketenhandboek.kinds.kind import resolved
from ketenhandboek.layout.comments import Comments, comments_of
from ketenhandboek.layout.scalars import STEP, inline, written
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_text
from ketenhandboek.source.scalars import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.kinds.kind import Kind, Schema


def laid_out(kind: Kind, document: Document) -> str:
    """The canonical text of a document of this kind: the same data, and every comment.

    Raises ValueError when the text would say something else than the document, which is a fault of ours.
    """
    comments = comments_of(document)
    layout = _Layout(comments, kind.schema)
    lines = [*comments.top, *layout.node(document.root, kind.schema, 0)]
    text = "\n".join(lines) + "\n"
    again = read_text(text, document.file)
    if not isinstance(again, Document) or again.data != document.data:
        raise ValueError(f"the layout changes the data of {document.file}")
    return text


@dataclass(frozen=True, slots=True)
class _Layout:
    """Writes nodes with their comments; `root` is the schema that holds the definitions."""

    comments: Comments
    root: Schema

    def node(self, node: yaml.Node, schema: Schema, indent: int) -> Iterator[str]:
        """A map or a list, `indent` deep."""
        schema = resolved(self.root, schema)
        if isinstance(node, yaml.MappingNode):
            for key, value in _in_order(node, schema):
                below = schema.get("properties", {}).get(key.value, {})
                yield from self._noted(key, self._entry(key, value, below, indent), indent)
        else:
            for item in node.value:
                yield from self._noted(item, self._item(item, schema.get("items", {}), indent), indent)

    def _noted(self, owner: yaml.Node, lines: Iterable[str], indent: int) -> Iterator[str]:
        """The lines of an entry between its comments."""
        space = " " * indent
        first, *others = lines
        beside = self.comments.beside.get(id(owner))
        yield from (space + comment for comment in self.comments.above.get(id(owner), ()))
        yield f"{first} {beside}" if beside else first
        yield from others
        yield from (space + comment for comment in self.comments.below.get(id(owner), ()))

    def _entry(self, key: yaml.ScalarNode, value: yaml.Node, schema: Schema, indent: int) -> Iterator[str]:
        head = " " * indent + inline(key.value) + ":"
        if isinstance(value, yaml.ScalarNode):
            yield from written(scalar(value), head, indent + STEP)
        else:
            yield head
            yield from self.node(value, schema, indent + STEP)

    def _item(self, item: yaml.Node, schema: Schema, indent: int) -> Iterator[str]:
        dash = " " * indent + "-"
        if isinstance(item, yaml.ScalarNode):
            yield from written(scalar(item), dash, indent + STEP)
            return
        lines = list(self.node(item, schema, indent + STEP))
        first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (line[STEP:] for line in lines[:first])
        yield dash + lines[first][indent + 1 :]
        yield from lines[first + 1 :]


def _in_order(node: yaml.MappingNode, schema: Schema) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """The entries as the schema has its keys; keys that it does not know come last, as they stood."""
    order = {name: place for place, name in enumerate(schema.get("properties", {}))}
    return sorted(node.value, key=lambda entry: order.get(entry[0].value, len(order)))
