"""Text that may stand in Markdown. What comes from records is escaped; only `Markup` passes as it is."""

from __future__ import annotations

import re
from functools import lru_cache

from ketenhandboek.source.refused import HIDDEN

_SIGNS = re.compile(r"[\\`*_{}\[\]<>&|~#\"]|^[-+=:!?]|^[0-9]+[.)](?!\S)")
_ITEM = re.compile(r"\s*(?:([-*+])|[0-9]{1,3}[.)])\s+(?=\S)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)([^*_]+)(?<=\S)\1(?![\w*])")
_MANY = 1 << 16
_TAGS = {"*": "em", "_": "em", "**": "strong", "__": "strong"}


class Markup(str):
    """Markdown that we wrote ourselves."""

    __slots__ = ()


def visible(text: object) -> str:
    """Any text on one line, without control characters and signs that turn the text around."""
    return _visible(str(text))


@lru_cache(maxsize=_MANY)
def _visible(text: str) -> str:
    return " ".join(HIDDEN.sub("", text).split())


def plain(text: object) -> Markup:
    """Any text so that Markdown and HTML show it letter by letter, on one line."""
    return text if isinstance(text, Markup) else _plain(str(text))


@lru_cache(maxsize=_MANY)
def _plain(text: str) -> Markup:
    return Markup(_coded(_visible(text)))


def prose(text: str) -> Markup:
    """A free text such as `toelichting`: paragraphs, lists and emphasis pass, all else shows as letters.

    It must begin at the margin, after an empty line.
    """
    blocks = ("\n".join(f"{marker}{_inline(line)}" for line in lines) for marker, lines in _blocks(text))
    return Markup("\n\n".join(blocks))


def _blocks(text: str) -> list[tuple[str, list[str]]]:
    """Paragraphs and lists: what their lines begin with, and the lines, joined with what continues them."""
    blocks: list[tuple[str, list[str]]] = []
    new_paragraph = True
    for line in text.splitlines():
        item = _ITEM.match(line)
        if item:
            marker = "- " if item[1] else "1. "
            if not blocks or blocks[-1][0] != marker:
                blocks.append((marker, []))
            blocks[-1][1].append(line[item.end() :])
        elif line.strip() and new_paragraph:
            blocks.append(("", [line]))
        elif line.strip():
            blocks[-1][1][-1] += f" {line}"
        new_paragraph = not line.strip()
    return blocks


def _inline(text: str) -> str:
    pieces = iter(_EMPHASIS.split(visible(text)))
    shown = _coded(next(pieces))
    for mark, stressed, after in zip(pieces, pieces, pieces, strict=True):
        shown += f"<{_TAGS[mark]}>{_coded(stressed)}</{_TAGS[mark]}>{_coded(after)}"
    return shown


def _coded(text: str) -> str:
    return _SIGNS.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), text)
