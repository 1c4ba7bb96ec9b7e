"""Find a place in a YAML text by a path such as `verantwoordelijkheden taak=triage daarna overdracht`.

`key` goes down, `key=value` and `!key` choose a map, `=text` is an item of a list of texts. Of a list, the
path goes through the first item that fits; a key with a list fits when the value is in it.
"""

from __future__ import annotations

import shlex
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator


class Spot(NamedTuple):
    """A node of a text, under its key if it has one; lines and columns count from 0."""

    node: yaml.Node
    key: yaml.Node | None = None

    @property
    def line(self) -> int:
        """The first line."""
        return (self.key or self.node).start_mark.line

    @property
    def end(self) -> int:
        """The line after the last one."""
        plain = isinstance(self.node, yaml.ScalarNode) and self.node.style not in ("|", ">")
        return self.node.end_mark.line + (1 if plain else 0)

    @property
    def column(self) -> int:
        """Where the key begins."""
        return (self.key or self.node).start_mark.column

    @property
    def inner(self) -> int:
        """Where the node itself begins: the first key of a map."""
        return self.node.start_mark.column

    @property
    def keys(self) -> dict[str, Spot]:
        """What stands under each key of a map."""
        pairs = self.node.value if isinstance(self.node, yaml.MappingNode) else ()
        return {key.value: Spot(value, key) for key, value in pairs}

    @property
    def texts(self) -> list[str]:
        """The text itself, or the texts in a list."""
        return [str(spot.node.value) for spot in self.items or [self]]

    @property
    def items(self) -> list[Spot]:
        """The items of a list."""
        return [Spot(item) for item in self.node.value] if isinstance(self.node, yaml.SequenceNode) else []


@cache
def parse(text: str) -> Spot:
    """The whole text; each text is read once, for most of a region stays the same."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None, "no text is empty"
    return Spot(root)


def find(text: str, path: str) -> Spot | None:
    """The first place to which the path leads."""
    return next(_below(parse(text), tuple(shlex.split(path))), None)


def _below(spot: Spot, steps: tuple[str, ...]) -> Iterator[Spot]:
    if not steps:
        yield spot
    elif spot.items:
        for item in spot.items:
            yield from _below(item, steps)
    elif spot.keys:
        yield from _in_map(spot, *steps)
    elif steps == (f"={spot.node.value}",):
        yield spot


def _in_map(spot: Spot, step: str, *steps: str) -> Iterator[Spot]:
    keys = spot.keys
    key, chosen, value = step.partition("=")
    if chosen:
        fits = key in keys and value in keys[key].texts
    elif key.startswith("!"):
        fits = key[1:] not in keys
    else:
        fits, spot = key in keys, keys.get(key, spot)
    if fits:
        yield from _below(spot, steps)
