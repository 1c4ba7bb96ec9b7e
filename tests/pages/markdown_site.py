"""Markdown as the real site renders it, and the HTML that comes out as a list of what is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
from mkdocs.config import load_config

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) (.*)$", re.MULTILINE)
"""A heading, once fenced code is cut out: there a line may begin with a number sign too."""


@cache
def _settings() -> tuple[list[str], dict[str, dict[str, object]]]:
    config = load_config(str(CONFIG), hooks=[])
    return config.markdown_extensions, config.mdx_configs


@lru_cache(maxsize=512)
def to_html(text: str) -> str:
    """The text through the extensions of `mkdocs.yml`, as MkDocs gives them to Markdown."""
    extensions, options = _settings()
    return markdown.Markdown(extensions=extensions, extension_configs=options).convert(text)


@dataclass
class Seen(HTMLParser):
    """Every element with its attributes, and all text, of a piece of HTML."""

    elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    oddities: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.oddities.append(data)

    def handle_decl(self, decl: str) -> None:
        self.oddities.append(decl)

    def handle_pi(self, data: str) -> None:
        self.oddities.append(data)

    def unknown_decl(self, data: str) -> None:
        self.oddities.append(data)


def seen(html: str) -> Seen:
    """What a browser would find in the HTML."""
    parser = Seen()
    parser.feed(html)
    parser.close()
    return parser
