"""Text that may stand in Markdown. What comes from records is escaped; only `Markup` passes as it is."""

from __future__ import annotations

import re

_ANYWHERE = r"[\\`*_{}\[\]<>&|~^=$\"]"
_PLAIN = re.compile(rf"{_ANYWHERE}|^[#+\-:!?]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]")
_PROSE = re.compile(
    r"[\\`{}\[\]<>&|~^=$]|^\s*(?:#|!!!|\?\?\?|:)|^\s*[-*_](?:\s*[-*_])+\s*$|_{3,}|\*{3,}", re.MULTILINE
)


class Markup(str):
    """Markdown that we wrote ourselves."""

    __slots__ = ()


def plain(text: object) -> Markup:
    """Any text so that Markdown and HTML show it letter by letter, on one line."""
    if isinstance(text, Markup):
        return text
    return Markup(_PLAIN.sub(_coded, " ".join(str(text).split())))


def prose(text: str) -> Markup:
    """A free text (`toelichting`): emphasis, lists and paragraphs pass; HTML, links and attributes do not."""
    return Markup(_PROSE.sub(_coded, text.strip()))


def _coded(match: re.Match[str]) -> str:
    return "".join(sign if sign.isspace() else f"&#{ord(sign)};" for sign in match[0])
